import { expect, type Locator, type Page } from "@playwright/test";

/** The heading of the screen that the meeting shows. */
export const slide = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** Goes on by the arrow key until the meeting shows the screen with that heading. */
export async function goToSlide(page: Page, title: RegExp): Promise<void> {
  const progress = page.getByRole("progressbar");
  const last = Number(await progress.getAttribute("max"));
  for (let place = Number(await progress.getAttribute("value")); place <= last; place += 1) {
    if (title.test((await slide(page).textContent()) ?? "")) return;
    await page.keyboard.press("ArrowRight");
    await expect(progress).toHaveAttribute("value", String(Math.min(place + 1, last)));
  }
  throw new Error(`the meeting has no screen ${title}`);
}

/** Decides about the case on the screen with three keys: what, who, when. */
export async function decideByKeys(page: Page, decision: string, owner: string, due: string): Promise<void> {
  for (const choice of [decision, owner, due]) {
    const option = page.getByRole("button", { name: new RegExp(`^${choice}`) });
    await expect(option).toBeVisible();
    await page.keyboard.press((await option.getAttribute("aria-keyshortcuts")) ?? "");
    await expect(option).toBeHidden();
  }
}
