import type { ComponentType } from 'preact';

import { holdsFor } from '../display/holds.ts';
import { Lazily } from '../display/lazily.tsx';
import { part, type Part } from '../display/part.ts';
import type { ReportError } from '../display/zone.tsx';
import type { OverlayName, PageParts } from './page-facts.ts';

type OverlayModule = { readonly Overlay: ComponentType<PageParts> };

const overlays: Readonly<Record<OverlayName, Part<OverlayModule>>> = {
  diagnostics: part(() => import('./diagnostics-overlay.tsx')),
  pairing: part(() => import('./pairing/pairing-overlay.tsx')),
  selfTest: part(() => import('./self-test/self-test-overlay.tsx')),
  clock: part(() => import('./clock-overlay.tsx')),
};

/** What a technician sees, each fetched when it is first called. */
export function LazyOverlay({
  name,
  parts,
  report,
}: {
  readonly name: OverlayName;
  readonly parts: PageParts;
  readonly report: ReportError;
}) {
  // It says something else every second.
  holdsFor(0);
  return (
    <Lazily
      name={name}
      part={overlays[name]}
      report={report}
      draw={(module, isMissing) => {
        if (module) return <module.Overlay {...parts} />;
        if (parts.closesInSeconds <= 0) return <main class="boot" />;
        return isMissing && <div class="diag">This part of the app cannot be loaded.</div>;
      }}
    />
  );
}
