import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { comeAs } from "#e2e/steps/log-in.ts";
import { answerAllButSituation, asked, beginReferral, chooseService, tile } from "#e2e/steps/log-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";

const { situation } = asked;
const asks = (page: Page) => page.getByRole("alertdialog", { name: "Noget her er ikke sendt" });
const offline = (page: Page) => page.getByRole("alertdialog", { name: "Du er offline" });
const phone = (page: Page) => page.getByLabel("Telefon (arbejde)");
const bar = (page: Page) => page.getByRole("navigation", { name: "Steder" }).filter({ visible: true });
const toWork = (page: Page) => bar(page).getByRole("link", { name: /^(Mit arbejde|Arbejde)$/ });

/** A form of a few fields, which nobody saves meanwhile. */
async function beginContact(page: Page): Promise<string> {
  await comeAs(page, "sundhed.fc");
  await page.goto("/contacts/me");
  await page.getByRole("link", { name: /Sundhed i nærmiljøet/ }).click();
  await page.waitForURL(/\/contacts\/[\w-]{36}$/);
  await expect(phone(page)).toBeVisible();
  await scriptsCame(page);
  return page.url();
}

test("a page with answers that nobody has received asks before it is left, and has them for whoever comes back", async ({
  page,
}) => {
  const address = await beginContact(page);
  await phone(page).fill("20 30 40 60");
  await toWork(page).click();
  await expect(asks(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Bliv på siden" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(asks(page)).toBeHidden();
  await expect(toWork(page)).toBeFocused();
  expect(page.url()).toBe(address);

  await page.keyboard.press("Enter");
  await expectAccessibleInBothWidths(page);
  await page.getByRole("button", { name: "Bliv på siden" }).press("Enter");
  await expect(phone(page)).toHaveValue("20 30 40 60");

  await toWork(page).click();
  await page.getByRole("button", { name: "Gå videre, og send senere" }).click();
  await page.waitForURL("/");
  const stored = () => page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(await stored()).not.toContain("20 30 40");
  await bar(page)
    .getByRole("link", { name: /^Kontakt/ })
    .click();
  await page.waitForURL("/contacts");
  await page.goBack();
  await page.goBack();
  await page.waitForURL(address);
  await expect(phone(page)).toHaveValue("20 30 40 60");

  await toWork(page).click();
  await page.getByRole("button", { name: "Slet det, og gå videre" }).click();
  await page.waitForURL("/");
  await page.goBack();
  await expect(phone(page)).toBeVisible();
  await expect(phone(page)).not.toHaveValue("20 30 40 60");
  await toWork(page).click();
  await page.waitForURL("/");
});

test("the browser asks before a tab is closed with what was not sent, and never otherwise", async ({ page }) => {
  await beginContact(page);
  const heard: string[] = [];
  page.on("dialog", (dialog) => {
    heard.push(dialog.type());
    void dialog.accept();
  });
  await phone(page).focus();
  await page.reload();
  expect(heard).toEqual([]);
  await phone(page).fill("20 30 40 60");
  await page.reload();
  await expect(phone(page)).toBeVisible();
  expect(heard).toEqual(["beforeunload"]);
  await phone(page).fill("20 30 40 60");
  await phone(page).fill("");
  await phone(page).fill(await phone(page).evaluate((field) => (field as HTMLInputElement).defaultValue));
  await page.reload();
  expect(heard).toEqual(["beforeunload"]);
});

test("without a network no link leads away from what was written, nor from any page", async ({ page }) => {
  await beginContact(page);
  await page.context().setOffline(true);
  await toWork(page).click();
  await expect(offline(page)).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: /gå videre|Gå videre/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Bliv på siden" }).click();
  await phone(page).fill("20 30 40 60");
  await toWork(page).click();
  await expect(offline(page)).toBeVisible();
  await page.getByRole("button", { name: "Bliv på siden" }).click();
  await expect(phone(page)).toHaveValue("20 30 40 60");
  await page.context().setOffline(false);

  // A line that is there and carries nothing.
  await page.route("**/api/live/pulse", (route) => route.abort());
  await toWork(page).click();
  await page.getByRole("button", { name: "Gå videre, og send senere" }).click();
  await expect(offline(page)).toBeVisible();
  await page.getByRole("button", { name: "Bliv på siden" }).click();
  await expect(phone(page)).toHaveValue("20 30 40 60");
});

test("logging out asks too, and says that it is lost", async ({ page }) => {
  await beginContact(page);
  await phone(page).fill("20 30 40 60");
  await page.locator("[popovertarget=person-menu]").click();
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(asks(page)).toContainText("Det går tabt, hvis du forlader siden.");
  await expect(page.getByRole("button", { name: "Gå videre, og send senere" })).toHaveCount(0);
  await page.getByRole("button", { name: "Bliv på siden" }).click();
  await expect(phone(page)).toHaveValue("20 30 40 60");
});

test("what is saved as a draft or sent, and what only looks something up, holds nobody back", async ({ as }) => {
  const page = await as("vicevaert.lundtoftegade");
  await page.goto("/find");
  await page.locator("#find-code").fill("7K4F");
  await toWork(page).click();
  await page.waitForURL("/");

  await beginReferral(as, "vicevaert.lundtoftegade");
  await answerAllButSituation(page);
  await expect(page.getByText("Kladde: Gemt")).toBeVisible();
  await toWork(page).click();
  await page.waitForURL("/");
});

test("a referral whose draft could not be saved is there again in the same tab", async ({ as }) => {
  const page = await as("vicevaert.titanparken");
  await page.goto("/referrals/new");
  await page.route("**/api/drafts", (route) => route.abort());
  await chooseService(page, "SKP");
  await tile(page, situation, "Ses næsten ikke mere").check();
  await page.getByLabel("Kort note").fill("Ring om formiddagen.");
  await expect(page.getByText("Kladde: Ikke gemt")).toBeVisible();
  await toWork(page).click();
  await page.getByRole("button", { name: "Gå videre, og send senere" }).click();
  await page.waitForURL("/");
  await page.unroute("**/api/drafts");
  await page.goBack();
  await page.waitForURL("/referrals/new");
  await expect(tile(page, situation, "Ses næsten ikke mere")).toBeChecked();
  await expect(page.getByLabel("Kort note")).toHaveValue("Ring om formiddagen.");
});
