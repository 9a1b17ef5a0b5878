import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { logIn } from "#e2e/steps/log-in.ts";
import { act, acts, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

const [raadgiver, boligraadgiver, skp] = ["raadgiver.mimersgade", "boligraadgiver.sck", "skp.sck"] as const;

/** Long enough for all that other stories leave there. */
const inbox = "/inbox?rows=250";
const soon = { timeout: 5_000 };
const section = (page: Page, name: string) =>
  page
    .getByRole("main")
    .locator("section")
    .filter({ has: page.getByRole("heading", { name }) });
const line = (page: Page, name: string, code: string) =>
  section(page, name).getByRole("listitem").filter({ hasText: code });

test("what is sent back shows in the sender's other window without reloading, and is sent on", async ({ as }) => {
  const [sender, receiver] = [await as(raadgiver), await as(skp)];
  const code = await sendReferral(sender);
  // The caseworker sits at a desk, the sender stands with a phone.
  const other = await sender.context().newPage();
  await other.setViewportSize({ width: 390, height: 844 });
  await other.goto("/");
  await expect(line(other, "Det har jeg sendt", code)).toContainText("Sendt til Støttekontaktperson, SCK");
  await openReferral(sender, code);
  await openReferral(receiver, code);
  await act(receiver, "Send retur").click();
  await acts(receiver).getByRole("button", { name: "Beboeren har ikke sagt ja endnu" }).click();
  await expect(line(other, "Venter på mig", code)).toContainText(
    "Støttekontaktperson, SCK har sendt den retur: Beboeren har ikke sagt ja endnu.",
    soon,
  );
  await expect(act(sender, "Send til …")).toBeVisible(soon);
  await expectAccessibleInBothWidths(other);
  await line(other, "Venter på mig", code).getByRole("link", { name: "Vælg næste skridt" }).click();
  await expect(other.getByRole("heading", { level: 1, name: code })).toBeVisible();
});

test("whoever has a referral open sees within five seconds that a colleague has it too, and that they left", async ({
  as,
}) => {
  const [sender, adviser, colleague] = [await as(raadgiver), await as(boligraadgiver), await as("boligraadgiver2.sck")];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await openReferral(adviser, code);
  const also = (page: Page) => page.getByRole("status").filter({ hasText: "har den også åben" });
  await expect(also(adviser)).toHaveCount(0);
  await openReferral(colleague, code);
  await expect(also(adviser)).toHaveText("Boligrådgiver, SCK (en anden) har den også åben.", soon);
  await expect(also(colleague)).toHaveText("Boligrådgiver, SCK (en anden) har den også åben.", soon);
  await openReferral(sender, code);
  await expect(also(sender)).toHaveText("Boligrådgiver, SCK har den også åben.", soon);
  await expectAccessibleInBothWidths(adviser);
  // Nothing is locked.
  await act(adviser, "Overtag").click();
  await expect(toast(adviser)).toContainText("Overtaget");
  await colleague.goto("/");
  await sender.goto("/");
  await expect(also(adviser)).toHaveCount(0, soon);
});

test("what is sent to me comes into my list by itself", async ({ as }) => {
  const [sender, taker] = [await as(raadgiver), await as(boligraadgiver)];
  await taker.goto(inbox);
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await expect(taker.getByRole("button", { name: `Overtag ${code}` })).toBeVisible(soon);
});

test("others hear of an act ten seconds later, and nothing of one that was undone", async ({ as }) => {
  test.slow();
  const [sender, taker] = [await as(raadgiver), await as(boligraadgiver)];
  const undone = await sendReferral(sender, { service: "UDSAETTELSE" });
  const done = await sendReferral(sender, { service: "UDSAETTELSE" });
  await sender.goto("/notices");
  const told = (code: string) => sender.getByRole("listitem").filter({ hasText: code });
  await taker.goto(inbox);
  await taker.getByRole("button", { name: `Overtag ${undone}` }).click();
  await toast(taker).getByRole("button", { name: "Fortryd" }).click();
  await expect(toast(taker)).toContainText(`Fortrudt. ${undone} venter på dig igen.`);
  await taker.getByRole("button", { name: `Overtag ${done}` }).click();
  await expect(toast(taker)).toContainText(`Du har overtaget ${done}.`);
  await expect(told(done)).toContainText("Boligrådgiver, SCK har overtaget.", { timeout: 20_000 });
  await expect(told(done)).toContainText("Ny");
  await expect(told(undone)).toBeHidden();
  await expect(sender.getByRole("link", { name: /^Beskeder \d/ })).toBeVisible();
  await expectAccessibleInBothWidths(sender);
  await sender.getByRole("button", { name: "Markér alle som læst" }).click();
  await expect(told(done)).not.toContainText("Ny");
  await expect(sender.getByRole("button", { name: "Markér alle som læst" })).toBeHidden();
});

test("one window of a browser holds the stream, and another takes it over", async ({ as }) => {
  const [sender, taker] = [await as(raadgiver), await as(boligraadgiver)];
  const inSight = (page: Page, code: string) =>
    expect(page.getByRole("button", { name: `Overtag ${code}` })).toBeVisible(soon);
  await taker.goto(inbox);
  await inSight(taker, await sendReferral(sender, { service: "UDSAETTELSE" }));
  const streams: string[] = [];
  const between = Promise.withResolvers<void>();
  await taker.context().route("**/api/live?*", async (route) => {
    streams.push(route.request().url());
    await between.promise;
    await route.continue();
  });
  const other = await taker.context().newPage();
  await other.goto(inbox);
  await inSight(other, await sendReferral(sender, { service: "UDSAETTELSE" }));
  expect(streams).toHaveLength(0);
  await taker.close();
  // What happens while nobody holds it is seen as soon as somebody does.
  const meanwhile = await sendReferral(sender, { service: "UDSAETTELSE" });
  between.resolve();
  await inSight(other, meanwhile);
  await inSight(other, await sendReferral(sender, { service: "UDSAETTELSE" }));
  expect(streams).toHaveLength(1);
});

test("lists are polled while the stream is cut, and say so when nothing can be read", async ({ as, browser }) => {
  test.slow();
  const sender = await as(raadgiver);
  const taker = await (await browser.newContext()).newPage();
  await taker.clock.install();
  await taker.route("**/api/live?*", (route) => route.abort());
  await logIn(taker, boligraadgiver);
  await taker.goto(inbox);
  const old = taker.getByText("Listen kan være gammel. Prøver igen …");
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await taker.clock.fastForward(16_000);
  await expect(taker.getByRole("button", { name: `Overtag ${code}` })).toBeVisible(soon);
  await expect(old).toBeHidden();

  await taker.route("**/api/**", (route) => route.abort());
  await expect(async () => {
    await taker.clock.runFor(16_000);
    await expect(old).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expectAccessibleInBothWidths(taker);
  await taker.unroute("**/api/**");
  await expect(async () => {
    await taker.clock.runFor(16_000);
    await expect(old).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await taker.context().close();
});

test("whoever is signed out elsewhere is told, and keeps what is on the screen", async ({ as }) => {
  const taker = await as(boligraadgiver);
  await taker.goto(inbox);
  await taker.context().clearCookies();
  await taker.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(taker.getByRole("alertdialog", { name: "Skærmen er låst" })).toBeVisible(soon);
  await expect(taker.getByRole("link", { name: "Log ind igen" })).toBeVisible();
  await expectAccessibleInBothWidths(taker);
});

test("a stranger's stream is refused, and the rightful one's runs", async ({ as, request }) => {
  expect((await request.get("/api/live")).status()).toBe(401);
  expect((await request.get("/api/inbox")).status()).toBe(401);
  const taker = await as(boligraadgiver);
  expect((await taker.request.get("/api/live/pulse")).status()).toBe(200);
});
