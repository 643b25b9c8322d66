import { Diagnostics } from '../display/diagnostics.tsx';
import { diagnosticsView } from './diagnostics-view.ts';
import { pageFacts, type PageParts } from './page-facts.ts';

/** The technician's overlay with what the page knows about itself. */
export function DiagnosticsOverlay(parts: PageParts) {
  return <Diagnostics {...diagnosticsView(pageFacts(parts))} />;
}
