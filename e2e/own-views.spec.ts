import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

const late = "Hos mig · Over fristen";
const newest = "Sendt til mig · Udsættelse truer · Nyeste først";

test("a list as it is narrowed is kept as a view, moved, dropped and given back", async ({ as }) => {
  const page = await as("mentor.sck");
  const own = page.getByRole("navigation", { name: "Egne visninger" });
  const keep = page.getByRole("button", { name: "Gem som visning" });
  await page.goto("/inbox?list=held");
  await expect(keep).toHaveCount(0);
  await page.getByRole("combobox", { name: /^Frist/ }).selectOption("Over fristen");
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await page.waitForURL(/state=late/);
  await keep.click();
  await expect(toast(page)).toContainText("Visningen er gemt.");
  await expect(own.getByRole("link", { name: late })).toHaveAttribute("aria-current", "true");

  // Whoever comes back is not narrowed: a view is asked for.
  await page.goto("/inbox");
  await expect(page.getByRole("combobox", { name: /^Frist/ })).toHaveValue("");
  await page.getByLabel("Ydelse").selectOption("Udsættelse truer");
  await page.getByText("Flere filtre").click();
  await page.getByRole("combobox", { name: /^Rækkefølge/ }).selectOption("Nyeste først");
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await page.waitForURL(/sort=newest/);
  await keep.click();
  await expect(own.getByRole("link")).toHaveText([late, newest]);
  await page.getByRole("button", { name: "Flyt frem" }).click();
  await expect(own.getByRole("link")).toHaveText([newest, late]);
  await expectAccessibleInBothWidths(page);

  await page.getByRole("button", { name: "Slet visningen" }).click();
  await expect(own.getByRole("link")).toHaveText([late]);
  await toast(page).getByRole("button", { name: "Fortryd" }).click();
  await expect(own.getByRole("link")).toHaveText([newest, late]);
  await own.getByRole("link", { name: late }).click();
  await page.waitForURL(/list=held&state=late/);
});

test("a link to a view says nothing but codes, and what is not there is passed over and said", async ({ as }) => {
  const page = await as("skp.sck");
  await page.goto("/inbox?service=BORTE&state=late&unit=hansen");
  await expect(page.getByText("Noget i adressen findes ikke her. Det er sprunget over.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: /^Frist/ })).toHaveValue("late");
  await expect(page.getByRole("navigation", { name: "Egne visninger" })).toHaveCount(0);
  await expectAccessibleInBothWidths(page);
});

test("a view is kept before scripts run", async ({ as, browser }) => {
  const signedIn = await as("skp.sck");
  const storageState = await signedIn.context().storageState();
  const context = await browser.newContext({ javaScriptEnabled: false, storageState });
  const plain = await context.newPage();
  await plain.goto("/inbox?service=SKP");
  await plain.getByRole("button", { name: "Gem som visning" }).click();
  await expect(plain).toHaveURL(/service=SKP/);
  await plain.getByRole("button", { name: "Slet visningen" }).click();
  await expect(plain.getByRole("button", { name: "Gem som visning" })).toBeVisible();
  await context.close();
});
