import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import {
  answerAllButSituation,
  asked,
  beginReferral,
  chooseService,
  onReceipt,
  sendButton,
  tile,
} from "#e2e/steps/log-referral.ts";
import { test } from "#e2e/steps/people.ts";

const { situation, consent, feedback, contact } = asked;

test("the tick that a note needs is met right after it, is missing at the button, and is where the error leads", async ({
  as,
}) => {
  const page = await beginReferral(as, "vicevaert.titanparken");
  await answerAllButSituation(page);
  await tile(page, situation, "Ses næsten ikke mere").check();
  const note = page.getByLabel("Kort note");
  const tick = page.getByRole("checkbox", { name: "Jeg har tjekket: Ingen kan genkende beboeren" });
  const missing = "Sæt kryds, når du har tjekket, at ingen kan genkende beboeren.";
  const atButton = page.locator(".action-bar").getByRole("link", { name: missing });
  await expect(atButton).toHaveCount(0);
  await note.fill("Ring om formiddagen.");
  await expect(atButton).toBeVisible();
  await note.focus();
  await page.keyboard.press("Tab");
  await expect(tick).toBeFocused();
  await expectAccessible(page);

  await sendButton(page).click();
  const summary = page.getByRole("alert").filter({ hasText: "Ret dette, og send igen" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: missing }).click();
  await expect(tick).toBeFocused();
  await expect(tick).toBeInViewport();
  await expect(tick).toHaveAttribute("aria-invalid", "true");
  await expect(tick).toHaveAccessibleDescription(new RegExp(missing));
  await expectAccessible(page);
  await page.keyboard.press("Space");
  await expect(atButton).toHaveCount(0);
  await expect(tick).not.toHaveAttribute("aria-invalid");
  await sendButton(page).click();
  await page.waitForURL(onReceipt);
});

test("answers that contradict each other are not offered, and one that was given is pointed out", async ({ as }) => {
  const page = await beginReferral(as, "vicevaert.titanparken");
  await chooseService(page, "SKP");
  await tile(page, situation, "Ses næsten ikke mere").check();
  const knows = "Ved beboeren, at du skriver?";
  await tile(page, knows, "Kan ikke spørges").check();
  await expect(tile(page, consent, "Ja, mundtligt")).toBeDisabled();
  await expectAccessible(page);
  await tile(page, knows, "Ja").check();
  await tile(page, consent, "Ja, mundtligt").check();
  await tile(page, feedback, "Ja").check();
  await tile(page, contact, "Direkte").check();
  await tile(page, knows, "Kan ikke spørges").check();
  await expect(tile(page, consent, "Ja, mundtligt")).toBeChecked();
  const contradicts = `“${knows}” er besvaret med “Kan ikke spørges”. Så har beboeren ikke sagt ja. Ret det ene.`;
  await expect(page.getByRole("group", { name: consent }).getByText(contradicts)).toBeVisible();
  await sendButton(page).click();
  const summary = page.getByRole("alert").filter({ hasText: "Ret dette, og send igen" });
  await expect(summary.getByRole("link", { name: contradicts })).toBeVisible();

  await tile(page, consent, "Nej, ikke endnu").check();
  await expect(tile(page, contact, "Direkte")).toBeChecked();
  await expectAccessible(page);
  await tile(page, contact, "Gennem mig").check();
  await expect(tile(page, contact, "Direkte")).toBeDisabled();
  await sendButton(page).click();
  await page.waitForURL(onReceipt);
});
