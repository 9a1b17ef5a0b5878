import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "#e2e/steps/people.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

test.skip(({ isMobile }) => isMobile, "told once: what waits is the same in both widths");

/** Milliseconds within which whoever pressed something must see that it was heard. */
const atOnce = 100;

/** Holds back whatever the server is asked for from now on, until it is let go. */
async function slowLine(page: Page): Promise<{ letGo: () => Promise<void> }> {
  const held: (() => void)[] = [];
  let open = false;
  await page.route("**/*", async (route) => {
    if (!open) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue().catch(() => {});
  });
  return {
    letGo: async () => {
      open = true;
      for (const go of held) go();
      await page.unrouteAll({ behavior: "wait" });
    },
  };
}

/**
 * Presses it as a person does, and gives what is seen of it after a tenth of a second, on itself and over the page, and
 * whether it is said within three. All of it in the page: while a page is fetched nobody else gets an answer from it.
 */
async function pressed(target: Locator) {
  await target.scrollIntoViewIfNeeded();
  return target.evaluate(async (element: HTMLElement, wait) => {
    element.click();
    await new Promise((resolve) => setTimeout(resolve, wait));
    const bar = getComputedStyle(document.documentElement, "::before");
    const itself = element.matches("[data-waits], [data-busy]");
    const over = bar.content !== "none" && bar.visibility === "visible" && bar.position === "fixed";
    const said = () => document.body.innerText.includes("Henter …");
    for (let turn = 0; over && !said() && turn < 30; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return { itself, bar: over, said: said() };
  }, atOnce);
}

const heard = { itself: true, bar: true, said: true };
const bar = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement, "::before").content !== "none");

test("on a slow line every kind of press is seen within a tenth of a second, and is over when the page is there", async ({
  as,
}) => {
  const page = await as("boligraadgiver.sck");
  const code = await sendReferral(await as("raadgiver.mimersgade"), { service: "UDSAETTELSE" });
  const place = (name: string) =>
    page.getByRole("navigation", { name: "Steder" }).getByRole("link", { name, exact: true });
  const ways: readonly [from: string, target: () => Locator, to: RegExp][] = [
    ["/", () => place("Indbakke"), /\/inbox$/],
    ["/inbox?list=held", () => page.getByRole("link", { name: /^Sendt til mig/ }), /\/inbox/],
    ["/inbox?rows=250", () => page.getByRole("link", { name: code }), /open=/],
    ["/inbox", () => page.getByRole("button", { name: "Vis", exact: true }), /\/inbox\?/],
    ["/", () => page.getByRole("link", { name: /^Beskeder/ }), /\/notices$/],
  ];
  for (const [from, target, to] of ways) {
    await page.goto(from);
    await expect(target()).toBeVisible();
    await scriptsCame(page);
    const line = await slowLine(page);
    expect([from, await pressed(target())]).toEqual([from, heard]);
    await line.letGo();
    await page.waitForURL(to);
    await expect.poll(() => bar(page)).toBe(false);
  }
});

test("a place on the page does not wait, and nothing moves for whoever wants no motion", async ({ as }) => {
  const page = await as("boligraadgiver.sck");
  await page.goto("/");
  await scriptsCame(page);
  expect(await pressed(page.getByRole("link", { name: "Spring til indhold" }))).toEqual({
    itself: false,
    bar: false,
    said: false,
  });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const line = await slowLine(page);
  const inbox = page.getByRole("navigation", { name: "Steder" }).getByRole("link", { name: "Indbakke", exact: true });
  expect(await pressed(inbox)).toEqual(heard);
  expect(
    await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length),
  ).toBe(0);
  await line.letGo();
  await page.emulateMedia({ reducedMotion: null });
});
