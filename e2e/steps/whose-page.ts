import type { Page } from "@playwright/test";

/** What goes with an act of whoever has this window, sent without a page: where it comes from, and whose page that is. */
export async function fromPageOf(page: Page): Promise<Record<string, string>> {
  const answer = await page.request.get("/api/session");
  const { whose } = (await answer.json()) as { whose: string };
  return { origin: new URL(page.url()).origin, "brobyg-whose": whose };
}
