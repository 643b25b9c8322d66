import type { ComponentChild, ComponentChildren } from 'preact';

import { Edges } from './edges.tsx';
import { Icon } from './icon.tsx';
import type { Shift } from './pixel-shift.ts';
import { LANGUAGES, wordsFor } from './words/words-for.ts';
import type { Words } from './words/words.ts';

/** What a screen shows that belongs to no school yet, in all languages: nobody has chosen one. */
export function Unpaired({ shift }: { readonly shift: Shift }) {
  return (
    <Blank shift={shift}>
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
    </Blank>
  );
}

/** What a paired screen shows before its school has published anything. */
export function Waiting({
  shift,
  name,
  language,
}: {
  readonly shift: Shift;
  readonly name: string;
  readonly language: string | undefined;
}) {
  const only = language === undefined ? undefined : [wordsFor(language)];
  return (
    <Blank shift={shift}>
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
    </Blank>
  );
}

// The marks stay where the edge is; what is between them moves as any wall does.
function Blank({
  shift,
  children,
}: {
  readonly shift: Shift;
  readonly children: ComponentChildren;
}) {
  return (
    <main class="blank">
      <Edges />
      <div style={shift}>{children}</div>
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
