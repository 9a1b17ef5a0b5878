import { expect, type Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { act, addressOf, openReferral } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

test.skip(({ isMobile }) => isMobile, "paper is as wide for everybody");

/** What a browser prints of this page: the text of each sheet of A4. */
async function sheetsOf(page: Page): Promise<string[]> {
  const file = await page.pdf({ preferCSSPageSize: true });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
  return text.map((sheet) => sheet.replaceAll(/\s+/g, " ").trim());
}

test("what is printed for the resident begins on the first sheet, and each says which it is of how many", async ({
  as,
}) => {
  const [sender, taker] = [await as("vicevaert.titanparken"), await as("boligraadgiver.sck")];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await openReferral(taker, code);
  await act(taker, "Overtag").click();
  await expect(taker.getByRole("region", { name: "Næste: få navnet i telefonen" })).toBeVisible();
  await taker.goto(`${addressOf(code)}/print`);
  const sheets = await sheetsOf(taker);
  expect(sheets[0]).toContain("Alt, hvad Brobyg ved om din henvisning");
  expect(sheets[0]).toContain(code);
  expect(sheets[0]).not.toContain("demo");
  for (const sheet of sheets.slice(0, -1)) expect(sheet.length).toBeGreaterThan(400);
  for (const [at, sheet] of sheets.entries()) expect(sheet).toContain(`${at + 1} / ${sheets.length}`);
  expect(sheets.length).toBeLessThanOrEqual(2);

  await sender.goto(`${addressOf(code)}/slip`);
  const slip = await sheetsOf(sender);
  expect(slip).toHaveLength(1);
  expect(slip[0]).toMatch(/^1 \/ 1 Vi har spurgt om hjælp for dig/);
});

test("no other page that is printed begins with an empty sheet", async ({ as }) => {
  for (const [persona, addresses] of [
    ["boligraadgiver.sck", ["/", "/inbox", "/meetings", "/contacts", "/agreement"]],
    ["leder.sck", ["/leader", "/statistics"]],
    ["dpo", ["/log", "/protection"]],
  ] as const) {
    const page = await as(persona);
    for (const address of addresses) {
      await page.goto(address);
      const [first = "", ...others] = await sheetsOf(page);
      expect(first.length, address).toBeGreaterThan(others.length > 0 ? 300 : 40);
      expect(first, address).not.toContain("Dette er en demo");
    }
  }
});
