import type { Page } from "@playwright/test";

/** Waits until the scripts of the page have taken it over: what is done before, the browser does by itself. */
export async function scriptsCame(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.getElementById("hold-page") ?? {}).some((key) => key.startsWith("__reactProps")),
  );
}
