/** Asks the device not to switch its screen off, where it can be asked, for as long as the page lives. */
export function keepAwake(page: Document): void {
  // Absent before Chromium 84 and on plain http: there the launcher must see to it.
  const wakeLock: WakeLock | undefined = navigator.wakeLock;
  if (!wakeLock) return;
  const ask = () => {
    if (page.visibilityState === 'visible') wakeLock.request('screen').catch(() => {});
  };
  // The browser lets go of it whenever the page is hidden.
  page.addEventListener('visibilitychange', ask);
  ask();
}
