import { expect, type Page } from "@playwright/test";
import { zipSync } from "fflate";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { inDays } from "#e2e/steps/fill-in.ts";
import { linkMailedTo } from "#e2e/steps/mail.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { scriptsCame } from "#e2e/steps/scripts-came.ts";
import { aWorkbook } from "#lib/directory/list/a-workbook.ts";

type Sheet = { name: string; bytes: Uint8Array | string };
const head = ["Mail", "Navn", "Funktion", "Enhed", "Fra"];
/** As Danish Excel writes it: semicolons, and a mark at the beginning. */
const csv = (...rows: string[]): Sheet => ({
  name: "personer.csv",
  bytes: ["\uFEFFMail;Navn;Funktion;Enhed;Fra", ...rows].join("\r\n"),
});
const xlsx = (...rows: string[][]): Sheet => ({ name: "personer.xlsx", bytes: aWorkbook([head, ...rows]) });

async function opensList(page: Page): Promise<void> {
  await page.goto("/admin/people/list");
  await expect(page.getByRole("heading", { level: 1, name: "Mange på én gang" })).toBeVisible();
  await scriptsCame(page);
}
async function tries(page: Page, { name, bytes }: Sheet): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.getByLabel("Fil", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "Prøv listen" }).click();
}
const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });

test("a list is tried, seen and confirmed, and whoever stands in it twice gets one link", async ({ as }, {
  project,
}) => {
  const admin = await as("admin");
  const [nanna, bo] = [`nanna.${project.name}@noerrebro.example`, `bo.${project.name}@noerrebro.example`];
  await opensList(admin);
  await expectAccessibleInBothWidths(admin);
  const [template] = await Promise.all([
    admin.waitForEvent("download"),
    admin.getByRole("link", { name: "Hent skabelonen (.xlsx)" }).click(),
  ]);
  expect(template.suggestedFilename()).toMatch(/\.xlsx$/);

  const list = csv(
    `${nanna};Nanna Nøglering;Boligrådgiver;SCK;`,
    `${nanna};Nanna Nøglering;Social mentor;SCK;${inDays(10)}`,
    `${bo};Bo Ærø;Social vicevært;Guldberg Have;`,
  );
  await tries(admin, list);
  await expect(admin.getByRole("heading", { name: "3. Se, hvad der sker" })).toBeVisible();
  await expect(row(admin, "Social mentor, SCK")).toContainText("Får et link på mail");
  await expect(row(admin, "Bo Ærø")).toContainText("Social vicevært, Guldberg Have");
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("button", { name: "Inviter 2 personer" }).click();
  await admin.waitForURL(/\/admin\/people$/);
  await expect(admin.getByRole("link", { name: "Nanna Nøglering" }).first()).toBeVisible();
  for (const mail of [nanna, bo]) expect(await linkMailedTo(mail)).toMatch(/\/invitation\//);

  // The same list again has nothing to do.
  await opensList(admin);
  await tries(admin, list);
  await expect(admin.getByText("Alle på listen har deres funktioner allerede.")).toBeVisible();
  await expect(admin.getByRole("button", { name: /^Inviter/ })).toHaveCount(0);
  await expectAccessibleInBothWidths(admin);
});

test("what is wrong is said by row and column, formulas too, and nobody is invited until it is put right", async ({
  as,
}, { project }) => {
  const admin = await as("admin");
  const mail = `rikke.${project.name}@noerrebro.example`;
  await opensList(admin);
  await tries(
    admin,
    csv(
      "bo@a;Bo Bager;Boligrådgiver;SCK;",
      `${mail};Rikke Rum;Boligrådgver;SCK;`,
      `${mail};Rikke Rum;Boligrådgiver;SCK;31.2.2027`,
      "=1+1;Formel Fup;Boligrådgiver;SCK;",
      "emil@noerrebro.example;Emil Eng;Boligrådgiver;Atlantis;",
    ),
  );
  await expect(admin.getByRole("heading", { name: "Ret dette i filen, og vælg den igen" })).toBeVisible();
  await expect(admin.getByText("Ingen er inviteret.", { exact: true })).toBeVisible();
  for (const [line, column, what] of [
    ["2", "Mail", "“bo@a” er ikke en mailadresse."],
    ["3", "Funktion", "Funktionen “Boligrådgver” findes ikke. Mener du “Boligrådgiver”?"],
    ["4", "Fra", "“31.2.2027” er ikke en dato. Skriv den som 12.11.2026."],
    ["5", "Mail", "Cellen er en formel eller begynder med =, +, - eller @. Skriv selve teksten."],
    ["6", "Enhed", "Enheden “Atlantis” findes ikke. Se arket Funktioner i skabelonen."],
  ] as const) {
    const wrong = row(admin, what);
    await expect(wrong).toContainText(column);
    await expect(wrong).toContainText(line);
  }
  await expect(admin.getByRole("button", { name: /^Inviter/ })).toHaveCount(0);
  await expectAccessibleInBothWidths(admin);

  await tries(admin, xlsx([mail, "<c><f>A1&amp;B1</f><v>Rikke</v></c>", "Boligrådgiver", "SCK", ""]));
  await expect(row(admin, "Cellen er en formel")).toContainText("Navn");
  await tries(admin, xlsx([mail, "Rikke Rum", "Boligrådgiver", "SCK", ""]));
  await admin.getByRole("button", { name: "Inviter 1 person" }).click();
  await expect(toast(admin)).toContainText("Inviteret: 1.");
});

test("a file that is something else is refused by what it is", async ({ as }) => {
  const admin = await as("admin");
  await opensList(admin);
  await admin.getByRole("button", { name: "Prøv listen" }).click();
  await expect(admin.getByRole("alert").getByRole("link")).toHaveText("Vælg en fil.");
  const letters = (text: string) => new TextEncoder().encode(text);
  for (const [bytes, sentence] of [
    ["", "Filen er tom. Hent skabelonen, og skriv i den."],
    ["Mail;Navn;Funktion;Enhed\r\n", "Filen har kun overskrifter."],
    ["%PDF-1.7\n%âãÏÓ\n1 0 obj", "Filen er en PDF."],
    [zipSync({ "word/document.xml": letters("<w:document/>") }), "Filen er ikke et regneark."],
    [aWorkbook([head]).slice(0, 300), "Filen er gået i stykker og kan ikke læses."],
    [
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      "Filen kan ikke læses som en liste.",
    ],
    ["Navn;Funktion;Enhed\r\nBo;Boligrådgiver;SCK", "Kolonnen “Mail” mangler."],
    ["x".repeat(200_000), "Filen er for stor."],
  ] as const) {
    await tries(admin, { name: "personer.xlsx", bytes });
    await expect(admin.getByRole("alert").getByRole("link")).toContainText(sentence);
  }
  await expectAccessibleInBothWidths(admin);
  await expect(admin.getByRole("button", { name: /^Inviter/ })).toHaveCount(0);
});
