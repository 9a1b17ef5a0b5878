import { expect, type Page } from "@playwright/test";
import {
  arrived,
  codeNow,
  followLink,
  giveCode,
  givePasskeys,
  inviteBy,
  logOut,
  nextCode,
  password,
  secretOn,
} from "#e2e/steps/newcomer.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");
test.slow();

/** A link of a mail, opened signed out: the login, which knows where it leads. */
async function opens(page: Page, link: string): Promise<void> {
  await page.context().clearCookies({ name: "brobyg" });
  await page.goto(link);
  await expect(page).toHaveURL(`/login?next=${encodeURIComponent(link)}`);
}

test("a link of a mail leads through one click, in either language, to its page", async ({ page }) => {
  for (const link of ["/notices", "/meetings", "/referrals/new?service=SKP"]) {
    await opens(page, link);
    await page.getByRole("button", { name: /^vicevaert\.titanparken/ }).click();
    await expect(page).toHaveURL(link);
  }
  await opens(page, "/notices");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: /^vicevaert\.titanparken/ }).click();
  await expect(page).toHaveURL("/notices");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notices");
});

test("and through a password, its second step and a passkey", async ({ as, browser }) => {
  const address = await inviteBy(await as("admin"), "Lise Link");
  const page = await followLink(browser, address);
  const secret = await secretOn(page);
  await page.getByLabel("Kode, som appen viser").fill(codeNow(secret));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await arrived(page);
  await givePasskeys(page);
  await page.goto("/account");
  await page.getByRole("button", { name: "Tilføj adgangsnøgle" }).click();
  await expect(page.getByRole("button", { name: /^Fjern/ })).toHaveCount(2);
  await logOut(page);

  await opens(page, "/meetings");
  await page.getByRole("button", { name: "Log ind med adgangsnøgle" }).click();
  await expect(page).toHaveURL("/meetings");

  await opens(page, "/notices");
  await page.getByLabel("Mailadresse").fill(address);
  await page.getByLabel("Adgangskode", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).toHaveURL("/login/factor?next=%2Fnotices");
  await giveCode(page, nextCode(secret));
  await expect(page).toHaveURL("/notices");
});

test("and to no other site", async ({ page }) => {
  await page.context().clearCookies();
  await page.goto("/login?next=%2F%2Fevil.example");
  await page.getByRole("button", { name: /^forum/ }).click();
  await expect(page).toHaveURL("/");
});
