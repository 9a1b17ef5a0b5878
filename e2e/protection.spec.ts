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

test("each ticks the points that are theirs, with a day, and takes one back", async ({ as }) => {
  const [admin, officer] = [await as("admin"), await as("dpo")];
  await admin.goto("/protection");
  const assessment = admin
    .getByRole("listitem")
    .filter({ has: admin.getByRole("heading", { name: /^Konsekvensanalyse/ }) });
  const advice = (page: typeof admin) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Databeskyttelsesrådgiverens råd/ }) });
  await expect(advice(admin)).toContainText("Mangler. Databeskyttelsesrådgiveren krydser det af.");
  await expect(advice(admin).getByRole("button")).toHaveCount(0);

  await assessment.getByRole("textbox", { name: "På plads den" }).fill("i overmorgen");
  await assessment.getByRole("button", { name: "Kryds af: Konsekvensanalyse" }).click();
  await expect(assessment.getByRole("alert").first()).toContainText("Skriv datoen");
  await expect(assessment.getByRole("textbox")).toHaveValue("i overmorgen");
  await assessment.getByRole("textbox").fill("2.11.2026");
  await assessment.getByRole("button", { name: "Kryds af: Konsekvensanalyse" }).click();
  await expect(assessment).toContainText("På plads 2. november 2026. Krydset af: Administrator");
  await expectAccessibleInBothWidths(admin);

  await officer.goto("/protection");
  await advice(officer).getByRole("button", { name: "I dag" }).click();
  await advice(officer)
    .getByRole("button", { name: /^Kryds af/ })
    .click();
  await expect(advice(officer)).toContainText("Krydset af: Databeskyttelsesrådgiver");

  await assessment.getByRole("button", { name: "Tag tilbage" }).click();
  await expect(assessment.getByRole("group", { name: /Så kan ingen oprette henvisninger/ })).toBeVisible();
  await assessment.getByRole("button", { name: "Tag tilbage nu" }).click();
  await expect(assessment).toContainText("Mangler. Administratoren krydser det af.");
  await advice(officer).getByRole("button", { name: "Tag tilbage" }).click();
  await advice(officer).getByRole("button", { name: "Tag tilbage nu" }).click();
  await expect(advice(officer)).toContainText("Mangler.");
});

test("to everybody else there is no such page", async ({ as }) => {
  for (const persona of ["sagsbehandler.sck", "forum", "leder.sck", "vicevaert.titanparken"] as const) {
    const other = await as(persona);
    expect((await other.goto("/protection"))?.status()).toBe(404);
    await expect(other.getByRole("link", { name: "Databeskyttelse", exact: true })).toHaveCount(0);
  }
});
