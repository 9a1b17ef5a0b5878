import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { logIn } from "#e2e/steps/log-in.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

const cover = (page: Page) => page.getByRole("alertdialog", { name: "En anden er logget ind" });
const phone = (page: Page) => page.getByLabel("Telefon (arbejde)");
const name = (page: Page) => page.locator("[popovertarget=person-menu] .on-desk");

/** Where a tab asks by itself whose session it is, which it does after a while. */
const asks = /\/api\/(session|live)\b/;

/** One click on one of the demo's people, in a tab beside others. */
async function takesOver(page: Page, persona: string): Promise<void> {
  await page.goto("/login?again");
  await page.getByRole("button", { name: new RegExp(`^${persona.replaceAll(".", "\\.")}`) }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

/** The first of two people writes a telephone number. */
async function writes(page: Page, number = "20 30 40 50"): Promise<void> {
  await logIn(page, "sundhed.fc");
  await page.goto("/contacts/me");
  await page.getByRole("link", { name: /Sundhed i nærmiljøet/ }).click();
  await page.waitForURL(/\/contacts\/[\w-]{36}$/);
  await scriptsCame(page);
  await phone(page).fill(number);
}

test("a tab with nothing unsent becomes the other's as soon as they have logged in beside it", async ({ page }) => {
  await logIn(page, "vicevaert.titanparken");
  const first = await name(page).textContent();
  const other = await page.context().newPage();
  const drawn = page.waitForEvent("load");
  await takesOver(other, "boligraadgiver.sck");
  await drawn;
  await expect(name(page)).not.toHaveText(first ?? "");
  expect(await name(page).textContent()).toBe(await name(other).textContent());
});

test("one with something unsent is covered at once, sends nothing in the other's name, and goes on when its own person is back", async ({
  page,
}) => {
  await writes(page);
  const other = await page.context().newPage();
  await takesOver(other, "boligraadgiver.sck");
  await expect(cover(page)).toBeVisible();
  await expectAccessibleInBothWidths(page);
  await page.keyboard.press("Escape");
  await expect(cover(page)).toBeVisible();

  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Log ind igen" }).click();
  const login = await opening;
  await login.getByRole("button", { name: /^sundhed\.fc/ }).click();
  await login.waitForEvent("close");
  await expect(cover(page)).toBeHidden();
  await expect(phone(page)).toHaveValue("20 30 40 50");
});

test("what is sent before the tab has heard of it is refused, says so, and stays", async ({ page }) => {
  await writes(page);
  // The tab hears nothing of the others, and of nobody else whose session it is.
  await page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await page.route(asks, (route) => route.abort());
  const other = await page.context().newPage();
  await other.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await takesOver(other, "boligraadgiver.sck");
  await expect(cover(page)).toBeHidden();
  await page.unroute(asks);
  const sent = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  expect((await sent).status()).toBe(409);
  await expect(cover(page)).toBeVisible();
  await expect(page.getByText("En anden er nu logget ind i denne browser. Intet herfra er sendt.")).toBeAttached();
  await expect(phone(page)).toHaveValue("20 30 40 50");

  const drawn = page.waitForEvent("load");
  await page.getByRole("button", { name: "Slet det, og gå videre som den anden" }).click();
  await drawn;
  await expect(page.getByText("20 30 40 50")).toHaveCount(0);
});

test("a page of a session before goes on in the next one of the same person", async ({ page }) => {
  await writes(page, "20 30 40 70");
  const other = await page.context().newPage();
  await takesOver(other, "sundhed.fc");
  await expect(cover(page)).toBeHidden();
  const sent = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  expect((await sent).status()).toBe(200);
});

test("a form before scripts run is refused in words, and nobody logs the other out", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByRole("button", { name: /^sundhed\.fc/ }).click();
  const other = await context.newPage();
  await other.goto("/login?again");
  await other.getByRole("button", { name: /^boligraadgiver\.sck/ }).click();
  await page.locator("[popovertarget=person-menu]").click();
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(page.getByText("En anden er nu logget ind i denne browser.")).toBeVisible();
  await other.goto("/account");
  await expect(other).toHaveURL("/account");
  await context.close();
});
