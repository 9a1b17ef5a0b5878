import { type Browser, expect, type Page } from "@playwright/test";
import { totpCode } from "#db/account/totp.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { linkMailedTo } from "#e2e/steps/mail.ts";
import { stageNow } from "#e2e/steps/stage-clock.ts";

export const password = "en cykel til hver fugl";

/** Invites somebody new as the administrator, and gives the address; the link is in the mail. */
export async function inviteBy(admin: Page, name: string): Promise<string> {
  const address = `${name.split(" ")[0]?.toLowerCase()}.${Date.now()}@noerrebro.example`;
  await admin.goto("/admin/people/new");
  await admin.getByLabel("Navn", { exact: true }).fill(name);
  await admin.getByLabel("Mail (arbejde)").fill(address);
  await tile(admin, "Har funktionen", "Funktion ved renovering i Vognvænget").check();
  await admin.getByRole("button", { name: "Send invitation" }).click();
  await admin.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/);
  return address;
}

/** A browser of its own, in which somebody follows the link that they were mailed, and has chosen a password. */
export async function followLink(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(await linkMailedTo(address));
  await page.getByLabel("Ny adgangskode").fill(password);
  await page.getByRole("button", { name: "Fortsæt" }).click();
  await expect(page.getByRole("heading", { name: /^Trin 2 af 2/ })).toBeVisible();
  return page;
}

/** The secret that the page offers to an app, as one would type it. */
export const secretOn = async (page: Page): Promise<string> => (await page.locator("code").first().textContent()) ?? "";

/** What the app shows now. */
export const codeNow = (secret: string): string => totpCode(secret, stageNow().getTime());

/** What it will show in half a minute, which the server takes already: codes of the present were taken before. */
export const nextCode = (secret: string): string => totpCode(secret, stageNow().getTime() + 30_000);

/** A code, at the second step of a login. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Kode fra din app").fill(code);
  await page.getByRole("button", { name: "Brug koden" }).click();
}

export async function giveRecoveryCode(page: Page, code: string): Promise<void> {
  await page.getByText("Brug en gendannelseskode").click();
  await page.getByLabel("Gendannelseskode", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Brug gendannelseskoden" }).click();
}

export const arrived = (page: Page): Promise<void> => page.waitForURL((url) => url.pathname === "/");

/** Address and password, up to the second step. */
export async function givePassword(page: Page, address: string, login = "/login"): Promise<void> {
  await page.goto(login);
  await page.getByLabel("Mailadresse").fill(address);
  await page.getByLabel("Adgangskode", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === "/login/factor");
}

export async function logOut(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button").last().click();
  await page.getByRole("button", { name: "Log ud", exact: true }).click();
  await page.waitForURL("**/login");
}

/** A device that holds passkeys and knows its owner, as a telephone does. */
export async function givePasskeys(page: Page): Promise<void> {
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
