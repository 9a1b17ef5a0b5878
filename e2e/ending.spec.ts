import { expect } from "@playwright/test";
import { expectAccessible, expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { fillIn, inDays } from "#e2e/steps/fill-in.ts";
import { moveWhatEnded } from "#e2e/steps/jobs.ts";
import { asked, chooseService, logReferral, tile } from "#e2e/steps/log-referral.ts";

import { act, acts, addressOf, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";

// It ends for everybody, so it is told once. No other story goes to that helhedsplan.
test.skip(({ isMobile }) => isMobile, "told on the desk, in both widths");

const ending = "Projektleder, Det gode Naboskab";
const heirs = "Projektleder/social vicevært, Titanparken";

test("a helhedsplan ends: what waits for it goes to the one that follows, who sees it, and nothing is left behind", async ({
  as,
}) => {
  test.setTimeout(240_000);
  const [admin, coordinator, wrong, heir] = [
    await as("admin"),
    await as("sagsbehandler.sck"),
    await as("raadgiver.mimersgade"),
    await as("vicevaert.titanparken"),
  ];
  const code = await logReferral(coordinator, { service: "LOKAL", to: "Familie- og beboerrådgiver" });
  await openReferral(wrong, code);
  await act(wrong, "Send videre").click();
  await tile(wrong, asked.to, ending).check();
  await tile(wrong, "Hvorfor?", "Ikke i vores afdelinger").check();
  await acts(wrong).getByRole("button", { name: "Send videre" }).last().click();
  await expect(toast(wrong)).toContainText("Foreslået for afsender.");
  await openReferral(coordinator, code);
  await act(coordinator, `Send til ${ending}`).click();
  await tile(coordinator, asked.consent, "Ja, skriftligt").check();
  await acts(coordinator)
    .getByRole("button", { name: /^Ja, send/ })
    .click();
  await expect(toast(coordinator)).toContainText(`Sendt til ${ending}.`);
  expect((await heir.goto(addressOf(code)))?.status()).toBe(404);

  await admin.goto("/admin/units");
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("link", { name: "Den boligsociale helhedsplan Det gode Naboskab" }).click();
  const unit = admin.getByRole("group").filter({ hasText: "Enheden og alle dens funktioner ophører samme dag." });
  await unit.getByText("Afslut enheden").first().click();
  await fillIn(unit, "Ophører fra den", inDays(0));
  await unit.getByRole("button", { name: "Afslut enheden" }).click();
  await expect(unit.getByText(/^Funktioner, der ophører samme dag: \d+\. Med åbne henvisninger: \d+\./)).toBeVisible();
  await unit.getByRole("button", { name: "Afslut nu" }).click();
  await expect(admin.getByRole("alert").getByRole("link").first()).toContainText("Vælg");
  await expectAccessibleInBothWidths(admin);
  await unit.getByLabel("Efter Projektleder: hvem følger?").selectOption(heirs);
  await unit.getByRole("button", { name: "Afslut nu" }).click();
  await expect(toast(admin)).toContainText("Enhedens slutdato er gemt.");
  await expect(admin.getByText(`Efterfølges af ${heirs}`)).toBeVisible();
  await expectAccessible(admin);

  await moveWhatEnded();
  await openReferral(heir, code);
  await expect(act(heir, "Send retur")).toBeVisible();
  await openReferral(coordinator, code);
  await expect(coordinator.getByRole("article")).toContainText(heirs);

  // Nothing lies with what has ended, and nothing more gets there.
  await admin.reload();
  await expect(admin.getByText(/^Ophørt .* · Ingen åbne henvisninger$/)).toBeVisible();
  await coordinator.goto("/referrals/new?service=LOKAL");
  await chooseService(coordinator, "LOKAL");
  await tile(coordinator, asked.to, "Familie- og beboerrådgiver").check();
  await expect(coordinator.getByRole("radio", { name: /Det gode Naboskab/ })).toHaveCount(0);
});
