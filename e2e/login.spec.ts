import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { letProofGrowOld, linkMailedTo } from "#e2e/steps/mail.ts";

import {
  arrived,
  codeNow,
  followLink,
  giveCode,
  givePasskeys,
  givePassword,
  giveRecoveryCode,
  inviteBy,
  logOut,
  nextCode,
  password,
  secretOn,
} from "#e2e/steps/newcomer.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";

// Each makes an account of its own, and looks at every state in both widths.
test.skip(({ isMobile }) => isMobile, "told once for both widths");
// Long ones: whole ways in and out, with every state on them looked at twice.
test.slow();

/** What is said when something went wrong; Next has an alert of its own, which says where one is. */
const told = (page: Page, text: string): Locator => page.getByRole("alert").filter({ hasText: text });

test("somebody is invited, chooses a password and an app, and gets ten codes for the day it is lost", async ({
  as,
  browser,
}) => {
  const address = await inviteBy(await as("admin"), "Tove Totrin");
  const page = await (await browser.newContext()).newPage();
  const link = await linkMailedTo(address);
  await page.goto(link);
  await expect(page).toHaveURL(/\/invitation$/);
  await expect(page.getByRole("heading", { level: 1, name: "Velkommen til Brobyg" })).toBeVisible();
  await expect(page.getByLabel("Du logger ind med")).toHaveValue(address);
  for (const weak of ["kort", "password1234"]) {
    await page.getByLabel("Ny adgangskode").fill(weak);
    await page.getByRole("button", { name: "Fortsæt" }).click();
    await expect(told(page, weak === "kort" ? "mindst 12 tegn" : "let at gætte")).toBeVisible();
  }
  await expectAccessibleInBothWidths(page);
  await page.getByLabel("Ny adgangskode").fill(password);
  await page.getByRole("button", { name: "Fortsæt" }).click();

  await expect(page.getByRole("heading", { name: /^Trin 2 af 2/ })).toBeVisible();
  await expectAccessibleInBothWidths(page);
  const secret = await secretOn(page);
  await page.getByLabel("Kode, som appen viser").fill("000000");
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(told(page, "Koden passer ikke")).toBeVisible();
  await page.getByLabel("Kode, som appen viser").fill(codeNow(secret));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(page.getByRole("heading", { name: "Dine gendannelseskoder" })).toBeFocused();
  const codes = await page.getByRole("listitem").allTextContents();
  expect(new Set(codes).size).toBe(10);
  await expectAccessibleInBothWidths(page);
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await arrived(page);

  // A second time, the link leads nobody in.
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1, name: "Linket virker ikke mere" })).toBeVisible();
  await expectAccessibleInBothWidths(other);
});

test("another link in the middle of an invitation is asked about, and what was begun goes on", async ({
  as,
  browser,
}) => {
  const admin = await as("admin");
  const page = await followLink(browser, await inviteBy(admin, "Bodil Begyndt"));
  await page.goto(await linkMailedTo(await inviteBy(admin, "Anker Anden")));
  await expect(page.getByRole("heading", { level: 1, name: "Du har åbnet et andet link" })).toBeVisible();
  await expect(page.getByText(/^Linket er til Anker Anden/)).toBeVisible();
  await expectAccessibleInBothWidths(page);
  await page.getByRole("button", { name: "Gør det færdigt, jeg var i gang med" }).click();
  await expect(page.getByRole("heading", { name: /^Trin 2 af 2/ })).toBeVisible();
  await expect(page.getByText(/^Bodil Begyndt/)).toBeVisible();
});

test("whoever has an app comes in with each of its codes once, and with a recovery code once", async ({
  as,
  browser,
}) => {
  const address = await inviteBy(await as("admin"), "Kaja Kode");
  const page = await followLink(browser, address);
  const secret = await secretOn(page);
  await page.getByLabel("Kode, som appen viser").fill(codeNow(secret));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(page.getByRole("heading", { name: "Dine gendannelseskoder" })).toBeVisible();
  const codes = await page.getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await arrived(page);
  await logOut(page);

  await page.getByLabel("Mailadresse").fill(address);
  await page.getByLabel("Adgangskode", { exact: true }).fill("en helt anden sætning");
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(told(page, "Mailadresse eller adgangskode passer ikke.")).toBeVisible();
  await expect(page.getByLabel("Mailadresse")).toHaveValue(address);
  await expectAccessibleInBothWidths(page);
  await givePassword(page, address);
  await expectAccessibleInBothWidths(page);

  await giveCode(page, "abc");
  await expect(told(page, "Koden passer ikke")).toBeVisible();
  await expectAccessibleInBothWidths(page);
  const code = nextCode(secret);
  await giveCode(page, code);
  await arrived(page);
  await logOut(page);

  // A code is taken once; a recovery code too.
  await givePassword(page, address);
  await giveCode(page, code);
  await expect(told(page, "Koden passer ikke")).toBeVisible();
  await giveRecoveryCode(page, codes[0] ?? "");
  await page.waitForURL("**/account?recovery=used");
  await expect(page.getByText("Du brugte en gendannelseskode. Tilføj et nyt andet trin nu")).toBeVisible();
  await expect(page.getByText("Du har 9 koder tilbage.")).toBeVisible();
  await expect(page.getByText("Dit andet trin er fjernet")).toBeVisible();
  await expectAccessibleInBothWidths(page);
  await logOut(page);
  await givePassword(page, address, "/login?next=%2Fnotices");
  await giveRecoveryCode(page, codes[0] ?? "");
  await expect(told(page, "Koden passer ikke")).toBeVisible();

  // Whoever lost their app makes another one, which is asked for from now on.
  await page.getByLabel("Gendannelseskode", { exact: true }).fill(codes[1] ?? "");
  await page.getByRole("button", { name: "Brug gendannelseskoden" }).click();
  await page.waitForURL("**/account?recovery=used&next=%2Fnotices");
  await page.getByRole("button", { name: "Tilføj app" }).click();
  const another = await secretOn(page);
  await page.getByLabel("Kode, som appen viser").fill(codeNow(another));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(page.getByText("Dit andet trin er fjernet")).toHaveCount(0);
  await page.getByRole("link", { name: "Fortsæt til siden, du ville åbne" }).click();
  await page.waitForURL("**/notices");
  await logOut(page);
  await givePassword(page, address);
  await expect(page.getByLabel("Kode fra din app")).toBeVisible();
});

test("somebody comes back with a passkey in one touch, adds an app, and takes the passkey away", async ({
  as,
  browser,
}) => {
  const address = await inviteBy(await as("admin"), "Nora Nøgle");
  const page = await followLink(browser, address);
  await givePasskeys(page);
  await page.getByRole("button", { name: "Lav adgangsnøgle" }).click();
  await expect(page.getByRole("heading", { name: "Dine gendannelseskoder" })).toBeVisible();
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await arrived(page);
  await logOut(page);
  await page.getByRole("button", { name: "Log ind med adgangsnøgle" }).click();
  await arrived(page);

  await page.getByRole("banner").getByRole("button").last().click();
  await page.getByRole("link", { name: "Min konto" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Min konto" })).toBeVisible();
  await expect(page.getByText("Du er ikke logget ind andre steder.")).toBeVisible();
  await expect(page.getByText("Du skal altid have ét andet trin.")).toBeVisible();
  await expectAccessibleInBothWidths(page);
  await page.getByRole("button", { name: "Tilføj app" }).click();
  await expect(page.getByLabel("Kode, som appen viser")).toBeVisible();
  await expectAccessibleInBothWidths(page);
  const secret = await secretOn(page);
  await page.getByLabel("Kode, som appen viser").fill(codeNow(secret));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(toast(page)).toContainText("Tilføjet.");
  await expect(page.getByRole("button", { name: /^Fjern/ })).toHaveCount(2);
  await expectAccessibleInBothWidths(page);

  // A passkey that is taken away opens nothing more.
  await page.getByRole("button", { name: /^Fjern Adgangsnøgle/ }).click();
  await expect(page.getByRole("button", { name: /^Fjern/ })).toHaveCount(0);
  await logOut(page);
  await page.getByRole("button", { name: "Log ind med adgangsnøgle" }).click();
  await expect(told(page, "Adgangsnøglen passer ikke")).toBeVisible();
});

test("whoever is signed in elsewhere too ends that session, which is out at once", async ({ as, browser }) => {
  const address = await inviteBy(await as("admin"), "Erna Enhed");
  const page = await followLink(browser, address);
  const secret = await secretOn(page);
  await page.getByLabel("Kode, som appen viser").fill(codeNow(secret));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await arrived(page);

  const elsewhere = await (await browser.newContext()).newPage();
  await givePassword(elsewhere, address);
  await giveCode(elsewhere, nextCode(secret));
  await arrived(elsewhere);
  await page.goto("/account");
  await expectAccessibleInBothWidths(page);
  await page.getByRole("button", { name: /^Log ud her/ }).click();
  await expect(page.getByText("Du er ikke logget ind andre steder.")).toBeVisible();
  await elsewhere.goto("/contacts");
  await elsewhere.waitForURL("**/login?next=%2Fcontacts");
});

test("whoever signed in a while ago shows again that it is them, and goes on under a new token", async ({
  as,
  browser,
}) => {
  const address = await inviteBy(await as("admin"), "Silke Session");
  const page = await followLink(browser, address);
  await givePasskeys(page);
  await page.getByRole("button", { name: "Lav adgangsnøgle" }).click();
  await expect(page.getByRole("heading", { name: "Dine gendannelseskoder" })).toBeVisible();
  const [spare = ""] = await page.getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await arrived(page);
  await letProofGrowOld(address);
  await page.goto("/account");
  await expect(page.getByRole("button", { name: "Lav nye koder" })).toHaveCount(0);
  await page.getByRole("button", { name: "Vis, at det er dig" }).click();
  await expectAccessibleInBothWidths(page);
  const before = await page.context().cookies();
  await page.getByRole("button", { name: "Brug adgangsnøgle" }).click();
  await page.getByRole("button", { name: "Lav nye koder" }).click();
  const token = (all: typeof before) => all.find(({ name }) => name === "brobyg")?.value;
  expect(token(await page.context().cookies())).not.toBe(token(before));
  await expect(page.getByRole("heading", { name: "Dine gendannelseskoder" })).toBeVisible();
  await expectAccessibleInBothWidths(page);

  // The codes of before open nothing more.
  await logOut(page);
  await givePassword(page, address);
  await giveRecoveryCode(page, spare);
  await expect(told(page, "Koden passer ikke")).toBeVisible();
});

test("one of the demo's people sees where they are signed in, and that a real account has two steps", async ({
  as,
}) => {
  const page = await as("forum");
  await page.goto("/account");
  await expect(page.getByText("En rigtig konto har altid to trin.")).toBeVisible();
  await expect(page.getByText(/Denne browser/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Vis, at det er dig" })).toHaveCount(0);
  await expectAccessibleInBothWidths(page);
});
