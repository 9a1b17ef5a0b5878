import { expect, type Locator, type Page } from "@playwright/test";

/** Fills a field once the page has come alive: what is typed before may be laid over. */
export async function fillIn(where: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  await expect(async () => {
    await where.getByLabel(label).fill(text);
    await expect(where.getByLabel(label)).toHaveValue(text, { timeout: 500 });
  }).toPass();
}

/** A day so many days ahead, as it is typed. */
export function inDays(days: number): string {
  const then = new Date(Date.now() + days * 86_400_000);
  return then.toLocaleDateString("da-DK", {
    timeZone: "Europe/Copenhagen",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
}
