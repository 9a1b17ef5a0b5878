import { expect } from "@playwright/test";
import { comeAs, type Persona } from "#e2e/steps/log-in.ts";
import { act, addressOf, openReferral } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

/** Everybody who has no part in what Titanparken sends to SKP: other senders, other receivers, leaders, forum, office. */
const strangers: Persona[] = [
  "vicevaert.lundtoftegade",
  "raadgiver.mimersgade",
  "leder.akb",
  "boligraadgiver.sck",
  "boligraadgiver2.sck",
  "mentor.sck",
  "myndighed.suf",
  "brobygger.suf",
  "sundhed.fc",
  "forum",
  "admin",
  "dpo",
];

test("a referral is not there for any stranger, and is for those whose it is", async ({ as, page }) => {
  test.slow();
  const [sender, receiver] = [await as("vicevaert.titanparken"), await as("skp.sck")];
  const code = await sendReferral(sender);
  for (const stranger of strangers) {
    await comeAs(page, stranger);
    const answer = await page.goto(addressOf(code));
    expect([stranger, answer?.status()]).toEqual([stranger, 404]);
    await expect(page.getByRole("heading", { name: "Siden findes ikke" })).toBeVisible();
    await expect(page.getByText(code)).toHaveCount(0);
  }
  await openReferral(receiver, code);
  await expect(act(receiver, "Overtag")).toBeVisible();
  await openReferral(sender, code);
  for (const overseer of ["sagsbehandler.sck", "leder.sck"] as const) {
    await comeAs(page, overseer);
    await openReferral(page, code);
    await expect(act(page, "Overtag")).toHaveCount(0);
  }
});
