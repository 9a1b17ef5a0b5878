import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { fillIn, inDays } from "#e2e/steps/fill-in.ts";
import { asked, logReferral, tile } from "#e2e/steps/log-referral.ts";

import { act, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";
import { reviseFrame } from "#e2e/steps/revise-frame.ts";
import { reviseSeries } from "#e2e/steps/revise-series.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

// There is one revision at a time, so these are told once, and each state is looked at in both widths. What they change is
// only added to, so that no story beside them finds less than it did.
test.skip(({ isMobile }) => isMobile, "told on the desk, in both widths");
test.describe.configure({ mode: "serial" });

/** The tile that passes a referral on to the housing advisers, on the page of whoever it was sent to. */
async function passOnToAdvisers(page: Page, code: string): Promise<Locator> {
  await openReferral(page, code);
  await act(page, "Send videre").click();
  await expect(tile(page, asked.to, "Specialiseret sagsbehandler")).toBeVisible();
  return tile(page, asked.to, "Boligrådgiver, SCK");
}

test("a revision that changes who receives SKP, from draft to adoption", async ({ as }) => {
  test.setTimeout(180_000);
  const [admin, forum, vicevaert, skp] = [
    await as("admin"),
    await as("forum"),
    await as("vicevaert.lundtoftegade"),
    await as("skp.sck"),
  ];
  const before = await sendReferral(vicevaert, { service: "SKP" });

  await forum.goto("/agreement/revision");
  await expect(forum.getByText("Der er intet forslag")).toBeVisible();
  await expectAccessible(forum);
  await admin.goto("/agreement");
  await expect(
    admin.getByRole("heading", { level: 1, name: "Kontrakt om boligsocialt samarbejde på Nørrebro" }),
  ).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("link", { name: "Revision", exact: true }).first().click();
  await admin.getByRole("button", { name: "Start en revision" }).click();
  await expect(admin.getByText("Kladden er din")).toBeVisible();
  await expect(admin.getByText("Der er ingen forskelle endnu.")).toBeVisible();
  await expectAccessibleInBothWidths(admin);

  await admin.getByRole("link", { name: "Støttekontaktperson", exact: true }).click();
  const mayGetIt = tile(admin, "Kan få den sendt videre", "Boligrådgiver");
  await expect(async () => {
    await mayGetIt.check();
    await expect(mayGetIt).toBeChecked({ timeout: 500 });
  }).toPass();
  await admin.locator("#route").getByRole("button", { name: "Gem" }).click();
  await expect(toast(admin)).toContainText("Gemt i kladden.");
  await fillIn(admin, "Første kontakt", "90");
  await admin.locator("#norm").getByRole("button", { name: "Gem" }).click();
  await expect(
    admin.getByRole("alert").getByRole("link", { name: "Skriv et antal arbejdsdage fra 1 til 40." }),
  ).toBeVisible();
  await expect(admin.getByLabel("Første kontakt")).toHaveValue("90");
  await expectAccessibleInBothWidths(admin);

  // What was refused stands there unsent.
  await admin.getByRole("link", { name: "Alle ydelser" }).click();
  await admin.getByRole("button", { name: "Slet det, og gå videre" }).click();
  await admin.getByRole("link", { name: "Revision", exact: true }).click();
  const change = admin.getByRole("row").filter({ hasText: "kan få den sendt videre" });
  await expect(change).toContainText("Boligrådgiver");
  await expect(admin.getByRole("row")).toHaveCount(2);
  await forum.reload();
  await expect(forum.getByText("Der er intet forslag")).toBeVisible();
  await fillIn(admin, "Kommentarer til og med", inDays(7));
  await admin.getByRole("button", { name: "Send til Boligsocialt Forum" }).click();
  await admin.getByRole("button", { name: "Send nu" }).click();
  await expect(admin.getByText("Forslaget ligger hos Boligsocialt Forum")).toBeVisible();
  await expectAccessibleInBothWidths(admin);

  await forum.reload();
  await expect(forum.getByRole("row").filter({ hasText: "kan få den sendt videre" })).toContainText("Boligrådgiver");
  await fillIn(forum, "Din kommentar", "Fristen må gerne være kortere.");
  await nobodyKnows(forum);
  await forum.getByRole("button", { name: "Send kommentaren" }).click();
  await expect(forum.getByRole("listitem").filter({ hasText: "Fristen må gerne være kortere." })).toBeVisible();
  await expect(forum.getByLabel("Din kommentar")).toHaveValue("");
  await expectAccessibleInBothWidths(forum);
  await admin.reload();
  await expect(admin.getByText("Fristen må gerne være kortere.")).toBeVisible();
  await forum.goto("/");
  await expect(forum.getByText("Et forslag til aftalen venter på Boligsocialt Forum.")).toBeVisible();
  await forum.getByRole("link", { name: "Se forslaget" }).click();
  await forum.getByRole("button", { name: "Send tilbage til administratoren" }).click();
  await expect(forum.getByText(/^Forslaget med \d+ ændringer går tilbage\./)).toBeVisible();
  await forum.getByRole("button", { name: "Send tilbage nu" }).click();
  await expect(forum.getByText("Der er intet forslag")).toBeVisible();
  await admin.reload();
  await expect(admin.getByText("sendte forslaget tilbage")).toBeVisible();
  await fillIn(admin, "Kommentarer til og med", inDays(7));
  await admin.getByRole("button", { name: "Send til Boligsocialt Forum" }).click();
  await admin.getByRole("button", { name: "Send nu" }).click();
  await expect(admin.getByText("Forslaget ligger hos Boligsocialt Forum")).toBeVisible();

  await forum.reload();
  await fillIn(forum, "Mødet i Boligsocialt Forum", "i går");
  await forum.getByRole("button", { name: "Vedtag" }).click();
  await expect(forum.getByText(/^Ændringer, der gælder for alle fra den valgte dag: \d+\./)).toBeVisible();
  await forum.getByRole("button", { name: "Vedtag nu" }).click();
  await expect(forum.getByRole("alert").getByRole("link").first()).toHaveText("Skriv datoen som 12.11.2026.");
  await expectAccessibleInBothWidths(forum);
  for (const today of await forum.getByRole("button", { name: "I dag" }).all()) await today.click();
  await forum.getByRole("button", { name: "Vedtag nu" }).click();
  await forum.waitForURL(/\/agreement\?version=4/);
  await expect(forum.getByRole("main")).toContainText("Vedtaget af Boligsocialt Forum");

  const after = await sendReferral(vicevaert, { service: "SKP" });
  await expect(await passOnToAdvisers(skp, after)).toBeVisible();
  await expect(await passOnToAdvisers(skp, before)).toHaveCount(0);
  await skp.goto("/agreement?version=3");
  await expect(skp.getByText("Dette er en ældre version")).toBeVisible();
  await expectAccessibleInBothWidths(skp);
});

test("a revision adds a service, Forum adopts it, and a referral of it can be logged", async ({ as }) => {
  test.setTimeout(240_000);
  const [admin, forum, vicevaert] = [await as("admin"), await as("forum"), await as("vicevaert.lundtoftegade")];
  await admin.goto("/agreement/revision");
  await admin.getByRole("button", { name: "Start en revision" }).click();
  await admin.getByRole("link", { name: "Ydelser, tilføj og rækkefølge" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Ydelser" })).toBeVisible();
  await expectAccessibleInBothWidths(admin);

  const adding = admin.locator("#add-service");
  await scriptsCame(admin);
  await adding.getByRole("button", { name: "Tilføj ydelsen" }).click();
  await expect(adding.getByRole("alert").getByRole("link").first()).toBeVisible();
  await fillIn(adding, "Dansk", "Madhjælp");
  for (const sender of ["Social vicevært", "Projektleder/social vicevært"])
    await tile(admin, "Hvem henviser?", sender).check();
  await adding.getByLabel("Hvem modtager?").selectOption({ label: "Boligrådgiver" });
  await adding.getByRole("button", { name: "Tilføj ydelsen" }).click();
  await admin.waitForURL(/\/services\/MADHJAELP$/);
  await expect(admin.getByText("Skriv mindst én situation.")).toBeVisible();

  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("link", { name: "Situationer (0)" }).click();
  await admin.waitForURL(/\/services\/MADHJAELP\/situations$/);

  // Two situations: the second is put first by keyboard, and the button that was pressed keeps the focus.
  const situations = admin.locator("#list-situations");
  await scriptsCame(admin);
  await situations.getByRole("button", { name: "Tilføj en linje" }).click();
  await situations.getByRole("button", { name: "Tilføj en linje" }).click();
  await situations.getByLabel("Dansk").nth(0).fill("Får ikke handlet");
  await situations.getByLabel("Dansk").nth(1).fill("Kan ikke lave mad");
  const up = situations.getByRole("button", { name: "Op: Ny" }).nth(1);
  await up.focus();
  await up.press("Enter");
  await expect(situations.getByLabel("Dansk").nth(0)).toHaveValue("Kan ikke lave mad");
  await expect(situations.getByRole("button", { name: "Op: Ny" }).nth(0)).toBeFocused();
  await situations.getByRole("button", { name: "Gem" }).click();
  await expect(toast(admin)).toContainText("Gemt i kladden.");
  await expect(situations.getByRole("group").first()).toHaveAccessibleName("Kan ikke lave mad");
  await expect(admin.getByText("Skriv mindst én situation.")).toHaveCount(0);
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("link", { name: "Madhjælp" }).click();
  await expect(admin.getByRole("link", { name: "Situationer (2)" })).toBeVisible();
  await expect(admin.getByText("Skriv mindst én situation.")).toHaveCount(0);

  await admin.goto("/agreement/revision");
  await expect(admin.getByRole("row").filter({ hasText: "Madhjælp · situationer" })).toContainText("Kan ikke lave mad");
  await fillIn(admin, "Kommentarer til og med", inDays(7));
  await admin.getByRole("button", { name: "Send til Boligsocialt Forum" }).click();
  await admin.getByRole("button", { name: "Send nu" }).click();
  await expect(admin.getByText("Forslaget ligger hos Boligsocialt Forum")).toBeVisible();
  await forum.goto("/agreement/revision");
  await expect(forum.getByRole("row").filter({ hasText: "Madhjælp · situationer" })).toBeVisible();
  await scriptsCame(forum);
  for (const today of await forum.getByRole("button", { name: "I dag" }).all()) await today.click();
  await forum.getByRole("button", { name: "Vedtag" }).click();
  await forum.getByRole("button", { name: "Vedtag nu" }).click();
  await forum.waitForURL(/\/agreement\?version=\d/);

  const code = await logReferral(vicevaert, { service: "MADHJAELP" });
  await openReferral(vicevaert, code);
  await expect(vicevaert.getByRole("main")).toContainText("Madhjælp");
});

test("a revision adds a series, an area, a destination and a step for every service, and Forum adopts it", async ({
  as,
}) => {
  test.setTimeout(300_000);
  await reviseSeries(as);
});

test("a revision changes the frame, the economy, the local names and the activities, and tells it in words", async ({
  as,
}) => {
  test.setTimeout(240_000);
  await reviseFrame(as);
});

test("units, and a revision before it is proposed, are hidden from those who do not keep them", async ({ as }) => {
  for (const persona of ["skp.sck", "leder.sck", "sagsbehandler.sck"] as const) {
    const page = await as(persona);
    expect((await page.goto("/agreement"))?.status()).toBe(200);
    for (const path of [
      "/admin/units",
      "/agreement/revision",
      "/agreement/revision/contract",
      "/agreement/revision/economy",
      "/agreement/revision/others",
      "/agreement/revision/local",
      "/agreement/revision/activities",
      "/agreement/revision/activities/INDSATS",
      "/agreement/revision/meetings/TEMAMOEDE",
      "/agreement/revision/forAll",
      "/agreement/revision/forAll/progress",
      "/agreement/revision/services",
      "/agreement/revision/services/SKP",
      "/agreement/revision/services/SKP/outcomes",
      "/agreement?version=99",
    ])
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 404]);
  }
});
