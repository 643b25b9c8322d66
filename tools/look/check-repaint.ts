/** The clock and the age of stale data; a countdown of each track comes on top. */
const MOST_TEXTS = 2;
const SECONDS = 60;

/**
 * Over a minute of ticks only the clock, countdowns and an age change, what takes turns in the ribbon apart: an old TV
 * paints for months. `instant` must not be in a period's last minute.
 */
export function checkRepaint(show: (instant: number) => void, instant: number): readonly string[] {
  const changed: string[] = [];
  const observer = new MutationObserver((records) => note(records));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  for (let second = 1; second <= SECONDS; second += 1) {
    show(instant + second * 1000);
    note(observer.takeRecords());
  }
  observer.disconnect();
  const most = MOST_TEXTS + document.querySelectorAll('[role="timer"]').length;
  if (changed.length <= most) return [];
  const examples = changed.slice(0, 6).join(', ');
  return [`${changed.length} texts change in a minute, not ${most}: ${examples}`];

  function note(records: readonly MutationRecord[]): void {
    for (const { target, addedNodes } of records) {
      const within = target instanceof Element ? target : target.parentElement;
      if (within === null || within.closest('[data-turns]') !== null) continue;
      const texts = target instanceof Text ? [target] : [...addedNodes];
      const words = texts.map((node) => (node.textContent ?? '').trim());
      // An empty text that is written again is a change to the browser, too.
      changed.push(...words.map((word) => `«${word.slice(0, 30)}»`));
    }
  }
}
