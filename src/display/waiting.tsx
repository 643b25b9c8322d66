import { Icon } from './icon.tsx';
import { setRoot } from './root.ts';
import { WAITING_TEXTS } from './waiting-texts.ts';

/** What a paired screen shows before its school has published anything. */
export function Waiting({
  name,
  language = '',
}: {
  readonly name: string;
  readonly language?: string | undefined;
}) {
  const [code] = language.split('-');
  const own = WAITING_TEXTS.filter((texts) => texts.language === code);
  const spoken = own.length > 0 ? own : WAITING_TEXTS;
  const [first] = spoken;
  if (first) setRoot(first.language, first.dir, 'light');
  return (
    <main class="blank">
      <div class={`both of${spoken.length}`}>
        {spoken.map((texts, at) => {
          const Title = at === 0 ? 'h1' : 'h2';
          return (
            <section lang={texts.language} dir={texts.dir}>
              <Icon name="clock" />
              <Title>{texts.paired}</Title>
              <p>{texts.waiting}</p>
            </section>
          );
        })}
      </div>
      {name !== '' && (
        <p class="foot">
          <bdi>{name}</bdi>
        </p>
      )}
    </main>
  );
}
