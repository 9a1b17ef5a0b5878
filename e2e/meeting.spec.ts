import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { decideByKeys, goToSlide, slide } from "#e2e/steps/meeting.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";
import { faultsOf, translate } from "#e2e/steps/translate.ts";
import { fromPageOf } from "#e2e/steps/whose-page.ts";

// A series has one meeting to come at a time, so this is told once, and each state looked at in both widths.
test.skip(({ isMobile }) => isMobile, "told on the desk, in both widths");

/** Puts a case off to the meeting by one key: it leaves the list, and stands in the view of the meeting. */
async function putOff(receiver: Page, code: string) {
  const row = receiver.getByRole("row").filter({ hasText: code });
  await receiver.goto("/inbox?rows=250");
  await expect(async () => {
    await row.getByRole("link", { name: code }).focus();
    await receiver.keyboard.press("n");
    await expect(toast(receiver)).toContainText("1 henvisning kommer igen til næste møde.", { timeout: 5_000 });
  }).toPass();
  await expect(row).toBeHidden();
  await receiver.getByRole("link", { name: "Til mødet" }).click();
  await expect(row).toBeVisible();
  await expectAccessibleInBothWidths(receiver);
}

/** Answers how a meeting was: by taps and a few words, and sees none of it shown before the next one. */
async function rate(party: Page, meeting: string) {
  await party.goto("/");
  await party.getByRole("link", { name: "Svar: Netværksmøde 2" }).click();
  await party.waitForURL(`**${meeting}/evaluation`);
  await expect(party.getByText("Derfor kan du ikke ændre dit svar")).toBeVisible();
  await expect(party.getByRole("row", { name: /Møde 2/ })).toContainText("Vises, når næste møde starter");
  await party.getByRole("group", { name: "Mødet styrkede mit daglige arbejde" }).getByLabel("4").check();
  await party.getByRole("group", { name: "Jeg ved, hvem jeg skal kontakte" }).getByLabel("5").check();
  await party.getByRole("button", { name: "Send svar" }).click();
  const missing = party.getByRole("alert").getByRole("link", { name: "Vælg et svar." });
  await expect(missing).toBeVisible();
  await expectAccessibleInBothWidths(party);
  await party.getByRole("group", { name: "Aftalerne fra sidst er fulgt op" }).getByLabel("3").check();
  await party.getByLabel("Hvad skulle være anderledes?").fill("Færre punkter");
  await nobodyKnows(party);
  await party.getByRole("button", { name: "Send svar" }).click();
  await expect(toast(party)).toContainText("Tak for dit svar.");
  await expect(party.getByRole("button", { name: "Send svar" })).toHaveCount(0);
  await party.goto("/");
  await expect(party.getByRole("link", { name: "Svar: Netværksmøde 2" })).toHaveCount(0);
}

/** Twenty cases that a party wants talked of, with a receiver whose list no other story reads. */
async function wishForTwenty(sender: Page) {
  const codes: string[] = [];
  while (codes.length < 20) codes.push(await sendReferral(sender, { service: "HJEMMEHJAELP" }));
  const wished = await sender.request.post("/api/bulk", {
    headers: await fromPageOf(sender),
    data: { intent: randomUUID(), act: "agenda", codes },
  });
  expect(wished.status()).toBe(200);
}

/** Twenty cases by keys alone: the first choice at each question, at most three of them, and on to the next. */
async function decideTwenty(convener: Page) {
  const decided = convener.getByRole("button", { name: "Ret", exact: true });
  const first = convener.locator('main button[aria-keyshortcuts="1"]');
  await convener.goto(new URL(convener.url()).pathname);
  await expect(convener.getByRole("progressbar")).toHaveAttribute("value", "1");
  for (let done = 0; done < 20; ) {
    const title = (await slide(convener).textContent()) ?? "";
    if (title === "Luk mødet") throw new Error(`only ${done} cases were there`);
    if (/^Sag \d+/.test(title) && !(await decided.isVisible())) {
      for (let keys = 0; keys < 3 && !(await decided.isVisible()); keys += 1) {
        const asked = await first.textContent();
        await convener.keyboard.press("1");
        await expect(decided.or(first.filter({ hasNotText: asked ?? "" })).first()).toBeVisible();
      }
      await expect(decided).toBeVisible();
      done += 1;
    }
    const place = await convener.getByRole("progressbar").getAttribute("value");
    await convener.keyboard.press("ArrowRight");
    await expect(convener.getByRole("progressbar")).not.toHaveAttribute("value", place ?? "");
  }
}

/** Puts the minutes of the last meeting right, approves them by one key at the next, and finds them closed for good. */
async function correctAndApprove(convener: Page, meeting: string) {
  await convener.goto(`${meeting}/minutes`);
  await expect(convener.getByText("Ikke godkendt endnu")).toBeVisible();
  await convener.getByText("Ret referatet", { exact: true }).click();
  await convener.getByLabel("Rettelse", { exact: true }).fill("SKP kom kl. 10");
  await nobodyKnows(convener);
  await expectAccessibleInBothWidths(convener);
  await convener.getByRole("button", { name: "Tilføj rettelsen" }).click();
  await expect(convener.getByText("Rettelse: SKP kom kl. 10")).toBeVisible();

  await convener.goto("/meetings");
  await convener.getByRole("link", { name: "Se dagsorden: Netværksmøde 4" }).click();
  await begins(convener);
  await convener.waitForURL("**/hold");
  await goToSlide(convener, /^Godkend referat$/);
  const tooHigh = await convener.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(tooHigh, "what fits the screen does not scroll").toBe(0);
  await expect(convener.getByRole("list", { name: "Rettelser" })).toContainText("SKP kom kl. 10");
  await expect(convener.getByRole("button", { name: "Godkend referatet" })).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await convener.keyboard.press("1");
  await expect(
    convener.getByText(/^Et godkendt referat kan ikke ændres\. Referater: 1\. Rettelser: 1\./),
  ).toBeVisible();
  await convener.keyboard.press("Escape");
  await expect(convener.getByText("Ikke godkendt endnu")).toBeVisible();
  await convener.keyboard.press("1");
  await convener.keyboard.press("1");
  await expect(convener.getByText("Godkendt. Nu kan det ikke ændres.")).toBeVisible();
  await expect(convener.getByRole("button", { name: "Godkend referatet" })).toHaveCount(0);
  await expectAccessibleInBothWidths(convener);
  await convener.getByRole("link", { name: "Læs referatet" }).click();
  await expect(convener.getByText(/^Godkendt på møde nr\. 4, /)).toBeVisible();
  await expect(convener.getByText("Ret referatet", { exact: true })).toHaveCount(0);
  await convener.getByRole("link", { name: "Sådan har møderne været" }).click();
  await expect(convener.getByRole("row", { name: /Møde 2/ })).toContainText("Færre end 5 svar");
  await expect(convener.getByRole("main")).not.toContainText("Færre punkter");
  await expectAccessibleInBothWidths(convener);
}

/** What others feel is asked first, with its numbers. */
async function begins(convener: Page) {
  await convener.getByRole("button", { name: "Start mødet" }).click();
  await expect(convener.getByText(/Punkter: \d+\. Indkaldte funktioner: \d+\./)).toBeVisible();
  await convener.getByRole("button", { name: "Start nu" }).click();
}

async function closes(convener: Page) {
  await convener.getByRole("button", { name: "Luk mødet og vis referatet" }).click();
  await expect(convener.getByText(/^Ikke besluttet: 0 af \d+\./)).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await convener.getByRole("button", { name: "Luk nu" }).click();
}

/** The wrong day: the convener thinks again at the question, begins all the same, and takes it back. */
async function beginsByMistake(convener: Page, party: Page, meeting: string) {
  const when =
    (await convener
      .getByText(/ kl\.\s9\.30\s· /)
      .first()
      .textContent()) ?? "";
  await convener.getByRole("button", { name: "Start mødet" }).click();
  await expect(convener.getByText(/^Mødet er indkaldt til .* holdes det i dag\./)).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await expect(convener.getByRole("button", { name: "Vent" })).toBeFocused();
  await convener.keyboard.press("Escape");
  await expect(convener.getByRole("button", { name: "Start mødet" })).toBeFocused();
  await begins(convener);
  await convener.waitForURL(`**${meeting}/hold`);
  await party.goto(`${meeting}/hold`);
  await expect(slide(party)).toHaveText("Hvem er her?");
  await expect(party.getByRole("button", { name: "Tag starten tilbage" })).toHaveCount(0);
  await convener.getByRole("button", { name: "Tag starten tilbage" }).click();
  await convener.waitForURL(`**${meeting}`);
  await expect(convener.getByRole("button", { name: "Start mødet" })).toBeVisible();
  await expect(convener.getByText(when)).toBeVisible();
  await expect(party.getByText(/^Mødet er ikke startet\. Det holdes /)).toBeVisible();
  await expectAccessibleInBothWidths(party);
  await party.goto(meeting);
}

/** Closed before the last word: the meeting goes on where it was, and is closed again. */
async function closesByMistake(convener: Page, meeting: string) {
  await closes(convener);
  await convener.waitForURL(`**${meeting}/minutes`);
  const wayBack = convener.getByRole("button", { name: "Åbn mødet igen" });
  await expect(wayBack).toBeInViewport();
  await wayBack.click();
  await expect(convener.getByText(/Møde 3 bliver aflyst\. Funktioner, der får en mail: \d+\./)).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await convener.getByRole("button", { name: "Åbn igen" }).click();
  await convener.waitForURL(`**${meeting}/hold?at=end`);
  await expect(slide(convener)).toHaveText("Luk mødet");
}

/** The way on stands on every screen, whatever is above it; and all of that can be brought out from under it. */
async function expectWayOnInView(page: Page) {
  const before = page.viewportSize();
  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [390, 844],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const name of ["Forrige", "Næste"])
      await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
    const last = page.getByRole("main").locator(".stage-body > :last-child");
    await expect(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const [end, foot] = [await last.boundingBox(), await page.locator(".stage-foot").boundingBox()];
      expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    }).toPass({ timeout: 5_000 });
    await page.evaluate(() => window.scrollTo(0, 0));
  }
  if (before) await page.setViewportSize(before);
}

/** The same screen is there after a reload, and for whoever comes back from the agenda. */
async function comesBackTo(page: Page) {
  const title = (await slide(page).textContent()) ?? "";
  await page.reload();
  await expect(slide(page)).toHaveText(title);
  await page.getByRole("link", { name: "Dagsorden", exact: true }).click();
  await page.waitForURL(/\/meetings\/[\w-]{36}$/);
  await page.goBack();
  await page.waitForURL(/\/hold\?at=/);
  await expect(slide(page)).toHaveText(title);
}

/** Decides by keys, and then by a day of one's own: Enter writes it out, its button takes it. */
async function decideOnADay(page: Page, decision: string, owner: string) {
  for (const choice of [decision, owner, "Anden dag"]) {
    const option = page.getByRole("button", { name: new RegExp(`^${choice}`) });
    await expect(option).toBeVisible();
    await page.keyboard.press((await option.getAttribute("aria-keyshortcuts")) ?? "");
    await expect(option).toBeHidden();
  }
  const day = page.getByRole("textbox", { name: "Dag", exact: true });
  await day.fill("1/6 2027");
  await day.press("Enter");
  await expect(day).toHaveValue("01.06.2027");
  await page.getByRole("button", { name: "Vælg dagen" }).click();
  await expect(page.getByText(/senest\s.*1\.\s+jun/)).toBeVisible();
}

test("a network meeting, from the call to the approved minutes", async ({ as }) => {
  test.setTimeout(300_000);
  const [convener, party] = [await as("sagsbehandler.sck"), await as("vicevaert.titanparken")];
  const code = await sendReferral(party, { service: "UDSAETTELSE" });
  await wishForTwenty(await as("vicevaert.lundtoftegade"));

  await convener.goto("/meetings");
  await expect(convener.getByRole("heading", { name: "Indkald til netværksmøde" })).toBeVisible();
  await expect(convener.getByRole("textbox", { name: "Dag", exact: true })).toHaveAccessibleDescription(/hver 8\. uge/);
  await expectAccessibleInBothWidths(convener);
  await convener.getByRole("textbox", { name: "Klokken" }).fill("kvart i");
  await convener.getByRole("button", { name: "Indkald" }).click();
  await expect(convener.getByRole("alert").getByRole("link", { name: /9\.30/ })).toBeVisible();
  await convener.getByRole("textbox", { name: "Klokken" }).fill("10.15");
  await convener.getByRole("button", { name: "Indkald" }).click();
  await convener.waitForURL(/\/meetings\/[\w-]{36}$/);
  await expect(slide(convener)).toHaveText("Netværksmøde 1");

  // Called in error: it is cancelled, and another one is called.
  await convener.getByRole("button", { name: "Aflys mødet", exact: true }).click();
  await expect(convener.getByText(/^Funktioner, der får en mail: \d+\. Gæster: 0\./)).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await convener.getByRole("button", { name: "Aflys mødet nu" }).click();
  await convener.waitForURL("**/meetings");
  await expect(convener.getByRole("heading", { name: "Indkald til netværksmøde" })).toBeVisible();
  const over = convener.getByRole("listitem").filter({ hasText: "Netværksmøde 1" });
  await expect(over).toContainText("Aflyst");
  await expectAccessibleInBothWidths(convener);
  await over.getByRole("link").click();
  await expect(convener.getByRole("main")).toContainText("Aflyst");
  await expect(convener.getByRole("button", { name: "Start mødet" })).toHaveCount(0);
  await expectAccessibleInBothWidths(convener);
  await convener.goto("/meetings");
  await convener.getByRole("button", { name: "Indkald" }).click();
  await convener.waitForURL(/\/meetings\/[\w-]{36}$/);
  await expect(slide(convener)).toHaveText("Netværksmøde 2");
  await expect(convener.getByRole("banner").or(convener.getByRole("main"))).toContainText(["", "kl. 9.30"]);

  const meeting = new URL(convener.url()).pathname;
  await putOff(await as("boligraadgiver.sck"), code);
  await party.goto(meeting);
  await expect(party.getByRole("link", { name: `Din henvisning ${code}` })).toBeVisible();
  await party.getByLabel("Punkt").fill("Hvem passer telefonen i julen?");
  await nobodyKnows(party);
  await party.getByRole("button", { name: "Sæt på dagsordenen" }).click();
  await expect(toast(party)).toContainText("Punktet er på dagsordenen.");
  await expectAccessibleInBothWidths(party);
  await expect(convener.getByRole("heading", { name: "Hvem passer telefonen i julen?" })).toBeVisible();
  await expectAccessibleInBothWidths(convener);

  await beginsByMistake(convener, party, meeting);
  await begins(convener);
  await convener.waitForURL(`**${meeting}/hold`);
  await expect(slide(convener)).toHaveText("Hvem er her?");
  await expectWayOnInView(convener);
  await convener.getByRole("group", { name: "Social mentor, SCK" }).getByLabel("Afbud").check();
  await convener.getByRole("button", { name: "Markér resten som til stede" }).click();
  await expect(convener.getByRole("button", { name: "Markér resten som til stede" })).toBeHidden();
  await expectAccessibleInBothWidths(convener);

  await party.reload();
  const row = party.getByRole("listitem").filter({ hasText: code });
  const title = (await row.getByRole("heading").textContent()) ?? "";
  expect(title).toMatch(/^Sag \d+ · /);
  await goToSlide(convener, new RegExp(`^${title.replace(/ · .*/, "")} `));
  await expect(convener.getByRole("main")).not.toContainText(code);
  await expectAccessibleInBothWidths(convener);
  await expectWayOnInView(convener);
  await comesBackTo(convener);
  await party.goto(`${meeting}/hold`);
  const faults = faultsOf(party);
  await translate(party);
  await goToSlide(party, new RegExp(`^${title.replace(/ · .*/, "")} `));
  await decideByKeys(convener, "Tager første kontakt", "Boligrådgiver, SCK", "Om 1 uge");
  // Whoever follows on another screen sees it within two seconds.
  await expect(party.getByText("Tager første kontakt")).toBeVisible({ timeout: 2_000 });
  expect(faults).toEqual([]);
  await expect(party.getByRole("button", { name: "Ret", exact: true })).toHaveCount(0);
  await expect(convener.getByText(/Boligrådgiver, SCK · senest /)).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await decideTwenty(convener);

  await goToSlide(convener, /^Hvem passer telefonen/);
  await decideOnADay(convener, "Undersøger det", "Projektleder/social vicevært, Titanparken");
  await goToSlide(convener, /^Luk mødet$/);
  const rest = convener.getByRole("button", { name: "Ingen ændring på resten" });
  const nothing = convener.getByText("Alle sager er besluttet.");
  await expect(rest.or(nothing)).toBeVisible();
  if (await rest.isVisible()) {
    await rest.click();
    await convener.getByRole("button", { name: /^Ingen ændring på \d+$/ }).click();
  }
  await expect(nothing).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await closesByMistake(convener, meeting);
  await closes(convener);
  await convener.waitForURL(`**${meeting}/minutes`);

  const item = convener.getByRole("row", { name: new RegExp(`^${title.replace(" · ", " ")}`) });
  await expect(item).toContainText("Tager første kontakt");
  await expect(item).toContainText("Boligrådgiver, SCK");
  await expect(convener.getByText("Afbud").locator("..")).toContainText("Social mentor, SCK");
  await expect(convener.getByRole("main")).not.toContainText(code);
  await expectAccessibleInBothWidths(convener);
  const [file] = await Promise.all([
    convener.waitForEvent("download"),
    convener.getByRole("link", { name: "Hent som PDF" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("brobyg-referat-2.pdf");
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await convener.emulateMedia({ media: "print" });
  await expect(convener.getByText("Makuleres, når det er brugt.")).toBeVisible();
  await expect(convener.getByRole("navigation")).toHaveCount(0);
  expect((await convener.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
  await convener.emulateMedia({ media: "screen" });

  await party.goto("/meetings");
  const carried = party.getByRole("listitem").filter({ hasText: "Undersøger det" });
  await expect(carried).toContainText("Din aftale");
  await carried.getByRole("button", { name: /^Gjort/ }).click();
  await expect(toast(party)).toContainText("Aftalen er gjort.");
  await expect(party.getByText("Netværksmøde 4")).toBeVisible();

  await rate(party, meeting);
  await correctAndApprove(convener, meeting);
});

test("a party's own calendar reads its meetings at an address that is shown once", async ({ as, playwright }) => {
  const party = await as("vicevaert.titanparken");
  await party.goto("/account");
  await party.getByRole("button", { name: "Lav en adresse" }).click();
  const address = party.getByText(/\/api\/calendar\/[\w-]{43}\.ics$/);
  await expect(address).toBeVisible();
  await expectAccessibleInBothWidths(party);
  const where = (await address.textContent()) ?? "";
  const calendar = await playwright.request.newContext();
  const read = async () => calendar.get(where);
  expect(await (await read()).text()).toMatch(/^BEGIN:VCALENDAR/);

  await party.reload();
  await expect(party.getByRole("button", { name: "Lav en ny adresse" })).toBeVisible();
  await expect(address).toHaveCount(0);
  await expectAccessibleInBothWidths(party);
  await party.getByRole("button", { name: "Fjern adressen" }).click();
  await expect(toast(party)).toContainText("Adressen er fjernet.");
  expect((await read()).status()).toBe(404);
  await calendar.dispose();
});

test("a meeting is closed to whoever is not called", async ({ as }) => {
  const stranger = await as("sundhed.fc");
  const absent = await stranger.goto("/meetings/6f0c1a52-6d6a-4c35-9d6f-0a3c58d1f0aa");
  expect(absent?.status()).toBe(404);
  for (const persona of ["admin", "forum"] as const)
    expect((await (await as(persona)).goto("/meetings"))?.status()).toBe(404);
  expect((await (await as("sagsbehandler.sck")).goto("/meetings"))?.status()).toBe(200);
});
