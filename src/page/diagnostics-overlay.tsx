import { Diagnostics } from '../display/diagnostics.tsx';
import { diagnosticsView } from './diagnostics-view.ts';
import { OverlayKeys } from './overlay-keys.tsx';
import { pageFacts, type OverlayName, type PageParts } from './page-facts.ts';

const CALLS: Readonly<Record<string, OverlayName>> = { '5': 'pairing', '0': 'selfTest' };

/** The technician's overlay with what the page knows about itself. */
export function Overlay(parts: PageParts) {
  return (
    <>
      <OverlayKeys
        pressed={(key) => {
          const name = CALLS[key];
          if (name) parts.call(name);
          return name !== undefined;
        }}
      />
      <Diagnostics {...diagnosticsView(pageFacts(parts))} />
    </>
  );
}
