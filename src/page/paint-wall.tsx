import { render } from 'preact';

import { App } from '../display/app.tsx';
import { beginDrawing, holdsFor } from '../display/holds.ts';
import type { ReportError } from '../display/zone.tsx';
import { civilAt, timeText } from '../timetable/civil.ts';
import { LazyOverlay } from './lazy-overlay.tsx';
import type { OverlayName, PageParts } from './page-facts.ts';
import { pageFreshness } from './page-freshness.ts';
import { confirmedAt, settingsOf } from './page-state.ts';

/** What `index.html` says before any script; Preact would leave it standing beside the wall. */
let isCleared = false;

/**
 * Draws the page at an instant: the wall, and what has been called over it. Returns whether that is a
 * wall, and not the bare ground that waits for a part of the app. Never throws: what cannot be drawn
 * is told to `report`, and the next painting begins from nothing.
 */
export function paintWall(
  root: Element,
  instant: number,
  called: OverlayName | false,
  parts: PageParts,
  report: ReportError,
): boolean {
  beginDrawing(instant);
  try {
    const { state, clock } = parts;
    const { kept, refresh } = state;
    const screen = settingsOf(state);
    const overlay = called || (!screen && 'pairing');
    if (!isCleared) root.textContent = '';
    isCleared = true;
    render(
      <App
        snapshot={kept?.snapshot}
        screen={screen}
        instant={instant}
        isTrusted={clock.isTrusted()}
        freshness={pageFreshness(state, instant)}
        confirmedAt={confirmedAt(state)}
        pill={refresh?.isUnpaired === true ? 'notPaired' : undefined}
        overlay={
          overlay && {
            ground: overlay === 'diagnostics' ? 'ink' : 'paper',
            content: <LazyOverlay name={overlay} parts={parts} report={report} />,
          }
        }
        reportError={report}
      />,
      root,
    );
    // A launcher that watches the title sees that the wall lives.
    document.title = `Riwaq · ${timeText(civilAt(kept?.snapshot?.offsets ?? [], instant).second).slice(0, 5)}`;
    // The bare ground is no wall yet: it waits for a part of the app, or nothing could be drawn.
    return root.querySelector('.boot') === null;
  } catch (error) {
    report('Cannot paint', error);
    holdsFor(0);
    // What is on the screen may be half of two paintings.
    render(null, root);
    return false;
  }
}
