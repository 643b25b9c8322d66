import type { ComponentChild } from 'preact';

import { Icon } from './icon.tsx';
import { setRoot } from './root.ts';
import { UNPAIRED_TEXTS, type UnpairedTexts } from './unpaired-texts.ts';

/** What a screen shows that belongs to no school yet, in all languages: nobody has chosen one. */
export function Unpaired() {
  return (
    <main class="blank">
      <Both
        of={UNPAIRED_TEXTS}
        draw={(texts, at) => {
          const Title = at === 0 ? 'h1' : 'h2';
          return (
            <>
              <Icon name="link" />
              <Title>{texts.unpaired}</Title>
              <p>
                {texts.openLink} <code>riwaq screen add</code>
              </p>
              <p class="corners">{texts.corners}</p>
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
  language = '',
}: {
  readonly name: string;
  readonly language?: string | undefined;
}) {
  const [code] = language.split('-');
  const own = UNPAIRED_TEXTS.filter((texts) => texts.language === code);
  return (
    <main class="blank">
      <Both
        of={own.length > 0 ? own : UNPAIRED_TEXTS}
        draw={(texts, at) => {
          const Title = at === 0 ? 'h1' : 'h2';
          return (
            <>
              <Icon name="clock" />
              <Title>{texts.paired}</Title>
              <p>{texts.waiting}</p>
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
  of,
  draw,
}: {
  readonly of: readonly UnpairedTexts[];
  readonly draw: (texts: UnpairedTexts, at: number) => ComponentChild;
}) {
  const [first] = of;
  if (first) setRoot({ lang: first.language, dir: first.dir, theme: 'light' });
  return (
    <div class={`both of${of.length}`}>
      {of.map((texts, at) => (
        <section lang={texts.language} dir={texts.dir}>
          {draw(texts, at)}
        </section>
      ))}
    </div>
  );
}
