import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { fillIn, inDays } from "#e2e/steps/fill-in.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import type { As } from "#e2e/steps/people.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";

/** A series, an area, a destination and a step for every service come in by a revision that is adopted. */
export async function reviseSeries(as: As): Promise<void> {
  const [admin, forum, coordinator] = [await as("admin"), await as("forum"), await as("sagsbehandler.sck")];
  await admin.goto("/agreement/revision");
  await admin.getByRole("button", { name: "Start en revision" }).click();
  await admin.getByRole("link", { name: "Møder, tilføj og rækkefølge" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Møder" })).toBeVisible();
  await expectAccessibleInBothWidths(admin);

  const adding = admin.locator("#add-series");
  await scriptsCame(admin);
  await adding.getByRole("button", { name: "Tilføj møderækken" }).click();
  await expect(adding.getByRole("alert").getByRole("link").first()).toBeVisible();
  for (const [field, text] of [
    ["Navn", "Møde om boliger"],
    ["Om mødet", "Boligorganisationen og helhedsplanerne mødes om boliger."],
    ["Steder", "Hos helhedsplanerne"],
  ] as const)
    await fillIn(adding.getByRole("group", { name: field }), /^Dansk/, text);
  await tile(admin, "Hvor tit?", "Så mange gange om året").check();
  await fillIn(adding, "Antal", "99");
  await adding.getByLabel("Hvem indkalder?").selectOption({ label: "Specialiseret sagsbehandler" });
  await adding.getByRole("button", { name: "Tilføj møderækken" }).click();
  await expect(adding.getByRole("alert")).toContainText("Skriv et tal fra 1 til 52.");
  await fillIn(adding, "Antal", "4");
  await adding.getByRole("button", { name: "Tilføj møderækken" }).click();
  await admin.waitForURL(/\/meetings\/MOEDE_OM_BOLIGER$/);
  await expect(admin.getByText("Der skal være mindst én.")).toBeVisible();
  const purposes = admin.locator("#list-purposes");
  await scriptsCame(admin);
  await purposes.getByRole("button", { name: "Tilføj en linje" }).click();
  await fillIn(purposes, "Dansk", "Tale om ledige boliger");
  await purposes.getByRole("button", { name: "Gem" }).click();
  await expect(toast(admin)).toContainText("Gemt i kladden.");
  await expect(admin.getByText("Der skal være mindst én.")).toHaveCount(0);
  const terms = admin.locator("#series-terms");
  await terms.getByLabel("Projektleder/social vicevært").selectOption({ label: "efter behov" });
  await terms.getByRole("button", { name: "Gem" }).click();
  await expect(toast(admin)).toContainText("Gemt i kladden.");
  await expectAccessibleInBothWidths(admin);

  // What holds for every service: a step comes in, and is put first by keyboard.
  await admin.goto("/agreement/revision/forAll");
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("link", { name: /^Skridt undervejs \(\d+\)$/ }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Skridt undervejs" })).toBeVisible();
  await scriptsCame(admin);
  const steps = admin.locator("#list-progress");
  await steps.getByRole("button", { name: "Tilføj en linje" }).click();
  await fillIn(steps.getByRole("group", { name: "Ny", exact: true }), /^Dansk/, "Hjemmebesøg aftalt");
  for (let times = 0; times < 3; times += 1) await steps.getByRole("button", { name: "Op: Ny" }).press("Enter");
  await expect(steps.getByLabel("Dansk").nth(0)).toHaveValue("Hjemmebesøg aftalt");
  await steps.getByRole("button", { name: "Gem" }).click();
  await expect(toast(admin)).toContainText("Gemt i kladden.");
  await expect(steps.getByRole("group").first()).toHaveAccessibleName("Hjemmebesøg aftalt");
  await expectAccessibleInBothWidths(admin);
  await admin.goto("/agreement/revision/forAll/withdrawReasons");
  await expect(admin.locator("#list-withdrawReasons").getByText("Den vælger ingen.")).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  await admin.goto("/agreement/revision/forAll/questions");
  await admin.locator("#list-questions").getByRole("link", { name: "Ret svar og betingelser" }).first().click();
  await expect(admin.getByRole("heading", { level: 1, name: "Må I give os navnet?" })).toBeVisible();
  await expectAccessibleInBothWidths(admin);

  for (const [part, text] of [
    ["external", "Den lokale lægevagt"],
    ["areas", "De unge"],
  ] as const) {
    await admin.goto(`/agreement/revision/${part}`);
    await scriptsCame(admin);
    const list = admin.locator(`#list-${part}`);
    await list.getByRole("button", { name: "Tilføj en linje" }).click();
    await fillIn(list.getByRole("group", { name: "Ny", exact: true }), /^Dansk/, text);
    await list.getByRole("button", { name: "Gem" }).click();
    await expect(toast(admin)).toContainText("Gemt i kladden.");
    await expectAccessibleInBothWidths(admin);
  }

  await admin.goto("/agreement/revision");
  for (const [where, after] of [
    ["Møde om boliger · formål", "Tale om ledige boliger"],
    ["skridt undervejs", "Hjemmebesøg aftalt"],
    ["Den lokale lægevagt", "Den lokale lægevagt"],
    ["Indsatsområder", "De unge"],
  ] as const)
    await expect(admin.getByRole("row").filter({ hasText: where }).first()).toContainText(after);
  await expectAccessibleInBothWidths(admin);
  await fillIn(admin, "Kommentarer til og med", inDays(7));
  await admin.getByRole("button", { name: "Send til Boligsocialt Forum" }).click();
  await admin.getByRole("button", { name: "Send nu" }).click();
  await expect(admin.getByText("Forslaget ligger hos Boligsocialt Forum")).toBeVisible();
  await forum.goto("/agreement/revision");
  await scriptsCame(forum);
  for (const today of await forum.getByRole("button", { name: "I dag" }).all()) await today.click();
  await forum.getByRole("button", { name: "Vedtag" }).click();
  await forum.getByRole("button", { name: "Vedtag nu" }).click();
  await forum.waitForURL(/\/agreement\?version=\d/);
  await coordinator.goto("/meetings");
  await coordinator.getByText("Indkald til møde om boliger").click();
  const call = coordinator.getByRole("group").filter({ hasText: "Indkald til møde om boliger" });
  await call.getByRole("button", { name: "Indkald" }).click();
  await expect(coordinator.getByRole("heading", { level: 1, name: "Møde om boliger 1" })).toBeVisible();

  // A series with a meeting stays, and says why.
  await admin.goto("/agreement/revision");
  await admin.getByRole("button", { name: "Start en revision" }).click();
  await expect(admin.getByText("Kladden er din")).toBeVisible();
  await admin.goto("/agreement/revision/meetings/MOEDE_OM_BOLIGER");
  await scriptsCame(admin);
  await admin.locator("#retire").getByText("Tag møderækken ud af aftalen").click();
  await expect(admin.getByText(/^Der er et møde .* Rækken kan først tages ud/)).toBeVisible();
  await admin.getByRole("button", { name: "Tag den ud" }).click();
  await expect(admin.locator("#retire").getByRole("alert")).toContainText("Møde om boliger: Der er et møde");
  await expectAccessibleInBothWidths(admin);
  await admin.goto("/agreement/revision");
  await admin.getByRole("button", { name: "Slet kladden" }).click();
  await admin.getByRole("button", { name: "Slet nu" }).click();
  await expect(admin.getByRole("button", { name: "Start en revision" })).toBeVisible();
}
