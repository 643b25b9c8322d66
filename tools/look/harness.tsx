import { render } from 'preact';

import { App, loadFor, type AppProps } from '../../src/display/app.tsx';
import { Diagnostics } from '../../src/display/diagnostics.tsx';
import { loadFonts } from '../../src/display/measure.ts';
import { PairingScreen } from '../../src/display/pairing/pairing-screen.tsx';
import { SelfTestScreen } from '../../src/display/self-test/self-test-screen.tsx';
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
};
window.look = look;

let shown: State | undefined;

function paint(state: State, instant = state.props.instant): void {
  if (wall === null) return;
  // Another state starts from nothing, as another screen would.
  if (state !== shown) render(null, wall);
  shown = state;
  render(
    <App
      {...state.props}
      instant={instant}
      overlay={state.overlay && overlayOf(state.overlay)}
      reportError={(zone, error) => console.error(`The ${zone} failed`, error)}
    />,
    wall,
  );
}

function overlayOf(overlay: OverlayState): AppProps['overlay'] {
  switch (overlay.kind) {
    case 'diagnostics':
      return { ground: 'ink', content: <Diagnostics {...overlay.view} /> };
    case 'pairing':
      return { ground: 'paper', content: <PairingScreen {...overlay.view} /> };
    case 'selfTest':
      return { ground: 'paper', content: <SelfTestScreen {...overlay.view} /> };
  }
}

function paintFromAddress(): void {
  const state = byName.get(location.hash.slice(1)) ?? STATES[0];
  if (state) paint(state);
}

addEventListener('hashchange', paintFromAddress);
void Promise.all([loadFonts(), ...STATES.map(({ props }) => loadFor(props))]).then(
  paintFromAddress,
);
