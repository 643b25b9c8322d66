const SECOND_MS = 1000;
const SECONDS = 120;
/** Four cards that turn every eight seconds, at most; what is drawn every second is not at rest. */
const MOST_DRAWINGS = 80;

/**
 * As long as the wall says that it holds, drawing it anew changes nothing; and it is not drawn every
 * second for nothing. `instant` must not be in a period's last minute for the second, `isCounting`.
 */
export function checkHolds(
  show: (instant: number) => void,
  instant: number,
  isCounting: boolean,
): readonly string[] {
  const findings: string[] = [];
  const end = instant + SECONDS * SECOND_MS;
  let drawings = 0;
  for (let from = instant; from < end; drawings += 1) {
    show(from);
    const drawn = shown();
    const last = lastHeld(from, end);
    show(last);
    const anew = shown();
    if (anew !== drawn)
      findings.push(`held for ${(last - from) / SECOND_MS} s: ${where(drawn, anew)}`);
    from = last + SECOND_MS;
  }
  if (!isCounting && drawings > MOST_DRAWINGS) {
    findings.push(`drawn ${drawings} times in ${SECONDS} s, not ${MOST_DRAWINGS}`);
  }
  return findings;
}

/** The last whole second of those at which the wall, drawn at `from`, says that it holds. */
function lastHeld(from: number, end: number): number {
  let last = from;
  while (last + SECOND_MS < end && window.look.holds(last + SECOND_MS)) last += SECOND_MS;
  return last;
}

function shown(): string {
  const { lang, dir, dataset } = document.documentElement;
  return `${lang} ${dir} ${dataset['theme']} ${document.getElementById('wall')?.outerHTML}`;
}

const CONTEXT = 30;

function where(before: string, after: string): string {
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - CONTEXT), at + CONTEXT);
  return `«${part(before)}» became «${part(after)}»`;
}
