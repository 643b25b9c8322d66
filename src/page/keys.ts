const HELD_MS = 3_000;
const BACK = /^(Escape|Backspace|GoBack|BrowserBack)$/;
/** "Back" on the remotes of LG and Samsung, which say so by number only. */
const BACK_CODES = [461, 10009];

export type KeyActions = {
  readonly isOpen: () => boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** OK, while the diagnostics are open. */
  readonly accept: () => void;
};

/** Listens to the remote: D, or OK held for 3 s, opens the diagnostics; Back closes them. */
export function listenToKeys(page: Window, actions: KeyActions): void {
  let held: number | undefined;

  page.addEventListener('keydown', (event) => {
    const { key, keyCode, repeat } = event;
    if (BACK.test(key) || BACK_CODES.includes(keyCode)) {
      if (!actions.isOpen()) return;
      // Otherwise the TV leaves the page.
      event.preventDefault();
      actions.close();
    } else if (key.toLowerCase() === 'd') {
      if (!repeat) actions.open();
    } else if (key === 'Enter' && !repeat) {
      if (actions.isOpen()) return actions.accept();
      page.clearTimeout(held);
      held = page.setTimeout(actions.open, HELD_MS);
    }
  });
  page.addEventListener('keyup', ({ key }) => {
    if (key === 'Enter') page.clearTimeout(held);
  });
}
