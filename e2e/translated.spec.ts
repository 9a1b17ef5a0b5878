import { expect, type Page } from "@playwright/test";
import { answerAllButSituation, asked, beginReferral, onReceipt, sendButton, tile } from "#e2e/steps/log-referral.ts";
import { act, acts, openReferral } from "#e2e/steps/open-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";
import { faultsOf, translate } from "#e2e/steps/translate.ts";

test.skip(({ isMobile }) => isMobile, "told once: a translator is the same in both widths");

const soon = { timeout: 5_000 };
const broken = (page: Page) => page.getByRole("heading", { name: "Siden kunne ikke vises" });

test("whoever has the page translated writes a note, puts right what the guard finds, and sends it", async ({ as }) => {
  const page = await beginReferral(as);
  const faults = faultsOf(page);
  await answerAllButSituation(page);
  await translate(page);
  await tile(page, asked.situation, "Åbner ikke døren").check();
  const note = page.getByLabel("Kort note");
  await note.fill("talte med Zubeyda. ring 20 30 40 50");
  await expect(page.getByText("245 tegn tilbage")).toBeVisible();
  const found = page.getByRole("list", { name: "Det må ikke stå i teksten" });
  await expect(found.getByRole("listitem")).toHaveCount(2);
  await found.getByRole("button", { name: "naboen i stedet for Zubeyda" }).click();
  await expect(note).toHaveValue("talte med naboen. ring 20 30 40 50");
  await expect(found.getByRole("listitem")).toHaveCount(1);
  await note.fill("talte med naboen");
  await expect(found).toBeHidden();
  await expect(page.getByText("264 tegn tilbage")).toBeVisible();
  await nobodyKnows(page);
  await sendButton(page).click();
  await page.waitForURL(onReceipt);
  await expect(broken(page)).toHaveCount(0);
  expect(faults).toEqual([]);
});

test("on pages that are translated, lists refresh, forms open and what was there before goes", async ({ as }) => {
  const [sender, receiver] = [await as("raadgiver.mimersgade"), await as("skp.sck")];
  const code = await sendReferral(sender);
  const work = await sender.context().newPage();
  await work.goto("/");
  const line = work.getByRole("listitem").filter({ hasText: code });
  await expect(line).toContainText("Sendt til Støttekontaktperson, SCK");
  await openReferral(sender, code);
  await openReferral(receiver, code);
  const faults = [work, sender, receiver].map(faultsOf);
  for (const page of [work, sender, receiver]) await translate(page);

  await act(receiver, "Spørg afsender").click();
  await act(receiver, "Send retur").click();
  await acts(receiver).getByRole("button", { name: "Beboeren har ikke sagt ja endnu" }).click();
  await expect(act(sender, "Send til …")).toBeVisible(soon);
  await expect(line).toContainText("har sendt den retur: Beboeren har ikke sagt ja endnu.", soon);
  await expect(line).not.toContainText("Sendt til Støttekontaktperson, SCK");
  for (const page of [work, sender, receiver]) await expect(broken(page)).toHaveCount(0);
  expect(faults.flat()).toEqual([]);
});

test("the list and the board of a page that is translated can be used, and left", async ({ as }) => {
  const [sender, receiver, convener] = [
    await as("raadgiver.mimersgade"),
    await as("skp.sck"),
    await as("sagsbehandler.sck"),
  ];
  const code = await sendReferral(sender);
  const faults = [receiver, convener].map(faultsOf);
  const place = (page: Page, name: string) =>
    page.getByRole("navigation", { name: "Steder" }).getByRole("link", { name, exact: true });
  await receiver.goto("/inbox?rows=250");
  await translate(receiver);
  await receiver.getByRole("row").filter({ hasText: code }).getByRole("link", { name: code }).click();
  await expect(receiver.getByRole("region", { name: new RegExp(code) })).toBeVisible();
  // The panel is there a moment before it listens.
  await expect(async () => {
    await receiver.keyboard.press("Escape");
    await expect(receiver.getByRole("region", { name: new RegExp(code) })).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await place(receiver, "Kontakter").click();
  await receiver.waitForURL("**/contacts");
  await convener.goto("/board");
  await translate(convener);
  await place(convener, "Aftalen").click();
  await convener.waitForURL("**/agreement");
  await convener.goBack();
  await convener.waitForURL("**/board");
  for (const page of [receiver, convener]) await expect(broken(page)).toHaveCount(0);
  expect(faults.flat()).toEqual([]);
});
