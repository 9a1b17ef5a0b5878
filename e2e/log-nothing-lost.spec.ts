import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { comeAs } from "#e2e/steps/log-in.ts";
import {
  answerAllButSituation,
  asked,
  beginReferral,
  chooseService,
  onReceipt,
  sendButton,
  tile,
} from "#e2e/steps/log-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";

const { service, situation, consent, feedback, contact } = asked;

test("a draft is found again on another device, and is gone once it is sent", async ({ as, browser, baseURL }, run) => {
  const phone = run.project.name === "phone";
  const persona = phone ? "raadgiver.mimersgade" : "vicevaert.lundtoftegade";
  const name = phone ? "Fællesskab og aktivitet" : "Renovering";
  const drafts = (on: Page) => on.getByRole("link", { name: `Fortsæt ${name}`, includeHidden: true });
  const page = await beginReferral(as, persona);
  const before = await drafts(page).count();
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
  await comeAs(other, persona);
  await other.goto("/referrals/new");
  await expectAccessible(other);
  const offer = drafts(other).first();
  // Another story's draft may be newer.
  if (await offer.isHidden()) await other.getByText(/^Flere kladder/).click();
  await offer.click();
  await expect(tile(other, situation, chosen)).toBeChecked();
  await expect(other.getByLabel("Kort note")).toHaveValue("Ring om formiddagen.");
  await expect(tile(other, feedback, "Ja")).not.toBeChecked();

  // Both devices change it: neither version is lost, and the later one says so.
  await tile(other, feedback, "Nej").check();
  await expect(other.getByText("Kladde: Gemt")).toBeVisible();
  await tile(page, contact, "Gennem mig").check();
  await expect(page.getByText("Kladden blev ændret på en anden enhed.")).toBeVisible();
  await other.goto("/referrals/new");
  await expect(drafts(other)).toHaveCount(before + 2);
  await device.close();

  await tile(page, phone ? "Følger nogen med?" : "Arbejdet begynder om", phone ? "Nej" : "Senere").check();
  await tile(page, consent, "Nej, ikke endnu").check();
  await expect(page.getByText("Anonym drøftelse, ikke en ansøgning.")).toBeVisible();
  await tile(page, feedback, "Ja").check();
  await nobodyKnows(page);
  await sendButton(page).click();
  await page.waitForURL(onReceipt);
  await expect(page.getByText("Det er en anonym drøftelse.")).toBeVisible();
  await page.getByRole("link", { name: "Log en til" }).click();
  await expect(drafts(page)).toHaveCount(before + 1);
  await page
    .getByRole("button", { name: `Slet ${name}` })
    .first()
    .click();
  await expect(drafts(page)).toHaveCount(before);
});

test("a few tries of a service leave no draft, and the same answers leave one", async ({ as }, run) => {
  const page = await beginReferral(as, run.project.name === "phone" ? "vicevaert.titanparken" : "raadgiver.mimersgade");
  const drafts = () => page.getByRole("link", { name: "Fortsæt Sundhed", includeHidden: true });
  const before = await drafts().count();
  const tries = async (answer: () => Promise<void>) => {
    for (let turn = 0; turn < 3; turn += 1) {
      await page.goto("/referrals/new");
      await chooseService(page, "SUNDHED");
      await answer();
      // Leaving saves at once.
      await page.getByRole("link", { name: "Beskeder" }).first().click();
      await page.waitForURL("/notices");
    }
    await page.goto("/referrals/new");
  };
  await tries(async () => {});
  await expect(drafts()).toHaveCount(before);
  await tries(async () => {
    await tile(page, situation, "Kost").check();
    await expect(page.getByText("Kladde: Gemt")).toBeVisible();
  });
  await expect(drafts()).toHaveCount(before + 1);
  await page.getByRole("button", { name: "Slet Sundhed" }).first().click();
  await expect(drafts()).toHaveCount(before);
});

test("what is done without a connection stays, is told, and is saved and sent when it is back", async ({ as }) => {
  const page = await beginReferral(as, "vicevaert.lundtoftegade");
  await answerAllButSituation(page);
  await page.context().setOffline(true);
  await tile(page, situation, "Ses næsten ikke mere").check();
  await expect(page.getByText("Kladde: Ikke gemt")).toBeVisible();
  await sendButton(page).click();
  await expect(page.getByText("Ikke sendt. Det, du har skrevet, er her endnu.")).toBeVisible();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Prøv igen" }).click();
  await page.waitForURL(onReceipt);
});

test("the bar that sends never lies over what has the focus, and every target is a thumb wide", async ({ as }) => {
  const page = await as("vicevaert.titanparken");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/referrals/new");
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
  await comeAs(page, "vicevaert.titanparken");
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

test("a double tap sends one", async ({ as }) => {
  const page = await beginReferral(as);
  await answerAllButSituation(page);
  await tile(page, situation, "Ses næsten ikke mere").check();
  const sent: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/referrals") && sent.push(request.postData() ?? ""));
  await sendButton(page).dblclick();
  await page.waitForURL(onReceipt);
  expect(new Set(sent).size).toBe(1);
});
