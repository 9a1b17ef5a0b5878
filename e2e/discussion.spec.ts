import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { act, acts, latest, next, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

const [vicevaert, boligraadgiver, skp] = ["vicevaert.titanparken", "boligraadgiver.sck", "skp.sck"] as const;

test("a discussion without the name is advised", async ({ as }) => {
  const [sender, adviser] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await sendReferral(sender, { service: "UDSAETTELSE", name: "not_yet" });
  await openReferral(adviser, code);
  await expect(adviser.getByText("Drøftelse uden navn")).toBeVisible();
  await expect(act(adviser, "Overtag")).toHaveCount(0);
  await act(adviser, "Giv råd").click();
  await adviser.getByLabel("Kort tekst").fill("Ring til Lise på 20 30 40 50");
  await expect(adviser.getByRole("list", { name: "Det må ikke stå i teksten" })).toContainText("20 30 40 50");
  await acts(adviser).getByRole("button", { name: "Giv rådet" }).click();
  await expect(adviser.getByRole("list", { name: "Det må ikke stå i teksten" })).toContainText("20 30 40 50");
  await expectAccessible(adviser);
  await adviser.getByLabel("Kort tekst").fill("Gå med til første møde");
  await nobodyKnows(adviser);
  await acts(adviser).getByRole("button", { name: "Giv rådet" }).click();
  await expect(toast(adviser)).toContainText("Rådet er givet.");
  await openReferral(sender, code);
  await expect(latest(sender)).toContainText("Gå med til første møde");
  await expect(act(sender, "Send til …")).toBeVisible();
});

test("with SKP a discussion is taken over together, and the name is not said", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender, { name: "not_yet", contact: "together" });
  await openReferral(taker, code);
  await act(taker, "Overtag sammen med afsender").click();
  await expect(next(taker)).toContainText("Beboeren har ikke sagt ja. Navnet må ikke siges.");
  await expect(next(taker).getByRole("button", { name: "Vi har talt sammen" })).toHaveCount(0);
  await expectAccessible(taker);

  await openReferral(sender, code);
  await act(sender, "Samtykke").click();
  await tile(sender, /^Har beboeren sagt ja/, "Ja, skriftligt").check();
  await acts(sender).getByRole("button", { name: "Gem svaret" }).click();
  await expect(toast(sender)).toContainText("Svaret er skrevet ned.");
  await openReferral(taker, code);
  await expect(next(taker).getByRole("button", { name: "Vi har talt sammen" })).toBeVisible();
});
