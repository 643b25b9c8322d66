import { render } from 'preact';

import { App, loadFor, type AppProps } from '../../src/display/app.tsx';
import { ClockQuestion } from '../../src/display/clock-question.tsx';
import { clockTextsIn } from '../../src/display/clock-texts.ts';
import { Diagnostics } from '../../src/display/diagnostics.tsx';
import { beginDrawing, stillHolds } from '../../src/display/holds.ts';
import { loadFonts, textWidth } from '../../src/display/measure.ts';
import { PairingScreen } from '../../src/display/pairing/pairing-screen.tsx';
import { SelfTestScreen } from '../../src/display/self-test/self-test-screen.tsx';
import { createVoice, languagesOf } from '../../src/display/voice.ts';
import { languageOf } from '../../src/display/words/languages.ts';
import type { LookHarness } from './harness-api.ts';
import { STATES, type OverlayState, type State } from './states.ts';

/*
 * The wall without a server: `harness.html#in-period-ar` shows one state, `window.look` any.
 */

const wall = document.getElementById('wall');
const byName = new Map(STATES.map((state) => [state.name, state]));

const look: LookHarness = {
  pages: STATES.map(({ name, language, props, ...rest }) => ({
    name,
    language,
    instant: props.instant,
    ...rest,
  })),
  show(name, instant) {
    const state = byName.get(name);
    if (state === undefined) throw new RangeError(`There is no state "${name}"`);
    paint(state, instant);
  },
  holds: stillHolds,
};
window.look = look;

let shown: State | undefined;

function paint(state: State, instant = state.props.instant): void {
  if (wall === null) return;
  // Another state starts from nothing, as another screen would.
  if (state !== shown) render(null, wall);
  shown = state;
  beginDrawing(instant);
  render(
    <App
      {...state.props}
      instant={instant}
      overlay={state.overlay && overlayOf(state.overlay, state.props)}
      reportError={(zone, error) => console.error(`The ${zone} failed`, error)}
    />,
    wall,
  );
}

function overlayOf(overlay: OverlayState, props: State['props']): AppProps['overlay'] {
  switch (overlay.kind) {
    case 'diagnostics':
      return { ground: 'ink', content: <Diagnostics {...overlay.view} /> };
    case 'pairing':
      return { ground: 'paper', content: <PairingScreen {...overlay.view} /> };
    case 'selfTest':
      return { ground: 'paper', content: <SelfTestScreen {...overlay.view} /> };
    case 'clock':
      return { ground: 'paper', content: clockQuestion(overlay, props) };
  }
}

function clockQuestion(
  { time, chosen }: Extract<OverlayState, { readonly kind: 'clock' }>,
  { snapshot, screen }: State['props'],
) {
  if (!snapshot) return null;
  const { tag, texts } = clockTextsIn(languagesOf(snapshot, screen?.language));
  // The wall beneath speaks it: it is here.
  const language = languageOf([tag]).here();
  if (!language) throw new RangeError(`There are no words in "${tag}"`);
  const voice = createVoice(snapshot, tag, language.words, textWidth());
  return <ClockQuestion voice={voice} texts={texts} time={time} chosen={chosen} />;
}

function paintFromAddress(): void {
  const state = byName.get(location.hash.slice(1)) ?? STATES[0];
  if (state) paint(state);
}

addEventListener('hashchange', paintFromAddress);
void Promise.all([loadFonts(), ...STATES.map(({ props }) => loadFor(props))]).then(
  paintFromAddress,
);
