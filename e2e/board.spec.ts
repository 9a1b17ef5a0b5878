import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

test("the coordinator sees every open referral as facts, as soon as it is sent, and no estate", async ({ as }) => {
  const coordinator = await as("sagsbehandler.sck");
  const vicevaert = await as("vicevaert.titanparken");
  await coordinator.goto("/board");
  await expect(coordinator.getByRole("heading", { level: 1, name: "Åbne henvisninger" })).toBeVisible();

  const code = await sendReferral(vicevaert, { service: "SKP", note: "Åbner kun efter aftale" });
  const row = coordinator.getByRole("row", { name: new RegExp(`^${code}`) });
  await expect(row).toBeVisible();
  await expect(row).toContainText("En helhedsplan");
  await expect(row).toContainText("Støttekontaktperson, SCK");
  await expect(row.getByRole("link")).toHaveCount(0);
  for (const secret of ["Titanparken", "Åbner kun efter aftale"])
    await expect(coordinator.getByRole("main")).not.toContainText(secret);
  await expectAccessibleInBothWidths(coordinator);

  await coordinator.getByLabel("Ydelse").selectOption("Udsættelse truer");
  await coordinator.getByRole("button", { name: "Vis", exact: true }).click();
  await coordinator.waitForURL(/service=UDSAETTELSE/);
  await expect(row).toHaveCount(0);
  await coordinator.getByRole("link", { name: "Vis alle" }).click();
  await expect(row).toBeVisible();
});

test("the board is hidden from everybody but the coordinator", async ({ as }) => {
  for (const persona of ["skp.sck", "vicevaert.titanparken", "leder.sck", "admin"] as const)
    expect((await (await as(persona)).goto("/board"))?.status()).toBe(404);
  expect((await (await as("sagsbehandler.sck")).goto("/board"))?.status()).toBe(200);
});
