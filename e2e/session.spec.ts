import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { standStill } from "#e2e/steps/database.ts";
import { logIn } from "#e2e/steps/log-in.ts";
import { chooseService } from "#e2e/steps/log-referral.ts";
import { linkMailedTo } from "#e2e/steps/mail.ts";
import { arrived, givePasskeys, inviteBy, password } from "#e2e/steps/newcomer.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

const warning = (page: Page) => page.getByRole("alertdialog", { name: "Er du her endnu?" });
const cover = (page: Page) => page.getByRole("alertdialog", { name: "Skærmen er låst" });
const warden = "vicevaert.titanparken";

/** Somebody comes back to a tab: it asks for itself how long the session lasts. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

/** So long was nothing done; the page notices it as when its device wakes up. */
async function doNothing(page: Page, minutes: number): Promise<void> {
  await standStill(page, minutes);
  await page.clock.setSystemTime(Date.now() + minutes * 60_000);
  await comeBack(page);
}

async function writeNote(page: Page): Promise<void> {
  await logIn(page, warden);
  await page.goto("/referrals/new");
  await chooseService(page, "SKP");
  await page.getByLabel("Kort note").fill("Ring om formiddagen.");
  await expect(page.getByText("Kladde: Gemt")).toBeVisible();
  await page.clock.install();
  await page.clock.resume();
}

test("five minutes before, one is warned, and one key goes on in the same field, in every tab", async ({ page }) => {
  await writeNote(page);
  const other = await page.context().newPage();
  await other.clock.install();
  await other.clock.resume();
  await other.goto("/");
  await standStill(page, 26);
  for (const tab of [page, other]) {
    await tab.clock.setSystemTime(Date.now() + 26 * 60_000);
    await comeBack(tab);
    await expect(warning(tab)).toBeVisible();
  }
  await expect(warning(page)).toContainText(/Skærmen låses kl\. \d\d\.\d\d\. Det, du har skrevet, bliver stående/);
  await expectAccessibleInBothWidths(page);
  await expect(page.getByRole("button", { name: "Bliv logget ind" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(warning(page)).toBeHidden();
  await expect(warning(other)).toBeHidden();
  await expect(page.getByLabel("Kort note")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Tak.");
  await expect(page.getByLabel("Kort note")).toHaveValue("Ring om formiddagen. Tak.");
});

test("after half an hour the page is covered, and whoever logs in again goes on in the same field", async ({
  page,
}) => {
  await writeNote(page);
  await doNothing(page, 31);
  await expect(cover(page)).toBeVisible();
  await expectAccessibleInBothWidths(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(cover(page)).toBeVisible();

  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Log ind igen" }).click();
  const login = await opening;
  await login.getByRole("button", { name: new RegExp(`^${warden.replaceAll(".", "\\.")}`) }).click();
  await login.waitForEvent("close");
  await expect(cover(page)).toBeHidden();
  await expect(page.getByLabel("Kort note")).toBeFocused();
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/drafts"));
  await page.getByLabel("Kort note").fill("Ring om formiddagen. Tak.");
  expect((await saved).status()).toBe(200);
  await expect(page.getByText("Kladde: Gemt")).toBeVisible();
});

test("somebody else who logs in meanwhile sees nothing of the page that was covered", async ({ page }) => {
  await writeNote(page);
  await doNothing(page, 31);
  await expect(cover(page)).toBeVisible();
  const other = await page.context().newPage();
  const drawn = page.waitForEvent("load");
  await logIn(other, "boligraadgiver.sck");
  await drawn;
  await expect(page.getByText("Ring om formiddagen.")).toHaveCount(0);
});

test("logging out leaves nothing in the browser, covers every tab, and Back shows the login (A32)", async ({
  page,
}) => {
  await writeNote(page);
  const other = await page.context().newPage();
  await other.goto("/");
  await page.goto("/notices");
  await page.evaluate(() => {
    window.localStorage.setItem("left", "behind");
    window.sessionStorage.setItem("left", "behind");
  });
  await page.locator("[popovertarget=person-menu]").click();
  const answered = page.waitForResponse((response) => response.url().endsWith("/api/sign-out"));
  await page.getByRole("button", { name: "Log ud" }).click();
  expect((await (await answered).allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await page.waitForURL("/login");
  await expect(cover(other)).toBeVisible();

  const left = await page.evaluate(async () => ({
    local: window.localStorage.length,
    tab: window.sessionStorage.length,
    databases: (await window.indexedDB.databases()).length,
    caches: (await window.caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ local: 0, tab: 0, databases: 0, caches: 0, workers: 0 });
  expect((await page.context().cookies()).filter(({ name }) => name === "brobyg")).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL("/login?next=%2Fnotices");
  await expect(page.getByText("Ring om formiddagen.")).toHaveCount(0);
});

test("one touch of a passkey takes the cover away", async ({ page, browser, isMobile }) => {
  const admin = await (await browser.newContext()).newPage();
  await logIn(admin, "admin");
  const address = await inviteBy(admin, isMobile ? "Nora Nøgle" : "Nils Nøgle");
  await admin.context().close();
  await givePasskeys(page);
  await page.goto(await linkMailedTo(address));
  await page.getByLabel("Ny adgangskode").fill(password);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await page.getByRole("button", { name: "Lav adgangsnøgle" }).click();
  await page
    .getByRole("link", { name: "Gå til Brobyg" })
    .or(page.getByRole("button", { name: "Gå til Brobyg" }))
    .click();
  await arrived(page);
  await page.clock.install();
  await page.clock.resume();
  await doNothing(page, 31);
  await expect(cover(page)).toBeVisible();
  await expectAccessibleInBothWidths(page);
  await page.getByRole("button", { name: "Lås op med adgangsnøgle" }).click();
  await expect(cover(page)).toBeHidden();
  await page.goto("/notices");
  await expect(page.getByRole("heading", { level: 1, name: "Beskeder" })).toBeVisible();
});
