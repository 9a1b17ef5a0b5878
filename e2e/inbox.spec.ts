import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

const [vicevaert, boligraadgiver, colleague, skp] = [
  "vicevaert.titanparken",
  "boligraadgiver.sck",
  "boligraadgiver2.sck",
  "skp.sck",
] as const;

/** Long enough for all that other stories leave there. */
const inbox = "/inbox?rows=250";
const row = (page: Page, code: string) => page.getByRole("row").filter({ hasText: code });
const list = (page: Page, name: "Sendt til mig" | "Hos mig") => page.getByRole("link", { name, exact: true });

test("take over in one click from the list, and undo it within ten seconds", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await taker.goto(inbox);
  await expect(row(taker, code)).toContainText("Inden for fristen");
  await expect(row(taker, code)).toContainText("Projektleder/social vicevært, Titanparken");
  await expectAccessible(taker);

  await taker.getByRole("button", { name: `Overtag ${code}` }).click();
  await expect(row(taker, code)).toContainText("Overtaget", { timeout: 1_000 });
  await expect(toast(taker)).toContainText(`Du har overtaget ${code}.`);
  await expect(taker).toHaveURL(/\/inbox\?rows=250$/);
  await expectAccessible(taker);

  await toast(taker).getByRole("button", { name: "Fortryd" }).click();
  await expect(toast(taker)).toContainText(`Fortrudt. ${code} venter på dig igen.`);
  await taker.getByRole("button", { name: `Overtag ${code}` }).click();
  await row(taker, code).getByRole("link", { name: "Næste: få navnet" }).click();
  await expect(taker.getByRole("heading", { level: 1, name: code })).toBeVisible();
  await taker.goto(`${inbox}&list=held`);
  await expect(row(taker, code)).toContainText("første kontakt");
  await expectAccessible(taker);
});

test("whoever comes second is told who was first, and nothing is done twice", async ({ as }) => {
  const [sender, first, second] = [await as(vicevaert), await as(boligraadgiver), await as(colleague)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  // The second one's list is old: what is said to it is not heard.
  await second.route("**/api/{live?*,live/pulse,inbox}*", (route) => route.abort());
  await second.goto(inbox);
  await expect(row(second, code)).toBeVisible();
  await first.goto(inbox);
  await first.getByRole("button", { name: `Overtag ${code}` }).click();
  await expect(toast(first)).toContainText(`Du har overtaget ${code}.`);
  await second.getByRole("button", { name: `Overtag ${code}` }).click();
  await expect(toast(second)).toContainText("Boligrådgiver, SCK");
  await expect(row(second, code)).not.toContainText("Overtaget");
  await second.unroute("**/api/{live?*,live/pulse,inbox}*");
  await second.goto(inbox);
  await expect(row(second, code)).toBeHidden();
});

test("a discussion is answered, not taken over from the list", async ({ as }) => {
  const [sender, receiver] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender, { name: "not_yet" });
  await receiver.goto(inbox);
  await expect(row(receiver, code)).toContainText("Drøftelse");
  await expect(receiver.getByRole("button", { name: `Overtag ${code}` })).toBeHidden();
  await row(receiver, code)
    .getByRole("link", { name: `Se og svar på ${code}` })
    .click();
  await expect(receiver.getByRole("heading", { name: code })).toBeVisible();
});

test("a list is narrowed, and its address keeps how", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await taker.goto(inbox);
  await taker.getByLabel("Ydelse").selectOption("Renovering");
  await taker.getByRole("button", { name: "Vis", exact: true }).click();
  await expect(taker).toHaveURL(/service=RENOVERING/);
  await expect(row(taker, code)).toBeHidden();
  await expectAccessible(taker);
  await taker.getByRole("link", { name: "Ryd filteret" }).first().click();
  await expect(row(taker, code)).toBeVisible();
  await list(taker, "Hos mig").click();
  await expect(list(taker, "Hos mig")).toHaveAttribute("aria-current", "page");
  await expect(row(taker, code)).toBeHidden();
});

test("before scripts run, rows are links and Overtag is a form", async ({ as, browser }) => {
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await taker.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(inbox);
  await plain.getByRole("button", { name: `Overtag ${code}` }).click();
  await expect(plain.getByRole("heading", { level: 1, name: code })).toBeVisible();
  await expect(plain.getByText("Boligrådgiver, SCK (dig)").first()).toBeVisible();
  await context.close();
});

test("cases are triaged without a mouse", async ({ as, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await taker.goto(inbox);
  const link = row(taker, code).getByRole("link", { name: code });
  const overtag = taker.getByRole("button", { name: `Overtag ${code}` });
  await expect(overtag).toBeVisible();
  const down = async () => {
    await taker.keyboard.press("j");
    return link.evaluate((element) => element === document.activeElement);
  };
  await expect(async () => expect(await down()).toBe(true)).toPass({ intervals: [0] });
  await expectAccessible(taker);

  await taker.keyboard.press("Enter");
  const panel = taker.getByRole("region", { name: `Henvisning ${code}` });
  await expect(panel).toBeFocused();
  await expect(panel.getByRole("heading", { level: 2, name: code })).toBeVisible();
  await expect(taker).toHaveURL(new RegExp(`open=${code.replace("-", "")}`));
  await expectAccessible(taker);
  await taker.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(link).toBeFocused();

  await taker.keyboard.press("a");
  await expect(row(taker, code)).toContainText("Overtaget", { timeout: 1_000 });
  await expect(toast(taker)).toContainText(`Du har overtaget ${code}.`);
  await taker.keyboard.press("z");
  await expect(overtag).toBeVisible();

  await taker.keyboard.press("?");
  await expect(taker.getByRole("dialog", { name: "Genvejstaster" })).toBeVisible();
  await expectAccessible(taker);
  await taker.getByRole("button", { name: "Slå genvejstaster fra" }).click();
  await taker.keyboard.press("Escape");
  await link.focus();
  await taker.keyboard.press("a");
  await taker.keyboard.press("?");
  await expect(taker.getByRole("dialog")).toBeHidden();
  await expect(overtag).toBeVisible();
});

test("a key that is held acts once, and moves on only where it moves", async ({ as, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  for (let sent = 0; sent < 6; sent += 1) await sendReferral(sender, { service: "UDSAETTELSE" });
  await taker.goto(inbox);
  const links = taker.locator(".row-link");
  const place = () => links.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement));
  const hold = async (key: string) => {
    for (let times = 0; times < 4; times += 1) await taker.keyboard.down(key);
    await taker.keyboard.up(key);
  };
  const put: string[] = [];
  taker.on("request", (request) => request.url().endsWith("/api/bulk") && put.push(request.url()));
  await expect(async () => {
    await taker.keyboard.press("j");
    expect(await place()).toBe(0);
  }).toPass({ intervals: [0] });
  const answered = taker.waitForResponse("**/api/bulk");
  await hold("n");
  expect(await place()).toBe(1);
  await answered;
  await hold("j");
  expect(await place()).toBe(5);
  expect(put).toHaveLength(1);
});

test("twenty cases are triaged by keys alone within two minutes", async ({ as, isMobile }) => {
  test.skip(isMobile, "a phone has no keys");
  test.setTimeout(240_000);
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const cases = new Map<string, "a" | "v" | "s">();
  for (let sent = 0; sent < 20; sent += 1)
    cases.set(await sendReferral(sender, { service: "UDSAETTELSE" }), sent < 14 ? "a" : sent < 17 ? "v" : "s");
  const { keyboard } = taker;
  await taker.goto(inbox);
  for (const code of cases.keys()) await expect(row(taker, code)).toBeVisible();

  /** Down to the next row that is still to be triaged, past those of other stories. */
  const next = async () => {
    for (;;) {
      await keyboard.press("j");
      const code = await taker.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
      const key = cases.get(code);
      if (key) return { code, key };
    }
  };
  /** The opened form has the focus, and its first question stands in it. */
  const opened = (question: string | RegExp) => taker.locator(":focus").getByText(question).first();
  const began = Date.now();
  while (cases.size > 0) {
    const { code, key } = await next();
    await keyboard.press(key);
    if (key === "v") {
      await expect(opened("Hvem skal have den?")).toBeVisible();
      for (const press of ["Tab", "Space", "Tab", "Space", "Tab", "Enter"]) await keyboard.press(press);
      await expect(row(taker, code)).toBeHidden();
    }
    if (key === "s") {
      await expect(opened("Skriv selv")).toBeVisible();
      for (const press of ["Tab", "Enter"]) await keyboard.press(press);
      await expect(taker.getByRole("region", { name: `Henvisning ${code}` })).toContainText("spurgte");
    }
    if (key === "a") await expect(row(taker, code)).toContainText("Overtaget");
    cases.delete(code);
  }
  expect(Date.now() - began).toBeLessThan(120_000);
});

test("several are put on the agenda and given to a colleague at once, with one undo", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const codes = [
    await sendReferral(sender, { service: "UDSAETTELSE" }),
    await sendReferral(sender, { service: "UDSAETTELSE" }),
  ];
  await taker.goto(inbox);
  const agenda = taker.getByRole("button", { name: "Til dagsordenen" });
  const choose = async () => {
    for (const code of codes) await taker.getByRole("checkbox", { name: `Vælg ${code}` }).check();
  };
  await expect(row(taker, codes[0] ?? "")).toBeVisible();
  await expect(async () => {
    await agenda.click();
    await expect(taker.getByText("Vælg mindst én henvisning.")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await choose();
  await agenda.click();
  await expect(toast(taker)).toContainText("2 henvisninger er på dagsordenen.");
  await toast(taker).getByRole("button", { name: "Fortryd" }).click();
  await expect(toast(taker)).toContainText("Fortrudt for 2 henvisninger.");

  await choose();
  await expectAccessible(taker);
  const person = taker.getByLabel("Tovholder");
  await person.selectOption({ index: 1 });
  const name = await person.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent ?? "");
  await taker.getByRole("button", { name: "Gør til tovholder" }).click();
  await expect(toast(taker)).toContainText("2 henvisninger har fået tovholder.");
  for (const code of codes) await expect(row(taker, code)).toContainText(name);
});

test("what is done in the referral beside the list shows in the list", async ({ as, isMobile }) => {
  test.skip(isMobile, "on a phone a row opens as a page");
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await taker.goto(inbox);
  await row(taker, code).getByRole("link", { name: code }).click();
  const panel = taker.getByRole("region", { name: `Henvisning ${code}` });
  await panel.getByRole("button", { name: "Overtag", exact: true }).click();
  await expect(panel).toContainText("Boligrådgiver, SCK (dig)");
  await expect(row(taker, code)).toBeHidden();
  await panel.getByRole("link", { name: "Luk" }).click();
  await expect(panel).toBeHidden();
});

test("on a phone a row opens as a page", async ({ as, isMobile }) => {
  test.skip(!isMobile, "on the desk it opens beside the list");
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await taker.goto(inbox);
  await row(taker, code).getByRole("link", { name: code }).click();
  await expect(taker.getByRole("heading", { level: 1, name: code })).toBeVisible();
  await taker.goBack();
  await expect(row(taker, code)).toBeVisible();
});
