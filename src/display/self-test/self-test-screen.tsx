import { SELF_TEST_TEXTS } from './self-test-texts.ts';
import {
  STEPS,
  verdictOf,
  type Outcome,
  type SelfTestView,
  type StepName,
} from './self-test-view.ts';

type Mark = Outcome['kind'] | 'runs' | 'waits';

const MARKS: Readonly<Record<Mark, string>> = {
  ok: 'M4.5 12.5l5 5L19.5 7',
  limited: 'M12 4v10M12 19v.2',
  failed: 'M6 6l12 12M18 6L6 18',
  runs: 'M12 3.5a8.5 8.5 0 1 0 8.5 8.5M12 7.5V12l3 2',
  waits: 'M8 12h8',
};

/** Whether a screen may be left alone, step by step, in both languages. */
export function SelfTestScreen({ outcomes, running, left }: SelfTestView) {
  const verdict = verdictOf(outcomes);
  return (
    <main class="self-test" dir="ltr">
      <header>
        {SELF_TEST_TEXTS.map(({ lang, dir, title }) => (
          <h1 lang={lang} dir={dir}>
            {title}
          </h1>
        ))}
      </header>
      <ul>
        {STEPS.map((name) => (
          <Step name={name} outcome={outcomes[name]} isRunning={name === running} />
        ))}
      </ul>
      <div class={`verdict ${verdict}`} role="status">
        {SELF_TEST_TEXTS.map(({ lang, dir, verdicts, closes }) => (
          <div lang={lang} dir={dir}>
            <p>{verdicts[verdict]}</p>
            {left !== undefined && (
              <p class="closes">
                {closes}{' '}
                <span class="ltr" role="timer">
                  {left}
                </span>
              </p>
            )}
          </div>
        ))}
      </div>
    </main>
  );
}

type StepProps = {
  readonly name: StepName;
  readonly outcome: Outcome | undefined;
  readonly isRunning: boolean;
};

function Step({ name, outcome, isRunning }: StepProps) {
  const mark = outcome?.kind ?? (isRunning ? 'runs' : 'waits');
  const remark = outcome?.remark ?? (name === 'corners' && !outcome ? name : undefined);
  const [english, arabic] = SELF_TEST_TEXTS.map(({ lang, dir, steps, remarks }) => (
    <p lang={lang} dir={dir}>
      {steps[name]}
      {remark && (
        <small>
          {remarks[remark]} {outcome?.about && <span class="ltr">{outcome.about}</span>}
        </small>
      )}
    </p>
  ));
  return (
    <li class={mark} data-step={name}>
      {english}
      <svg class="icon" viewBox="0 0 24 24" role="img" aria-label={mark}>
        <path d={MARKS[mark]} />
      </svg>
      {arabic}
    </li>
  );
}
