import type { ComponentChild } from 'preact';

import { Icon } from './icon.tsx';
import { LANGUAGES, wordsFor } from './words/words-for.ts';
import type { Words } from './words/words.ts';

/** What a screen shows that belongs to no school yet, in all languages: nobody has chosen one. */
export function Unpaired() {
  return (
    <main class="blank">
      <Both
        draw={(words, at) => {
          const Title = at === 0 ? 'h1' : 'h2';
          return (
            <>
              <Icon name="link" />
              <Title>{words.unpaired}</Title>
              <p>
                {words.openLink} <code>riwaq screen add</code>
              </p>
              <p class="corners">{words.corners}</p>
            </>
          );
        }}
      />
    </main>
  );
}

/** What a paired screen shows before its school has published anything. */
export function Waiting({
  name,
  language,
}: {
  readonly name: string;
  readonly language: string | undefined;
}) {
  const only = language === undefined ? undefined : [wordsFor(language)];
  return (
    <main class="blank">
      <Both
        of={only}
        draw={(words, at) => {
          const Title = at === 0 ? 'h1' : 'h2';
          return (
            <>
              <Icon name="clock" />
              <Title>{words.paired}</Title>
              <p>{words.waiting}</p>
            </>
          );
        }}
      />
      {name && (
        <p class="foot">
          <bdi>{name}</bdi>
        </p>
      )}
    </main>
  );
}

function Both({
  of = LANGUAGES,
  draw,
}: {
  readonly of?: readonly Words[] | undefined;
  readonly draw: (words: Words, at: number) => ComponentChild;
}) {
  return (
    <div class={`both of${of.length}`}>
      {of.map((words, at) => (
        <section lang={words.language} dir={words.dir}>
          {draw(words, at)}
        </section>
      ))}
    </div>
  );
}
