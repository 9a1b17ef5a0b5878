import { expect } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";

test.skip(({ isMobile }) => isMobile, "told once for both widths");

test("the thematic meeting is called with caretakers as guests, by mail alone", async ({ as }) => {
  const convener = await as("sagsbehandler.sck");
  await convener.goto("/meetings");
  await convener.getByText("Indkald til temamøde").click();
  const call = convener.getByRole("group").filter({ hasText: "Indkald til temamøde" });
  await expect(call.getByText("Foreslået efter aftalen: én gang om året.")).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await call.getByRole("button", { name: "Indkald" }).click();
  await expect(convener.getByRole("heading", { level: 1, name: "Temamøde 1" })).toBeVisible();
  await expect(convener.getByText("Der er ingen punkter endnu.")).toBeVisible();

  await convener.getByText("Gæster uden konto: 0").click();
  await convener.getByLabel("Mailadresse").fill("ejendomsmester");
  await convener.getByRole("button", { name: "Inviter" }).click();
  await expect(convener.getByRole("link", { name: "Skriv mailen som navn@sted.dk." })).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await convener.getByLabel("Mailadresse").fill("ejendomsmester@bolig.example");
  await convener.getByRole("button", { name: "Inviter" }).click();
  await expect(toast(convener)).toContainText("ejendomsmester@bolig.example er inviteret.");
  await expect(convener.getByLabel("Mailadresse")).toHaveValue("");
  const remove = convener.getByRole("button", { name: "Fjern ejendomsmester@bolig.example" });
  await expect(remove).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await remove.click();
  await expect(convener.getByText("Gæster, der er tilbage: 0.", { exact: false })).toBeVisible();
  await expectAccessibleInBothWidths(convener);
  await convener.getByRole("button", { name: "Fjern nu" }).click();
  await expect(toast(convener)).toContainText("ejendomsmester@bolig.example får besked");
  await expect(remove).toBeHidden();
});

test("the network on health is called and led by the prevention centre", async ({ as }) => {
  const [convener, invited] = [await as("sundhed.fc"), await as("raadgiver.mimersgade")];
  await convener.goto("/meetings");
  await convener.getByText("Indkald til netværksmøde om sundhed").click();
  await convener.getByRole("button", { name: "Indkald" }).click();
  await expect(convener.getByRole("heading", { level: 1, name: "Netværksmøde om sundhed 1" })).toBeVisible();
  await expect(convener.getByRole("button", { name: "Start mødet" })).toBeVisible();
  await invited.goto("/meetings");
  await invited.getByRole("link", { name: "Se dagsorden: Netværksmøde om sundhed 1" }).click();
  await expect(invited.getByRole("heading", { level: 1, name: "Netværksmøde om sundhed 1" })).toBeVisible();
  await expect(invited.getByRole("button", { name: "Start mødet" })).toHaveCount(0);
});
