import { QrCode } from './pairing/qr-code.tsx';

/** What a technician asks of a screen, in English: facts in words, nothing secret, no names of pupils. */
export type DiagnosticsView = {
  /** Name of the screen and its school. */
  readonly title: string;
  /** Such as "Closes in 52 s, or press Back". */
  readonly closing: string;
  readonly sections: readonly DiagnosticsSection[];
  /** The same in one text, for a phone. */
  readonly report: string;
  /** Such as "Screen ID SC-7Q4M-19". */
  readonly foot: string;
  /** What the keys of the remote do, such as "OK: reload". */
  readonly keys: string;
};

export type DiagnosticsSection = {
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: string;
    /** Out of range. */
    readonly warn?: boolean | undefined;
  }[];
};

/** Sections one above the other. */
const COLUMN = 3;

/** The technician's overlay; the wall keeps running beneath. */
export function Diagnostics({ title, closing, sections, report, foot, keys }: DiagnosticsView) {
  return (
    <div class="diag" lang="en" dir="ltr" role="dialog" aria-label={title}>
      {[sections.slice(0, COLUMN), sections.slice(COLUMN)].map((column) => (
        <div class="sections">
          {column.map((section) => (
            <section>
              <h3>{section.title}</h3>
              <dl>
                {section.rows.map(({ label, value, warn }) => (
                  <div class={warn ? 'warn' : undefined}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      ))}
      <aside>
        <h2>{title}</h2>
        <p>{foot}</p>
        <div class="qr">
          <QrCode text={report} label="The diagnostics as a QR code" ecc="L" />
        </div>
        <p>A phone reads this without a network.</p>
        <p>{keys}</p>
        <p>{closing}</p>
      </aside>
    </div>
  );
}
