import type { Page } from "@playwright/test";

/** The last question about a text of one's own: could somebody know the person by it? No. */
export const nobodyKnows = (page: Page): Promise<void> =>
  page.getByRole("checkbox", { name: "Jeg har tjekket: Ingen kan genkende beboeren" }).check();
