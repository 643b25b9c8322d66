/** What a technician asks of a screen, in English: facts in words, nothing secret, no names of pupils. */
export type DiagnosticsView = {
  /** Name of the screen and its school. */
  readonly title: string;
  /** Such as "Closes in 52 s, or press Back". */
  readonly closing: string;
  readonly sections: readonly DiagnosticsSection[];
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

/** The technician's overlay; the wall keeps running beneath. */
export function Diagnostics({ title, closing, sections, foot, keys }: DiagnosticsView) {
  return (
    <div class="diag" lang="en" dir="ltr" role="dialog" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span>{closing}</span>
      </header>
      <div class="sections">
        {sections.map((section) => (
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
      <footer>
        <span>{foot}</span>
        <span>{keys}</span>
      </footer>
    </div>
  );
}
