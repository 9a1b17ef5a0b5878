import { expect, type Locator, type Page } from "@playwright/test";

/** The address of a referral, by its code as it is shown. */
export const addressOf = (code: string): string => `/referrals/${code.replace("-", "")}`;

/** Goes to the page of a referral and waits until it can be used. */
export async function openReferral(page: Page, code: string): Promise<void> {
  await page.goto(addressOf(code));
  await expect(page.getByRole("heading", { level: 1, name: code })).toBeVisible();
  await expect(page.getByRole("article")).toHaveAttribute("aria-busy", "false");
}

export const acts = (page: Page): Locator => page.getByRole("region", { name: "Det kan du gøre" });

export const act = (page: Page, name: string | RegExp): Locator =>
  acts(page).getByRole("button", { name, exact: true });

/** Opens "Mere", where the rare acts are. */
export const showMore = (page: Page): Promise<void> => acts(page).getByText("Mere", { exact: true }).click();

/** The newest sentence of the timeline. */
export const latest = (page: Page): Locator =>
  page.getByRole("list", { name: "Det er sket" }).getByRole("listitem").first();

/** What was said when an act was done. */
export const toast = (page: Page): Locator => page.getByRole("region", { name: "Meddelelser fra Brobyg" });

/** What whoever took it over does first: gets the name, by telephone. */
export const next = (page: Page): Locator => page.getByRole("region", { name: "Næste: få navnet i telefonen" });
