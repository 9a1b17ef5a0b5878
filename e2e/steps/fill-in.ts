import { expect, type Locator, type Page } from "@playwright/test";
import { stageToday } from "#e2e/steps/stage-clock.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays } from "#lib/calendar/day.ts";

/** Fills a field once the page has come alive: what is typed before may be laid over. */
export async function fillIn(where: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  await expect(async () => {
    await where.getByLabel(label).fill(text);
    await expect(where.getByLabel(label)).toHaveValue(text, { timeout: 500 });
  }).toPass();
}

/** A day so many days ahead, as it is typed. */
export function inDays(days: number): string {
  return formatDanishDate(addDays(stageToday(), days));
}
