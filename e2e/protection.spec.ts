import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

test("the data protection officer reads what is kept of whom, and what is still for people to decide", async ({
  as,
}) => {
  const officer = await as("dpo");
  await officer.goto("/");
  await officer.getByRole("link", { name: "Databeskyttelse", exact: true }).filter({ visible: true }).first().click();
  await expect(officer.getByRole("heading", { level: 1, name: "Databeskyttelse" })).toBeVisible();
  for (const name of ["Fortegnelse", "Konsekvensanalyse, udkast", "Pseudonymt, ikke anonymt"])
    await expect(officer.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();

  const services = officer.getByRole("table", { name: "Ydelser efter aftalen" });
  await expect(services.getByRole("row", { name: /Støttekontaktperson/ }).first()).toContainText(
    "Brobygningskonsulent",
  );
  const kinds = officer.getByRole("table", { name: "Oplysninger efter art" });
  await expect(kinds.getByRole("row", { name: /^Situationen/ })).toContainText("Parter, der ser det hele");
  await expect(officer.getByText("Den er ikke anonym.")).toBeVisible();
  await expect(officer.getByText("Hvilket retsgrundlag bruger hver dataansvarlig?")).toBeVisible();
  await expectAccessibleInBothWidths(officer);

  await officer.getByText(/^Alle \d+ felter$/).click();
  const fields = officer.getByRole("table", { name: "Databasens felter" });
  await expect(fields.getByRole("row", { name: /referral_matter.*letter_on/ })).toContainText(
    "Parter, der ser det hele",
  );
  await expectAccessibleInBothWidths(officer);
});

test("to everybody else there is no such page", async ({ as }) => {
  for (const persona of ["admin", "forum", "leder.sck", "vicevaert.titanparken"] as const) {
    const other = await as(persona);
    expect((await other.goto("/protection"))?.status()).toBe(404);
    await expect(other.getByRole("link", { name: "Databeskyttelse", exact: true })).toHaveCount(0);
  }
});
