import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { act, acts, latest, next, openReferral, showMore, toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

const [vicevaert, boligraadgiver, skp] = ["vicevaert.titanparken", "boligraadgiver.sck", "skp.sck"] as const;

test("a consent that is withdrawn hides the situation and deletes the note", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender, { note: "Bedst om formiddagen" });
  await openReferral(taker, code);
  await act(taker, "Overtag").click();
  await expect(next(taker)).toBeVisible();
  await openReferral(sender, code);
  await act(sender, "Samtykke").click();
  await acts(sender).getByText("Beboeren trækker sit ja tilbage").first().click();
  await acts(sender).getByRole("button", { name: "Beboeren trækker sit ja tilbage" }).click();
  await expect(latest(sender)).toContainText("Beboeren trak sit samtykke tilbage");
  await expect(sender.getByText("Bedst om formiddagen")).toHaveCount(0);
  await expect(sender.getByText("Ses næsten ikke mere")).toBeVisible();
  await openReferral(taker, code);
  await expect(taker.getByText("Situationen er skjult, til der er et nyt samtykke.")).toBeVisible();
  await expect(taker.getByText("Ses næsten ikke mere")).toHaveCount(0);
  await expectAccessible(taker);
});

test("without consent to feedback the origin reads Overtaget and Afsluttet, and nothing else", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender, { feedback: "no" });
  await openReferral(taker, code);
  await act(taker, "Overtag").click();
  await expect(next(taker)).toBeVisible();
  await openReferral(sender, code);
  await expect(sender.getByText("Overtaget", { exact: true })).toBeVisible();
  await act(taker, "Afslut").click();
  await acts(taker)
    .getByRole("button", { name: /^Kontakt skabt/ })
    .click();
  await expect(toast(taker)).toContainText("Afsluttet.");
  await openReferral(sender, code);
  await expect(sender.getByText("Afsluttet", { exact: true })).toBeVisible();
  expect(await sender.content()).not.toMatch(/Kontakt skabt(?!.*Afslut)/);
});

test("what was closed is opened again by the origin, with a new consent", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender);
  await openReferral(taker, code);
  await act(taker, "Overtag").click();
  await expect(toast(taker)).toContainText("Overtaget.");
  await act(taker, "Afslut").click();
  await acts(taker)
    .getByRole("button", { name: /^Kontakt skabt/ })
    .click();
  await expect(toast(taker)).toContainText("Afsluttet.");
  await openReferral(sender, code);
  await act(sender, "Genåbn").click();
  await tile(sender, "Hvorfor genåbnes den?", "Behovet er kommet igen").check();
  await tile(sender, /^Har beboeren sagt ja/, "Ja, skriftligt").check();
  await tile(sender, "Må de fortælle afsender, hvordan det går?", "Ja").check();
  await expectAccessible(sender);
  await acts(sender).getByRole("button", { name: "Genåbn" }).last().click();
  // The taker's page is still open, and opens it at once.
  await expect(sender.getByRole("list", { name: "Det er sket" })).toContainText("genåbnede: Behovet er kommet igen");
  await openReferral(taker, code);
  await expect(act(taker, "Overtag")).toBeVisible();
});

test("a new letter and a correction reach the other side", async ({ as }) => {
  const [sender, receiver] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await openReferral(sender, code);
  await showMore(sender);
  await act(sender, "Nyt brev").click();
  await tile(sender, "Hvor langt er det?", "Indkaldt til fogedret").check();
  await acts(sender).getByRole("button", { name: "I dag" }).click();
  await expectAccessible(sender);
  await acts(sender).getByRole("button", { name: "Gem brevet" }).click();
  await expect(toast(sender)).toContainText("Brevet er skrevet ind.");
  await expect(latest(sender)).toContainText("skrev et nyt brev ind");
  await openReferral(receiver, code);
  await expect(receiver.getByText("Indkaldt til fogedret")).toBeVisible();
  await act(receiver, "Overtag").click();
  await expect(toast(receiver)).toContainText("Overtaget.");
  await showMore(receiver);
  await act(receiver, "Ret").click();
  await tile(receiver, "Behov", "Overblik over økonomien").check();

  await act(sender, "Ret").click();
  await tile(sender, "Behov", "Billigere bolig").check();
  await expectAccessible(sender);
  await acts(sender).getByRole("button", { name: "Gem rettelsen" }).click();
  await expect(toast(sender)).toContainText("Rettet.");
  await expect(receiver.getByText("Aftale om afdrag · Billigere bolig").first()).toBeVisible();
  await expect(receiver.getByText(/^Rettet i uge \d+$/)).toBeVisible();

  // Whoever was at it too sees both side by side, and what they chose stands.
  const both = acts(receiver).getByRole("row", { name: /Behov/ });
  await expect(both.getByRole("cell", { name: "Aftale om afdrag · Billigere bolig" })).toBeVisible();
  await expect(both.getByRole("cell", { name: /Overblik over økonomien/ })).toBeVisible();
  await expectAccessible(receiver);
  await both.getByRole("button", { name: "Brug det, der står nu: Behov" }).click();
  await expect(both).toBeHidden();
  await expect(tile(receiver, "Behov", "Billigere bolig")).toBeChecked();
  await expect(tile(receiver, "Behov", "Overblik over økonomien")).not.toBeChecked();
});
