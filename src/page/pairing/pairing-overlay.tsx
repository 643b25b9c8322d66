import { Component } from 'preact';

import type { Credential } from '../../contract/stored.ts';
import { PairingScreen } from '../../display/pairing/pairing-screen.tsx';
import { refreshDiceFrom } from '../../sync/jitter.ts';
import { OverlayKeys } from '../overlay-keys.tsx';
import { pageFacts, type PageParts } from '../page-facts.ts';
import { settingsOf } from '../page-state.ts';
import { becomeScreen } from './become-screen.ts';
import { pairingView } from './pairing-facts.ts';
import { pairingLoop, type PairingLoop } from './pairing-loop.ts';

/** How long the wall is shown before the self-test asks whether it will stay. */
const LOOK_MS = 10_000;

// These outlive the component: a code stays good while somebody looks at the diagnostics.
let loop: PairingLoop | undefined;
let latest: PageParts | undefined;
let redraw = () => {};

/** How this device becomes a screen, or another one. */
export class Overlay extends Component<PageParts> {
  override componentDidMount(): void {
    redraw = () => this.setState({});
    loop ??= loopOf(this.props);
    loop.start();
    addEventListener('online', this);
  }

  override componentWillUnmount(): void {
    redraw = () => {};
    loop?.stop();
    removeEventListener('online', this);
  }

  handleEvent(): void {
    loop?.online();
  }

  override render(parts: PageParts) {
    latest = parts;
    const hasWall = settingsOf(parts.state) !== undefined;
    const view = pairingView(loop?.progress(), pageFacts(parts), parts.monotonic(), hasWall);
    return (
      <>
        {/* Here it would load the page anew, as it does in the diagnostics. */}
        <OverlayKeys pressed={(key) => hasWall && key === 'Enter'} />
        <PairingScreen {...view} />
      </>
    );
  }
}

function loopOf(first: PageParts): PairingLoop {
  const { monotonic, fetch, random } = first;
  return pairingLoop({
    monotonic,
    fetch,
    dice: refreshDiceFrom(random),
    setTimeout: (work, ms) => setTimeout(work, ms),
    changed: () => redraw(),
    heardTime({ server, roundTripMs, receivedAt }) {
      const elapsedMs = monotonic() - receivedAt;
      // The page replaces its clock when it has read what is stored.
      (latest ?? first).clock.answered({ server, roundTripMs, elapsedMs }, 0);
    },
    paired: (credential) => void become(credential, latest ?? first),
  });
}

async function become(credential: Credential, parts: PageParts): Promise<void> {
  parts.paired(credential, await becomeScreen(credential, parts));
  setTimeout(() => parts.call('selfTest'), LOOK_MS);
}
