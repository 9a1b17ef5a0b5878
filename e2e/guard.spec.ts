import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { answerAllButSituation, asked, beginReferral, onReceipt, sendButton, tile } from "#e2e/steps/log-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";
import { wholeDatabase } from "#e2e/steps/whole-database.ts";

test("a pasted note with a name, a number and an address is put right by taps, and nothing of it is kept", async ({
  as,
}) => {
  const page = await as("vicevaert.titanparken");
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  await page.goto("/referrals/new");
  await answerAllButSituation(page);
  await tile(page, asked.situation, "Åbner ikke døren").check();
  const note = page.getByLabel("Kort note");
  await note.fill("talte med Zubeyda, Jagtvej 12. ring 20 30 40 50");

  const found = page.getByRole("list", { name: "Det må ikke stå i teksten" });
  await expect(found.getByRole("listitem")).toHaveCount(3);
  await expect(found).toContainText("ligner et navn");
  await expect(found).toContainText("ligner et telefonnummer");
  await expect(found).toContainText("ligner en adresse");
  await expectAccessible(page);

  await found.getByRole("button", { name: "naboen i stedet for Zubeyda" }).click();
  await expect(note).toHaveValue("talte med naboen, Jagtvej 12. ring 20 30 40 50");
  await found.getByRole("button", { name: "Vis i teksten 20 30 40 50" }).click();
  await page.keyboard.press("Delete");
  await found.getByRole("button", { name: "Vis i teksten Jagtvej 12" }).click();
  await page.keyboard.insertText("i opgangen");
  await expect(found).toBeHidden();

  await sendButton(page).click();
  const summary = page.getByRole("alert").filter({ hasText: "Ret dette, og send igen" });
  await expect(summary).toContainText("Sæt kryds, når du har tjekket, at ingen kan genkende beboeren.");
  await expectAccessible(page);
  await nobodyKnows(page);
  await sendButton(page).click();
  await page.waitForURL(onReceipt);

  const kept = await wholeDatabase();
  expect(kept).toContain("talte med naboen");
  expect(kept).not.toMatch(/zubeyda|jagtvej 12|20 30 40 50/i);
  expect(urls.join("\n")).not.toMatch(/zubeyda|jagtvej|20(%20|\+| )30/i);
});

test("a rare event is pointed out, and a word that is no name is answered once", async ({ as }) => {
  const page = await beginReferral(as);
  await answerAllButSituation(page);
  await tile(page, asked.situation, "Åbner ikke døren").check();
  const note = page.getByLabel("Kort note");
  await note.fill("vil gerne i blurpfelt efter en brand");
  const found = page.getByRole("list", { name: "Det må ikke stå i teksten" });
  await found.getByRole("button", { name: /^Det er ikke et navn blurpfelt$/ }).click();
  await expect(found).toBeHidden();
  await expect(page.getByText("sker sjældent")).toBeVisible();
  await expectAccessible(page);
  await nobodyKnows(page);
  await sendButton(page).click();
  await page.waitForURL(onReceipt);
});

test("the administrator sees the words alone", async ({ as }) => {
  const page = await as("admin");
  await page.goto("/admin/words");
  await expect(page.getByRole("heading", { name: "Ord", level: 1 })).toBeVisible();
  await expectAccessible(page);
});
