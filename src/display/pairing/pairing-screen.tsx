import { setRoot } from '../root.ts';
import { Said } from '../said.tsx';
import { PAIRING_TEXTS, type PairingTexts } from './pairing-texts.ts';
import type { PairingSaid, PairingView } from './pairing-view.ts';
import { QrCode } from './qr-code.tsx';

/** What a device shows that is no screen yet, in both languages: nobody has chosen one. */
export function PairingScreen(view: PairingView) {
  const { code, hasWall } = view;
  // Behind it the wall says of itself what it is.
  if (!hasWall) setRoot('ar', 'rtl', 'light');
  return (
    <main class="pair" dir="ltr">
      <header>
        {PAIRING_TEXTS.map(({ lang, dir, title }) => (
          <h1 lang={lang} dir={dir}>
            {title}
          </h1>
        ))}
      </header>
      {'said' in code ? <Told {...view} said={code.said} /> : <Code {...code} host={view.host} />}
      <div class="steps">
        {PAIRING_TEXTS.map((texts) => (
          <Steps texts={texts} code={'said' in code ? undefined : code.userCode} />
        ))}
      </div>
      <Foot {...view} />
    </main>
  );
}

type CodeProps = {
  readonly userCode: string;
  readonly part: number;
  readonly left: string;
  readonly host: string;
};

function Code({ userCode, part, left, host }: CodeProps) {
  return (
    <div class="middle">
      <div class="code">
        <p class="digits" aria-label={groupsOf(userCode).join(' ')}>
          {groupsOf(userCode).map((group) => (
            <span>{group}</span>
          ))}
        </p>
        <div class="life">
          <div style={{ width: `${Math.round(part * 1000) / 10}%` }} />
        </div>
        <p class="left">
          {PAIRING_TEXTS.map(({ lang, dir, newCode }) => (
            <span lang={lang} dir={dir}>
              {newCode}{' '}
              <b class="ltr" role="timer">
                {left}
              </b>
            </span>
          ))}
        </p>
      </div>
      <div class="qr">
        {/* Words that a phone can send on without any network. */}
        <QrCode text={`Riwaq ${groupsOf(userCode).join(' ')} at ${host}`} />
      </div>
    </div>
  );
}

function Told({ said, host, clock }: PairingView & { readonly said: PairingSaid }) {
  const about = said === 'noServer' ? host : said === 'clockWrong' ? clock : undefined;
  return (
    <div class="middle told" role="status">
      {PAIRING_TEXTS.map((texts) => (
        <p lang={texts.lang} dir={texts.dir}>
          {texts.said[said]}
        </p>
      ))}
      {about !== undefined && <p class="about">{about}</p>}
    </div>
  );
}

function Steps({
  texts: { lang, dir, steps },
  code,
}: {
  readonly texts: PairingTexts;
  readonly code: string | undefined;
}) {
  return (
    <ol lang={lang} dir={dir}>
      {steps(groupsOf(code ?? '').join(' ')).map((step, at) => (
        <li>
          <i>{at + 1}</i>
          <span>
            <Said text={step} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Foot({ network, clock, isClockWrong, device, hasWall }: PairingView) {
  const isWell = network === 'works' || network === 'asking';
  return (
    <footer>
      <span class={isWell ? (network === 'works' ? 'well' : undefined) : 'ill'}>
        {PAIRING_TEXTS.map(({ lang, dir, network: words }) => (
          <bdi lang={lang} dir={dir}>
            {words[network]}
          </bdi>
        ))}
      </span>
      <span>
        <bdi class={isClockWrong ? 'ill' : undefined}>{clock}</bdi>
        <bdi>{device}</bdi>
      </span>
      <span class="corners">
        {PAIRING_TEXTS.map(({ lang, dir, corners, back }) => (
          <bdi lang={lang} dir={dir}>
            {hasWall ? back : corners}
          </bdi>
        ))}
      </span>
    </footer>
  );
}

/** Nine digits in threes. */
function groupsOf(userCode: string): readonly string[] {
  return userCode.match(/\d{3}/g) ?? [];
}
