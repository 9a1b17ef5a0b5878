import { expect, type Locator } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { fillIn } from "#e2e/steps/fill-in.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import type { As } from "#e2e/steps/people.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";

/** The frame, the economy, the local names and the activities are changed in a draft, which is told in words and thrown away. */
export async function reviseFrame(as: As): Promise<void> {
  const admin = await as("admin");
  const saves = async (form: Locator) => {
    await form.getByRole("button", { name: "Gem", exact: true }).click();
    await expect(toast(admin)).toContainText("Gemt i kladden.");
    await admin.reload();
    await scriptsCame(admin);
  };
  const opens = async (link: string, heading = link) => {
    await admin.goto("/agreement/revision");
    await admin.getByRole("link", { name: link, exact: true }).click();
    await expect(admin.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await scriptsCame(admin);
    await expectAccessibleInBothWidths(admin);
  };
  await admin.goto("/agreement/revision");
  await admin.getByRole("button", { name: "Start en revision" }).click();
  await expect(admin.getByText("Kladden er din")).toBeVisible();

  await opens("Rammen og målene");
  const title = admin.locator("#words-title");
  await fillIn(title, "Dato", "31.2.2026");
  await title.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(title.getByRole("alert").getByRole("link")).toHaveText("Skriv datoen som 12.11.2026.");
  await expect(title.getByLabel("Dato")).toHaveValue("31.2.2026");
  await expectAccessibleInBothWidths(admin);
  await fillIn(title, "Dato", "2.12.2026");
  await saves(title);
  const points = admin.locator("#list-points");
  await points.getByRole("button", { name: "Tilføj en linje" }).click();
  const added = points.getByRole("group", { name: "Ny" });
  await added.getByLabel("Dansk").fill("At ingen står alene.");
  await added.getByRole("button", { name: "Op: Ny" }).click();
  await saves(points);
  await expect(points.getByLabel("Dansk").nth(1)).toHaveValue("At ingen står alene.");

  await opens("Økonomi");
  const economy = admin.locator("#list-economy");
  await economy.getByRole("button", { name: "Tilføj en linje" }).click();
  const plan = economy.getByRole("group", { name: "Ny" });
  await plan.getByLabel("Helhedsplan").fill("Bryggen");
  await economy.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(economy.getByRole("alert").getByRole("link")).toHaveText("Skriv teksten.");
  await expectAccessibleInBothWidths(admin);
  await plan.getByLabel("Periode").fill("2027–30");
  await plan.getByLabel("Beløb, dansk").fill("1,2 mio. kr.");
  await saves(economy);

  await opens("Øvrige aktiviteter");
  const places = admin.locator("#list-others");
  await places.getByRole("button", { name: "Tilføj en linje" }).click();
  await places.getByRole("group", { name: "Ny" }).getByLabel("Sted").fill("Bryggens Hus");
  await saves(places);
  const at = admin.getByRole("heading", { name: "Aktiviteter: Bryggens Hus" }).locator("..");
  await at.getByRole("button", { name: "Tilføj en linje" }).click();
  await at.getByLabel("Dansk").fill("Fællesspisning");
  await saves(at);
  await expect(at.getByLabel("Dansk")).toHaveValue("Fællesspisning");

  await opens("Lokale navne");
  const streets = admin.getByLabel("Veje og gader");
  const before = await streets.inputValue();
  await streets.fill(`${before}\nBryggekaj\nKaj (ved vandet)`);
  await admin.locator("#local").getByRole("button", { name: "Gem", exact: true }).click();
  await expect(admin.getByRole("alert").getByRole("link")).toContainText(
    "“Kaj (ved vandet)” kan ikke være et navn her.",
  );
  await expectAccessibleInBothWidths(admin);
  await streets.fill(`${before}\nBryggekaj`);
  await saves(admin.locator("#local"));

  await opens("Aktiviteter, tilføj og rækkefølge", "Aktiviteter");
  await admin.getByLabel("Navn, dansk").fill("Café på Bryggen");
  await admin.getByRole("button", { name: "Tilføj aktiviteten" }).click();
  await admin.waitForURL(/\/activities\/CAFE_PAA_BRYGGEN$/);
  await scriptsCame(admin);
  await expect(admin.getByText("Teksten mangler.").first()).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  const activity = admin.locator("#words-activity");
  await tile(admin, "Funktioner, der er med", "Social vicevært").check();
  for (const field of ["Steder", "Forankring", "Revideres af"])
    await activity.getByRole("group", { name: field }).getByLabel("Dansk").fill(`${field} på Bryggen`);
  await saves(activity);
  const about = admin.locator("#list-about");
  await about.getByRole("button", { name: "Tilføj en linje" }).click();
  await about.getByLabel("Dansk").fill("Åben hver torsdag.");
  await saves(about);
  await expect(admin.getByText("Teksten mangler.")).toHaveCount(0);
  await expect(admin.getByText("Der skal være mindst én.")).toHaveCount(0);

  await admin.goto("/agreement/revision");
  for (const [where, after] of [
    ["dato", "2.12.2026"],
    ["økonomi · Bryggen", "1,2 mio. kr."],
    ["øvrige aktiviteter · Bryggens Hus", "Fællesspisning"],
    ["Lokale navne · veje og gader", "Bryggekaj"],
    ["Aktiviteter · Café på Bryggen · beskrivelse", "Åben hver torsdag."],
  ] as const)
    await expect(admin.getByRole("row").filter({ hasText: where }).first()).toContainText(after);
  await expectAccessibleInBothWidths(admin);
  await expect(admin.getByRole("button", { name: "Send til Boligsocialt Forum" })).toBeVisible();
  await admin.getByRole("button", { name: "Slet kladden" }).click();
  await admin.getByRole("button", { name: "Slet nu" }).click();
  await expect(admin.getByRole("button", { name: "Start en revision" })).toBeVisible();
}
