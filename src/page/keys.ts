const HELD_MS = 3_000;
const BACK = /^(Escape|Backspace|GoBack|BrowserBack)$/;
/** "Back" on the remotes of LG and Samsung, which say so by number only. */
const BACK_CODES = [461, 10009];
/** D, whatever letter the layout gives it, and red and Info on those remotes. */
const OPEN_CODES = [68, 403, 457];

export type KeyActions = {
  readonly isOpen: () => boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** OK, pressed for a moment. */
  readonly accept: () => void;
};

/**
 * Listens to the remote: OK held for 3 s, or D, or red or Info where a TV passes them on, opens the
 * diagnostics; Back closes what is open.
 */
export function listenToKeys(page: Window, actions: KeyActions): void {
  let held: number | undefined;

  page.addEventListener('keydown', (event) => {
    const { key, keyCode, repeat } = event;
    if (BACK.test(key) || BACK_CODES.includes(keyCode)) {
      if (!actions.isOpen()) return;
      // Otherwise the TV leaves the page.
      event.preventDefault();
      actions.close();
    } else if (OPEN_CODES.includes(keyCode)) {
      if (!repeat) actions.open();
    } else if (key === 'Enter' && !repeat) {
      page.clearTimeout(held);
      held = page.setTimeout(() => {
        held = undefined;
        actions.open();
      }, HELD_MS);
    }
  });
  page.addEventListener('keyup', ({ key }) => {
    if (key !== 'Enter' || held === undefined) return;
    page.clearTimeout(held);
    held = undefined;
    actions.accept();
  });
}
