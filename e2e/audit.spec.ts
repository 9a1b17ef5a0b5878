import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { openReferral } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

test("the data protection officer finds who has just seen a referral, by its code, and takes it out as a file", async ({
  as,
}) => {
  const code = await sendReferral(await as("vicevaert.titanparken"), { service: "SKP" });
  await openReferral(await as("skp.sck"), code);

  const officer = await as("dpo");
  await officer.goto("/");
  await officer.getByRole("link", { name: "Log", exact: true }).click();
  await expect(officer.getByRole("heading", { level: 1, name: "Log" })).toBeVisible();
  await expectAccessibleInBothWidths(officer);

  await officer.getByLabel("Kode").fill(code);
  await officer.getByRole("button", { name: "Søg" }).click();
  await officer.waitForURL(/\/log\?search=[0-9a-f-]{36}$/);
  const rows = officer.getByRole("row").filter({ hasText: code });
  await expect(rows.filter({ hasText: "Støttekontaktperson, SCK" }).filter({ hasText: "Henvisning" })).not.toHaveCount(
    0,
  );
  await expect(rows.filter({ hasText: "Titanparken" }).filter({ hasText: "Oprettede" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "Loggen" })).not.toHaveCount(0);
  await expectAccessibleInBothWidths(officer);

  await officer.getByText("Hent rækkerne som fil").click();
  await officer.getByLabel("Egen kontrol").check();
  const download = officer.waitForEvent("download");
  await officer.getByRole("button", { name: "Hent fil" }).click();
  expect((await download).suggestedFilename()).toBe("brobyg-log.csv");
});

test("to everybody else there is no log", async ({ as }) => {
  for (const persona of ["admin", "forum", "leder.sck", "sagsbehandler.sck"] as const) {
    const other = await as(persona);
    expect((await other.goto("/log"))?.status()).toBe(404);
    await expect(other.getByRole("link", { name: "Log", exact: true })).toHaveCount(0);
  }
});
