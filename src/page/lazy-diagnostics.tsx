import { Lazily } from '../display/lazily.tsx';
import { part } from '../display/part.ts';
import type { ReportError } from '../display/zone.tsx';
import type { PageFacts } from './diagnostics-view.ts';

const overlay = part(() => import('./diagnostics-overlay.tsx'));

/** The technician's overlay, which is fetched when it is first opened. */
export function LazyDiagnostics({
  facts,
  report,
}: {
  readonly facts: PageFacts;
  readonly report: ReportError;
}) {
  return (
    <Lazily
      name="diagnostics"
      part={overlay}
      report={report}
      draw={(module, isMissing) => {
        if (module) return <module.DiagnosticsOverlay {...facts} />;
        return isMissing && <div class="diag">The diagnostics cannot be loaded.</div>;
      }}
    />
  );
}
