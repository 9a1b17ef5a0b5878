import { type BrowserContextOptions, expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { logIn, type Persona } from "#e2e/steps/log-in.ts";
import { chooseService, logReferral, tile } from "#e2e/steps/log-referral.ts";

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

const service = "Hvad er der brug for hjælp til?";
const situation = "Hvad er situationen?";
const consent = /^Har beboeren sagt ja/;
const feedback = "Må de fortælle dig, hvordan det går?";
const contact = /^Kontakt/;
const send = (page: Page) => page.getByRole("button", { name: /^Send til/ });
const onReceipt = /\/referrals\/\w{8}\/receipt$/;

async function begin(page: Page, persona: Persona = "vicevaert.titanparken") {
  await logIn(page, persona);
  await page.goto("/referrals/new");
}

test("an ordinary need is sent in seven taps, without a key pressed", async ({ page }) => {
  await begin(page);
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

test("an eviction is sent in nine taps, with cause, step and date", async ({ page }) => {
  await begin(page);
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

test("nothing about the resident's will, age or children is chosen beforehand", async ({ page }) => {
  await begin(page);
  await chooseService(page, "UDSAETTELSE");
  await page.getByText("Flere oplysninger (valgfrit)").click();
  for (const question of [consent, feedback, contact, "Under 18 i hjemmet?", "Alder"])
    for (const choice of await page.getByRole("group", { name: question }).getByRole("radio").all())
      await expect(choice).not.toBeChecked();
});

test("whom it goes to, and what is asked, follow the answers", async ({ page }) => {
  await begin(page);
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
  page,
}) => {
  await begin(page);
  await chooseService(page, "UDSAETTELSE");
  await tile(page, situation, "Hjælp til at betale").check();
  await page.getByLabel("Hvilken dato har brevet?").fill("31.2.");
  await page.getByLabel("Kort note").fill("Vil gerne ringes op.");
  await send(page).click();

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
  await send(page).click();

  await summary.getByRole("link", { name: "Skriv datoen som 12.11.2026." }).click();
  await expect(page.getByLabel("Hvilken dato har brevet?")).toBeFocused();
  await expect(page.getByLabel("Hvilken dato har brevet?")).toHaveValue("31.2.");
  await expect(page.getByLabel("Kort note")).toHaveValue("Vil gerne ringes op.");
  await expect(tile(page, situation, "Hjælp til at betale")).toBeChecked();
  await page.getByRole("button", { name: "I dag", exact: true }).click();
  await send(page).click();
  await page.waitForURL(onReceipt);
});

test("a CPR number in the note is marked, is not kept, and is not sent", async ({ page }) => {
  await begin(page);
  await chooseService(page, "SKP");
  await tile(page, situation, "Åbner ikke døren").check();
  await tile(page, "Ved beboeren, at du skriver?", "Ja").check();
  await tile(page, consent, "Ja, skriftligt").check();
  await tile(page, feedback, "Ja").check();
  await tile(page, contact, "Gennem mig").check();
  await page.getByLabel("Kort note").fill("Det er 010190-1234, ring i morgen.");

  const found = page.getByRole("list", { name: "Det må ikke stå i teksten" });
  await expect(found).toContainText("ligner et CPR-nummer");
  await expect(page.getByText("Noten er ikke gemt endnu.")).toBeVisible();
  await expectAccessible(page);
  await send(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ret det markerede." })).toBeFocused();
  await expect(page.getByLabel("Kort note")).toHaveValue("Det er 010190-1234, ring i morgen.");

  await page.getByLabel("Kort note").fill("Ring i morgen.");
  await expect(page.getByText("Noten er ikke gemt endnu.")).toBeHidden();
  await send(page).click();
  await page.waitForURL(onReceipt);
});

test("a draft is found again on another device, and is gone once it is sent", async ({
  page,
  browser,
  baseURL,
}, run) => {
  const phone = run.project.name === "phone";
  const persona = phone ? "raadgiver.mimersgade" : "vicevaert.lundtoftegade";
  const name = phone ? "Fællesskab og aktivitet" : "Renovering";
  await begin(page, persona);
  await chooseService(page, phone ? "BRO" : "RENOVERING");
  const chosen = phone ? "Savner selskab" : "Forstår ikke varslingen";
  await tile(page, situation, chosen).check();
  await page.getByLabel("Kort note").fill("Ring om formiddagen.");
  await expect(page.getByText("Kladde: Gemt")).toBeVisible();

  const { viewport, isMobile, hasTouch } = run.project.use;
  const device = await browser.newContext({
    baseURL,
    viewport,
    isMobile,
    hasTouch,
    locale: "da-DK",
  } as BrowserContextOptions);
  const other = await device.newPage();
  await begin(other, persona);
  await expectAccessible(other);
  await other.getByRole("link", { name: `Fortsæt ${name}, fra i dag.` }).click();
  await expect(tile(other, situation, chosen)).toBeChecked();
  await expect(other.getByLabel("Kort note")).toHaveValue("Ring om formiddagen.");
  await expect(tile(other, feedback, "Ja")).not.toBeChecked();

  // Both devices change it: neither version is lost, and the later one says so.
  await tile(other, feedback, "Nej").check();
  await expect(other.getByText("Kladde: Gemt")).toBeVisible();
  await tile(page, contact, "Direkte").check();
  await expect(page.getByText("Kladden blev ændret på en anden enhed.")).toBeVisible();
  await other.goto("/referrals/new");
  const mine = other.getByRole("link", { name: `Fortsæt ${name}`, includeHidden: true });
  await expect(mine).toHaveCount(2);
  await device.close();

  await tile(page, phone ? "Følger nogen med?" : "Arbejdet begynder om", phone ? "Nej" : "Senere").check();
  await tile(page, consent, "Nej, ikke endnu").check();
  await expect(page.getByText("Anonym drøftelse, ikke en ansøgning.")).toBeVisible();
  await tile(page, feedback, "Ja").check();
  await send(page).click();
  await page.waitForURL(onReceipt);
  await expect(page.getByText("Det er en anonym drøftelse.")).toBeVisible();
  await page.getByRole("link", { name: "Log en til" }).click();
  await page.getByRole("button", { name: `Slet ${name}` }).click();
  await expect(page.getByRole("link", { name: `Fortsæt ${name}`, includeHidden: true })).toHaveCount(0);
});

test("what is done without a connection stays, is told, and is saved and sent when it is back", async ({
  page,
  context,
}) => {
  await begin(page, "vicevaert.lundtoftegade");
  await chooseService(page, "SKP");
  await tile(page, "Ved beboeren, at du skriver?", "Ja").check();
  await tile(page, consent, "Ja, skriftligt").check();
  await tile(page, feedback, "Ja").check();
  await tile(page, contact, "Gennem mig").check();
  await context.setOffline(true);
  await tile(page, situation, "Ses næsten ikke mere").check();
  await expect(page.getByText("Kladde: Ikke gemt")).toBeVisible();
  await send(page).click();
  await expect(page.getByText("Ikke sendt. Det, du har skrevet, er her endnu.")).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await page.waitForURL(onReceipt);
});

test("the bar that sends never lies over what has the focus, and every target is a thumb wide", async ({
  page,
}, run) => {
  test.skip(run.project.name !== "phone", "the bar lies over the page on the phone only");
  await begin(page);
  await chooseService(page, "UDSAETTELSE");
  await tile(page, "Årsag", "Husleje").check();
  await page.getByText("Flere oplysninger (valgfrit)").click();
  for (const choice of [...(await page.getByRole("radio").all()), ...(await page.getByRole("checkbox").all())])
    if (await choice.isVisible())
      expect(await choice.evaluate((input) => input.closest("label")?.offsetHeight)).toBeGreaterThanOrEqual(48);
  for (const button of await page.getByRole("main").getByRole("button").all())
    if (await button.isVisible())
      expect(await button.evaluate((element) => (element as HTMLElement).offsetHeight)).toBeGreaterThanOrEqual(48);

  await tile(page, service, "Boligydelse").focus();
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const { left, top, width, height } = active.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return seen && (active.contains(seen) || seen.contains(active)) ? null : active.outerHTML;
    });
    expect(covered).toBeNull();
  }
});

test("what is tapped before the scripts have come is kept", async ({ page }) => {
  await logIn(page, "vicevaert.titanparken");
  const scripts = Promise.withResolvers<void>();
  await page.route(/\.js(\?|$)/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto("/referrals/new", { waitUntil: "commit" });
  await tile(page, service, "Støttekontaktperson").check();
  scripts.resolve();
  await expect(page.getByRole("group", { name: situation })).toBeVisible();
  await expect(tile(page, service, "Støttekontaktperson")).toBeChecked();
});

test("a double tap sends one", async ({ page }) => {
  await begin(page);
  await chooseService(page, "SKP");
  await tile(page, situation, "Ses næsten ikke mere").check();
  await tile(page, "Ved beboeren, at du skriver?", "Ja").check();
  await tile(page, consent, "Ja, skriftligt").check();
  await tile(page, feedback, "Ja").check();
  await tile(page, contact, "Gennem mig").check();
  const sent: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/referrals") && sent.push(request.postData() ?? ""));
  await send(page).dblclick();
  await page.waitForURL(onReceipt);
  expect(new Set(sent).size).toBe(1);
});

test("what was agreed on the telephone is sent as such, what was solved on the spot to nobody", async ({ page }) => {
  await logIn(page, "vicevaert.titanparken");
  await logReferral(page, { button: "agreed" });
  await expect(page.getByText("De bekræfter med ét tryk.")).toBeVisible();

  await logReferral(page, { service: "BOLIGYDELSE", button: "on-the-spot" });
  await expect(page.getByRole("heading", { name: "Klaret på stedet", level: 1 })).toBeVisible();
  await expect(page.getByText("Den tæller med. Ingen har fået den.")).toBeVisible();
  await expectAccessible(page);
});

test("the slip says in plain words who helps, by when, and how to say no, with no room for a name", async ({
  page,
}) => {
  await logIn(page, "vicevaert.titanparken");
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

test("a new need of the same resident begins empty, and says whose it is", async ({ page }) => {
  await logIn(page, "vicevaert.titanparken");
  const code = await logReferral(page);
  await page.getByRole("link", { name: "Samme beboer, nyt behov" }).click();
  await expect(page.getByText(`Samme beboer som ${code}.`)).toBeVisible();
  for (const choice of await page.getByRole("radio").all()) await expect(choice).not.toBeChecked();
  await chooseService(page, "SUNDHED");
  await tile(page, situation, "Kost").check();
  await tile(page, "Én beboer eller gruppe?", "Én beboer").check();
  await tile(page, "Hvem skal have den?", "Koordinator, Sundhed på dit sprog").check();
  await tile(page, consent, "Ja, skriftligt").check();
  await tile(page, feedback, "Ja").check();
  await tile(page, contact, "Direkte").check();
  await page.getByRole("button", { name: "Send til Koordinator, Sundhed på dit sprog" }).click();
  await page.waitForURL(onReceipt);
});

test("the municipality asks a helhedsplan by the same page, and sees who is not there", async ({ page }) => {
  await begin(page, "boligraadgiver.sck");
  await expect(page.getByText("Hjælp fra helhedsplanen", { exact: true })).toBeVisible();
  await tile(page, "Hvem skal have den?", "Social vicevært, Guldberg Have").check();
  await expect(page.getByRole("alert").filter({ hasText: "Der er ingen på funktionen Social vicevært" })).toBeVisible();
  await expectAccessible(page);
  await logReferral(page, { service: "LOKAL", to: "Social vicevært, Lundtoftegade" });
  await expect(page.getByRole("heading", { name: "Sendt til Social vicevært, Lundtoftegade", level: 1 })).toBeVisible();
});

test("who may refer nothing finds no such page, who may does", async ({ page }) => {
  await logIn(page, "forum");
  expect((await page.goto("/referrals/new"))?.status()).toBe(404);
  await logIn(page, "skp.sck");
  expect((await page.goto("/referrals/new"))?.status()).toBe(200);
});
