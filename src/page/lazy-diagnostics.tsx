import { Lazily } from '../display/lazily.tsx';
import { part } from '../display/part.ts';
import type { ReportError } from '../display/zone.tsx';
import type { PageParts } from './page-facts.ts';

const overlay = part(() => import('./diagnostics-overlay.tsx'));

/** The technician's overlay, which is fetched when it is first opened. */
export function LazyDiagnostics({
  parts,
  report,
}: {
  readonly parts: PageParts;
  readonly report: ReportError;
}) {
  return (
    <Lazily
      name="diagnostics"
      part={overlay}
      report={report}
      draw={(module, isMissing) => {
        if (module) return <module.DiagnosticsOverlay {...parts} />;
        return (
          isMissing && (
            <div class="diag" lang="en" dir="ltr">
              The diagnostics cannot be loaded.
            </div>
          )
        );
      }}
    />
  );
}
