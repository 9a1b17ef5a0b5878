import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import {
  answerAllButSituation,
  asked,
  beginReferral,
  chooseService,
  logReferral,
  onReceipt,
  sendButton,
  tile,
} from "#e2e/steps/log-referral.ts";
import { acts, toast } from "#e2e/steps/open-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";

const { service, situation, consent, feedback, contact } = asked;

/** Touches the screen as a thumb would, and counts. */
function tapping(page: Page) {
  const taps = { count: 0 };
  const tap = async (place: Locator) => {
    taps.count += 1;
    await place.click();
  };
  const answer = (question: string | RegExp, choice: string) => tap(tile(page, question, choice));
  return { taps, tap, answer };
}

test("an ordinary need is sent in seven taps, without a key pressed", async ({ as }) => {
  const page = await beginReferral(as);
  await expectAccessible(page);
  const { taps, tap, answer } = tapping(page);
  await answer(service, "Støttekontaktperson");
  await answer(situation, "Ses næsten ikke mere");
  await answer("Ved beboeren, at du skriver?", "Ja");
  await answer(consent, "Ja, skriftligt");
  await answer(feedback, "Ja");
  await answer(contact, "Sammen med mig");
  await expect(page.getByText("En henvisning er ikke en ansøgning. Svar senest")).toBeVisible();
  await expectAccessible(page);
  await tap(page.getByRole("button", { name: "Send til Støttekontaktperson, SCK" }));
  await page.waitForURL(onReceipt);
  expect(taps.count).toBeLessThanOrEqual(7);

  await expect(page.getByRole("heading", { name: "Sendt til Støttekontaktperson, SCK", level: 1 })).toBeVisible();
  const code = page.url().split("/").at(-2) ?? "";
  await expect(page.getByText(`${code.slice(0, 4)}-${code.slice(4)}`)).toBeVisible();
  await expect(page.getByText("Skriv aldrig navnet her.")).toBeVisible();
  await expectAccessible(page);
});

test("an eviction is sent in nine taps, with cause, step and date", async ({ as }) => {
  const page = await beginReferral(as);
  const { taps, tap, answer } = tapping(page);
  await answer(service, "Udsættelse truer");
  await answer(situation, "Aftale om afdrag");
  await expect(page.getByRole("group", { name: "Hvor langt er det?" })).toBeHidden();
  await answer("Årsag", "Husleje");
  await answer("Hvor langt er det?", "Påkrav, 14 dage");
  await tap(page.getByRole("button", { name: "I går" }));
  await answer(consent, "Ja, mundtligt");
  await answer(feedback, "Ja");
  await answer(contact, "Gennem mig");
  await expectAccessible(page);
  await tap(page.getByRole("button", { name: "Send til Boligrådgiver, SCK" }));
  await page.waitForURL(onReceipt);
  expect(taps.count).toBeLessThanOrEqual(9);
});

test("Enter in a date or on a tile sends nothing, and what was sent by mistake is taken back from its receipt", async ({
  as,
}) => {
  const page = await beginReferral(as);
  const sent: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/referrals") && sent.push(request.url()));
  await chooseService(page, "UDSAETTELSE");
  await tile(page, situation, "Aftale om afdrag").check();
  await tile(page, "Årsag", "Husleje").check();
  await tile(page, "Hvor langt er det?", "Påkrav, 14 dage").check();
  const day = page.getByLabel(/^Hvilken dato har brevet/);
  await page.getByRole("button", { name: "I dag", exact: true }).click();
  const today = await day.inputValue();
  await day.fill(today.slice(0, 5).replace(".", ","));
  await day.press("Enter");
  await expect(day).toHaveValue(today);
  await tile(page, consent, "Ja, mundtligt").check();
  await tile(page, feedback, "Ja").check();
  await tile(page, contact, "Gennem mig").check();
  await tile(page, contact, "Gennem mig").press("Enter");
  await page.getByRole("button", { name: "Send til Boligrådgiver, SCK" }).focus();
  expect(sent).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(onReceipt);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Træk tilbage" }).click();
  await page.getByRole("heading", { name: "Træk tilbage, fordi:" }).waitFor();
  await acts(page).getByRole("button", { name: "Sendt forkert" }).click();
  await expect(toast(page)).toContainText("Trukket tilbage.");
});

test("nothing about the resident's will, age or children is chosen beforehand", async ({ as }) => {
  const page = await beginReferral(as);
  await chooseService(page, "UDSAETTELSE");
  await page.getByText("Flere oplysninger (valgfrit)").click();
  for (const question of [consent, feedback, contact, "Under 18 i hjemmet?", "Alder"])
    for (const choice of await page.getByRole("group", { name: question }).getByRole("radio").all())
      await expect(choice).not.toBeChecked();
});

test("whom it goes to, and what is asked, follow the answers", async ({ as }) => {
  const page = await beginReferral(as);
  await chooseService(page, "HJEMMEHJAELP");
  await expect(page.getByText("Ring til visitationen sammen med beboeren.")).toBeVisible();
  await expect(page.getByText("at modtageren får navnet?")).toBeVisible();
  await tile(page, "Alder", "65+").check();
  await expect(page.getByRole("button", { name: "Send til Leder af Myndighedsteamet" })).toBeVisible();
  await tile(page, "Alder", "Under 65").check();
  await expect(page.getByRole("button", { name: "Send til Specialiseret sagsbehandler, SCK" })).toBeVisible();

  await chooseService(page, "UDSAETTELSE");
  await tile(page, "Årsag", "Husleje").check();
  await tile(page, "Hvor langt er det?", "Er sat ud").check();
  await tile(page, "Årsag", "Husorden").check();
  await expect(tile(page, "Hvor langt er det?", "Er sat ud")).toBeHidden();
  await expect(tile(page, "Hvor langt er det?", "Ophævet")).not.toBeChecked();
});

test("an unfinished form is answered in a summary that leads to the fields, and keeps what is there", async ({
  as,
}) => {
  const page = await beginReferral(as);
  await chooseService(page, "UDSAETTELSE");
  await tile(page, situation, "Hjælp til at betale").check();
  await page.getByLabel("Hvilken dato har brevet?").fill("31.2.");
  await page.getByLabel("Kort note").fill("Vil gerne ringes op.");
  await nobodyKnows(page);
  await sendButton(page).click();

  const summary = page.getByRole("alert").filter({ hasText: "Ret dette, og send igen" });
  await expect(summary).toBeFocused();
  await expectAccessible(page);
  await summary.getByRole("link", { name: "Svar på: Årsag" }).click();
  await expect(tile(page, "Årsag", "Husleje")).toBeFocused();
  await page.keyboard.press("Space");
  await tile(page, "Hvor langt er det?", "Rykker").check();
  await tile(page, consent, "Ja, skriftligt").check();
  await tile(page, feedback, "Nej").check();
  await tile(page, contact, "Direkte").check();
  await sendButton(page).click();

  await summary.getByRole("link", { name: "Skriv datoen som 12.11.2026." }).click();
  await expect(page.getByLabel("Hvilken dato har brevet?")).toBeFocused();
  await expect(page.getByLabel("Hvilken dato har brevet?")).toHaveValue("31.2.");
  await expect(page.getByLabel("Kort note")).toHaveValue("Vil gerne ringes op.");
  await expect(tile(page, situation, "Hjælp til at betale")).toBeChecked();
  await page.getByRole("button", { name: "I dag", exact: true }).click();
  await sendButton(page).click();
  await page.waitForURL(onReceipt);
});

test("a CPR number in the note is marked, is not kept, and is not sent", async ({ as }) => {
  const page = await beginReferral(as);
  await answerAllButSituation(page);
  await tile(page, situation, "Åbner ikke døren").check();
  await page.getByLabel("Kort note").fill("Det er 010190-1234, ring i morgen.");

  const found = page.getByRole("list", { name: "Det må ikke stå i teksten" });
  await expect(found).toContainText("ligner et CPR-nummer");
  await expect(page.getByText("Noten er ikke gemt endnu.")).toBeVisible();
  await expectAccessible(page);
  await sendButton(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ret det markerede." })).toBeFocused();
  await expect(page.getByLabel("Kort note")).toHaveValue("Det er 010190-1234, ring i morgen.");

  await page.getByLabel("Kort note").fill("Ring i morgen.");
  await nobodyKnows(page);
  await expect(page.getByText("Noten er ikke gemt endnu.")).toBeHidden();
  await sendButton(page).click();
  await page.waitForURL(onReceipt);
});

test("what was agreed on the telephone is sent as such, what was solved on the spot to nobody", async ({ as }) => {
  const page = await as("vicevaert.titanparken");
  await logReferral(page, { button: "agreed" });
  await expect(page.getByText("De bekræfter med ét tryk.")).toBeVisible();

  await logReferral(page, { service: "BOLIGYDELSE", button: "on-the-spot" });
  await expect(page.getByRole("heading", { name: "Klaret på stedet", level: 1 })).toBeVisible();
  await expect(page.getByText("Den tæller med i tallene. Ingen har fået den.")).toBeVisible();
  await expectAccessible(page);
});

test("the slip says in plain words who helps, by when, and how to say no, with no room for a name", async ({ as }) => {
  const page = await as("vicevaert.titanparken");
  const code = await logReferral(page);
  await page.getByRole("link", { name: "Seddel til beboeren" }).click();
  const slip = page.getByRole("article");
  await expect(slip).toContainText(code);
  await expect(slip).toContainText("Støttekontaktperson, SCK");
  await expect(slip).toContainText("Kan jeg sige nej?");
  await expect(slip.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "English" }).click();
  await expect(slip).toContainText("Can I say no?");
  await expectAccessible(page);
});

test("a new need of the same resident begins empty, and says whose it is", async ({ as }) => {
  const page = await as("vicevaert.titanparken");
  const code = await logReferral(page);
  await page.getByRole("link", { name: "Samme beboer, nyt behov" }).click();
  await expect(page.getByText(`Samme beboer som ${code}.`)).toBeVisible();
  for (const choice of await page.getByRole("radio").all()) await expect(choice).not.toBeChecked();
  await chooseService(page, "SUNDHED");
  await tile(page, situation, "Kost").check();
  await tile(page, "Én beboer eller gruppe?", "Én beboer").check();
  await tile(page, asked.to, "Koordinator, Sundhed på dit sprog").check();
  await tile(page, consent, "Ja, skriftligt").check();
  await tile(page, feedback, "Ja").check();
  await tile(page, contact, "Direkte").check();
  await page.getByRole("button", { name: "Send til Koordinator, Sundhed på dit sprog" }).click();
  await page.waitForURL(onReceipt);
});

test("the municipality asks a helhedsplan by the same page, and sees who is not there", async ({ as }) => {
  const page = await beginReferral(as, "boligraadgiver.sck");
  await expect(page.getByText("Hjælp fra helhedsplanen", { exact: true })).toBeVisible();
  await tile(page, asked.to, "Social vicevært, Guldberg Have").check();
  await expect(page.getByRole("alert").filter({ hasText: "Der er ingen i funktionen Social vicevært" })).toBeVisible();
  await expectAccessible(page);
  await logReferral(page, { service: "LOKAL", to: "Social vicevært, Lundtoftegade" });
  await expect(page.getByRole("heading", { name: "Sendt til Social vicevært, Lundtoftegade", level: 1 })).toBeVisible();
});

test("who may refer nothing finds no such page, who may does", async ({ as }) => {
  expect((await (await as("forum")).goto("/referrals/new"))?.status()).toBe(404);
  expect((await (await as("skp.sck")).goto("/referrals/new"))?.status()).toBe(200);
});
