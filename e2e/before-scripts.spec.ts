import { type Browser, expect, type Page } from "@playwright/test";
import type { Persona } from "#e2e/steps/log-in.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "what a form holds does not hang on its width");

/** Forms that begin with something in them, and how one comes to them. */
const forms: [what: string, persona: Persona, find: (page: Page) => Promise<unknown>][] = [
  ["the call of a meeting", "sagsbehandler.sck", (page) => page.goto("/meetings")],
  ["a post's contact", "sundhed.fc", (page) => byLink(page, { from: "/contacts/me", name: /Sundhed i nærmiljøet/ })],
  ["a unit's name", "admin", (page) => byLink(page, { from: "/admin/units", name: /Titanparken/ })],
  ["a person's contact", "admin", (page) => byLink(page, { from: "/admin/people", name: "Karla Trappegaard" })],
];

async function byLink(page: Page, { from, name }: { from: string; name: string | RegExp }): Promise<void> {
  await page.goto(from);
  const link = page.getByRole("link", { name }).first();
  const address = (await link.getAttribute("href")) ?? "";
  await page.goto(address);
}

/** What each form of the page would send, without its key. */
const held = (page: Page) =>
  page
    .locator("main form[method=post]")
    .evaluateAll((all) =>
      (all as HTMLFormElement[]).map((form) => [
        new URL(form.action).pathname,
        [...new FormData(form)].filter(([name]) => name !== "intent"),
      ]),
    );

/** Forms that may be sent and have no key, without which nothing is taken. */
const keyless = (page: Page) =>
  page
    .locator("main form[method=post]")
    .evaluateAll((all) =>
      (all as HTMLFormElement[])
        .filter(
          (form) => !new FormData(form).get("intent") && form.querySelector("[type=submit]:not([formmethod]):enabled"),
        )
        .map((form) => form.action),
    );

/** React has taken over every form of the page. */
const takenOver = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll("main form[method=post]")].every((form) =>
      Object.keys(form).some((key) => key.startsWith("__reactProps")),
    ),
  );

/** The same person on a line so slow that no script of the application has come. */
async function onSlowLine(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  await context.route("**/_next/static/**/*.js", (route) => route.abort());
  return context.newPage();
}

for (const [what, persona, find] of forms)
  test(`a form sends the same before scripts run as after: ${what}`, async ({ as, browser }) => {
    const page = await as(persona);
    const plain = await onSlowLine(browser, page);
    await find(plain);
    await find(page);
    await takenOver(page);
    const after = await held(page);
    expect(JSON.stringify(after)).toMatch(/"[^"]*\d[^"]*"\]/);
    expect(await held(plain)).toEqual(after);
    expect(await keyless(plain)).toEqual([]);
    expect(await page.locator("main form[method=post] [type=submit]:disabled").count()).toBe(0);
    await plain.context().close();
  });

/** Opens a page whose scripts do not come before they are let through. */
async function openEarly(page: Page, address: string): Promise<() => void> {
  const scripts = Promise.withResolvers<void>();
  await page.route(/\.js(\?|$)/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return scripts.resolve;
}

test("what is searched and chosen in a list before its scripts have come narrows it once they are there", async ({
  as,
}) => {
  const page = await as("vicevaert.lundtoftegade");
  const found = page.getByRole("heading", { level: 3 });
  let come = await openEarly(page, "/contacts");
  await page.getByLabel("Søg", { exact: true }).fill("myndighedsteamet");
  expect(await found.count()).toBeGreaterThan(4);
  come();
  await expect(found).toHaveText([/Myndighedsteamet/]);
  await expect(page.getByLabel("Søg", { exact: true })).toHaveValue("myndighedsteamet");
  await page.unrouteAll({ behavior: "wait" });

  come = await openEarly(page, "/contacts");
  await page.getByLabel("Enhed").selectOption("Forebyggelsescenter Nørrebro");
  expect(await found.count()).toBeGreaterThan(4);
  come();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Forebyggelsescenter Nørrebro"]);
});

test("a code that a leader writes before the scripts have come is the one that is sent", async ({ as }) => {
  const page = await as("leder.akb");
  const come = await openEarly(page, "/leader");
  await page.getByLabel("Kode").fill("7K4F-2H9M");
  come();
  await page.getByRole("group", { name: "Hvorfor?" }).getByRole("radio").first().check();
  const sent = page.waitForRequest((request) => request.url().endsWith("/void"));
  await page.getByRole("button", { name: "Tag henvisningen ud" }).click();
  await page.getByRole("button", { name: "Tag den ud nu" }).click();
  expect((await sent).url()).toContain("/api/referrals/7K4F2H9M/void");
  await expect(page.getByLabel("Kode")).toHaveValue("7K4F-2H9M");
});
