import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import {
  arrived,
  codeNow,
  followLink,
  givePasskeys,
  givePassword,
  inviteBy,
  logOut,
  nextCode,
  password,
  secretOn,
} from "#e2e/steps/newcomer.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");
test.slow();

const unsent = (page: Page) => page.getByText("Ikke sendt. Det, du har skrevet, er her endnu.");
const retry = (page: Page) => page.getByRole("button", { name: "Prøv igen" });

/** A line that is there and carries nothing: the browser does not know that it is offline. */
const cut = (page: Page) => page.route(/\/api\//, (route) => route.abort());
const mend = (page: Page) => page.unroute(/\/api\//);

/** The server was built anew since the page was drawn: none of its scripts is there any more. */
const rebuilt = (page: Page) =>
  page.route(/\/_next\/static\//, (route) => route.fulfill({ status: 404, body: "" }), { times: 50 });

test("an address and a password stay while nothing answers, and the same is tried again", async ({ page }) => {
  await page.goto("/login");
  await cut(page);
  await page.getByLabel("Mailadresse").fill("nogen@noerrebro.example");
  await page.getByLabel("Adgangskode", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(unsent(page)).toBeVisible();
  await expectAccessibleInBothWidths(page);
  await expect(page.getByLabel("Mailadresse")).toHaveValue("nogen@noerrebro.example");
  await expect(page.getByLabel("Adgangskode", { exact: true })).toHaveValue(password);
  await mend(page);
  await retry(page).click();
  await expect(page.getByText("Mailadresse eller adgangskode passer ikke. Prøv igen.")).toBeVisible();
  await expect(page.getByLabel("Mailadresse")).toHaveValue("nogen@noerrebro.example");
});

test("one click as one of the demo's people, and an organisation's login, end on no page of the browser's", async ({
  page,
}) => {
  await page.goto("/login");
  await cut(page);
  await page.getByLabel("Mailadresse").fill("nogen@noerrebro.example");
  await page.getByRole("button", { name: /^forum/ }).click();
  await expect(unsent(page)).toBeVisible();
  await page.getByRole("link", { name: "Log ind med Kommunen" }).click();
  await expect(unsent(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Log ind med adgangsnøgle" }).click();
  await expect(unsent(page)).toHaveCount(3);
  await expect(page.getByLabel("Mailadresse")).toHaveValue("nogen@noerrebro.example");
  await mend(page);
  await retry(page).first().click();
  await arrived(page);
});

test("a login page that lies open while the network is gone keeps its links", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("Mailadresse").fill("nogen@noerrebro.example");
  await page.context().setOffline(true);
  await page.getByRole("link", { name: /^Til beboere/ }).click();
  await expect(page.getByRole("alertdialog", { name: "Du er offline" })).toBeVisible();
  await page.getByRole("button", { name: "Bliv på siden" }).click();
  await expect(page.getByLabel("Mailadresse")).toHaveValue("nogen@noerrebro.example");
  await page.context().setOffline(false);
});

test("invitation, second step, recovery code and passkey: what is typed stays, also where the server was built anew meanwhile", async ({
  as,
  browser,
}) => {
  const address = await inviteBy(await as("admin"), "Vera Vejind");
  const page = await followLink(browser, address);
  const secret = await secretOn(page);
  await cut(page);
  await page.getByLabel("Kode, som appen viser").fill(codeNow(secret));
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(unsent(page)).toBeVisible();
  await expect(page.getByLabel("Kode, som appen viser")).toHaveValue(codeNow(secret));
  await mend(page);
  await rebuilt(page);
  await retry(page).click();
  await expect(page.getByRole("heading", { name: "Dine gendannelseskoder" })).toBeVisible();
  await page.unrouteAll();
  const [recovery = ""] = await page.getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: "Gå til Brobyg" }).click();
  await arrived(page);
  await givePasskeys(page);
  await page.goto("/account");
  await page.getByRole("button", { name: "Tilføj adgangsnøgle" }).click();
  await expect(page.getByRole("button", { name: /^Fjern/ })).toHaveCount(2);
  await logOut(page);

  await givePassword(page, address);
  await cut(page);
  await page.getByText("Brug en gendannelseskode").click();
  await page.getByLabel("Gendannelseskode", { exact: true }).fill(recovery);
  await page.getByRole("button", { name: "Brug gendannelseskoden" }).click();
  await expect(unsent(page)).toBeVisible();
  await expect(page.getByLabel("Gendannelseskode", { exact: true })).toHaveValue(recovery);
  await page.getByLabel("Kode fra din app").fill("123456");
  await page.getByRole("button", { name: "Brug koden" }).click();
  await expect(unsent(page)).toHaveCount(2);
  await mend(page);
  await page.getByLabel("Kode fra din app").fill(nextCode(secret));
  await page.getByRole("button", { name: "Brug koden" }).click();
  await arrived(page);
  await logOut(page);

  await page.goto("/login");
  await page.waitForLoadState("networkidle");
  const gone = rebuilt(page);
  await gone;
  await page.getByRole("button", { name: "Log ind med adgangsnøgle" }).click();
  await page.waitForURL("/", { waitUntil: "commit" });
});

test("what takes too long begins anew, and says so", async ({ as, browser }) => {
  const address = await inviteBy(await as("admin"), "Silas Sen");
  const page = await followLink(browser, address);
  await page.context().clearCookies({ name: /-ceremony$/ });
  await page.getByLabel("Kode, som appen viser").fill("000000");
  await page.getByRole("button", { name: "Bekræft koden" }).click();
  await expect(page.getByText("Det tog for lang tid. Begynd forfra.").first()).toBeVisible();
  await expect(page.getByLabel("Kode, som appen viser")).toHaveValue("000000");
  await page.getByRole("button", { name: "Begynd forfra" }).click();
  await expect(page.getByLabel("Ny adgangskode")).toBeVisible();
});
