import { Diagnostics } from '../display/diagnostics.tsx';
import { diagnosticsView, type PageFacts } from './diagnostics-view.ts';

/** The technician's overlay with what the page knows about itself. */
export function DiagnosticsOverlay(facts: PageFacts) {
  return <Diagnostics {...diagnosticsView(facts)} />;
}
