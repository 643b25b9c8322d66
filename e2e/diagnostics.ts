import { expect, type Page } from '@playwright/test';

/** What the diagnostics of a wall say under a label; they are opened and closed as by its remote. */
export async function diagnosticsSay(page: Page, label: string): Promise<string> {
  await page.keyboard.press('d');
  const row = page.locator('.diag dl > div', { has: page.getByText(label, { exact: true }) });
  const text = await row.locator('dd').first().innerText();
  await page.keyboard.press('Escape');
  await expect(page.locator('.diag')).toBeHidden();
  return text;
}
