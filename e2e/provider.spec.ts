import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { logIn } from "#e2e/steps/log-in.ts";
import { linkMailedTo } from "#e2e/steps/mail.ts";
import { inviteBy } from "#e2e/steps/newcomer.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

const button = (page: Page) => page.getByRole("link", { name: "Log ind med Kommunen" });

/** At the organisation's own login, which is no page of ours. */
async function signInThere(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Kommunens login" })).toBeVisible();
  await page.getByLabel("Navn").fill(name);
  await page.getByRole("button", { name: "Log ind" }).click();
}

test("whom nobody here knows is told what to do, and looks at nothing", async ({ page }, run) => {
  await page.goto("/login");
  await expectAccessibleInBothWidths(page);
  await button(page).click();
  await signInThere(page, `ukendt-${run.project.name}-${Date.now()}`);
  await expect(page).toHaveURL("/login?problem=unknown");
  await expect(page.getByText("Vi kender dig ikke her endnu.")).toBeVisible();
  await expectAccessibleInBothWidths(page);
});

test("an invitation leads to the organisation's own login, and from then on one touch does", async ({
  page,
  browser,
}, run) => {
  const admin = await (await browser.newContext()).newPage();
  await logIn(admin, "admin");
  const address = await inviteBy(admin, `Ida${run.project.name} Inviteret`);
  await admin.context().close();

  await page.goto(await linkMailedTo(address));
  await button(page).click();
  await signInThere(page, address);
  await expect(page).toHaveURL("/");

  await page.context().clearCookies({ name: "brobyg" });
  await page.goto("/notices");
  await button(page).click();
  await expect(page).toHaveURL("/notices");
});

test("whoever turns back at the organisation's login is told, and can try again", async ({ page }) => {
  await page.goto("/api/auth/callback/kommunen?error=access_denied&state=none");
  await expect(page).toHaveURL("/login?problem=provider");
  await expect(page.getByText("Login gennem din organisation lykkedes ikke.")).toBeVisible();
  await button(page).click();
  await expect(page.getByRole("heading", { name: "Kommunens login" })).toBeVisible();
});
