import type { Page } from '@playwright/test';

/** Whether the next build that the page finds fails to install itself; resolves when that is over. */
export function nextWorkerIsRefused(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return new Promise<boolean>((resolve) => {
      registration?.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () =>
          resolve(installing.state === 'redundant'),
        );
      });
    });
  });
}
