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
