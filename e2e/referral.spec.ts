import { expect } from "@playwright/test";
import { expectAccessible } from "#e2e/steps/axe.ts";
import { logReferral, tile } from "#e2e/steps/log-referral.ts";
import { act, acts, addressOf, latest, next, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

const [vicevaert, boligraadgiver, skp, sagsbehandler] = [
  "vicevaert.titanparken",
  "boligraadgiver.sck",
  "skp.sck",
  "sagsbehandler.sck",
] as const;

test("an eviction is logged, taken over, followed on the telephone and finished", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(boligraadgiver)];
  const code = await logReferral(sender, { service: "UDSAETTELSE", note: "Beboeren åbner ikke breve" });
  await openReferral(taker, code);
  await expect(taker.getByText("Venter på")).toBeVisible();
  await expect(taker.getByText("Boligrådgiver, SCK (dig) · svar")).toBeVisible();
  await expectAccessible(taker);

  await act(taker, "Overtag").click();
  await expect(toast(taker)).toContainText("Overtaget.");
  await expect(next(taker)).toContainText("20 00 00 04");
  await expect(next(taker)).toContainText(`Du siger ${code.slice(0, 4)} · De svarer ${code.slice(5)}`);
  await expect(next(taker)).toContainText("SCK må få navnet. Ja, skriftligt.");
  await expect(next(taker).getByText(/^Brobyg .* Overtaget/)).toBeVisible();
  await expectAccessible(taker);

  const waiting = sender.getByRole("region", { name: "Boligrådgiver, SCK, vil tale med dig" });
  await openReferral(sender, code);
  await expect(waiting.getByRole("link", { name: "Ring nu: 20 00 00 21" })).toHaveAttribute("href", "tel:+4520000021");
  await expectAccessible(sender);
  await waiting.getByRole("button", { name: "Beboeren er her nu" }).click();
  await expect(toast(sender)).toContainText("Boligrådgiver, SCK, får besked.");
  await openReferral(taker, code);
  await expect(next(taker)).toContainText("nu. Ring med det samme.");

  await next(taker).getByRole("button", { name: "Vi har talt sammen" }).click();
  await expect(next(taker)).toBeHidden();
  await act(taker, "Nyt skridt").click();
  await acts(taker).getByRole("button", { name: "Første kontakt" }).click();
  await expect(latest(taker)).toContainText("Boligrådgiver, SCK: Første kontakt");

  await act(taker, "Afslut").click();
  await tile(taker, "Hvad hjalp? (valgfrit)", "Afdragsaftale").check();
  await expectAccessible(taker);
  await acts(taker)
    .getByRole("button", { name: /^Afværget/ })
    .click();
  await expect(toast(taker)).toContainText("Afsluttet.");
  await expect(taker.getByText("Afværget · Afdragsaftale")).toBeVisible();
  await openReferral(sender, code);
  await expect(sender.getByText("Afværget · Afdragsaftale")).toBeVisible();
  await expect(sender.getByText("Beboeren åbner ikke breve")).toBeVisible();
  await expect(sender.getByText("Er det vigtige journaliseret?")).toBeHidden();
  await expectAccessible(sender);

  await taker.goto("/");
  await expect(taker.getByRole("heading", { name: "Er det vigtige journaliseret?" })).toBeVisible();
  await expectAccessible(taker);
  await taker.getByRole("link", { name: `Svar, ${code}` }).click();
  await expect(acts(taker)).toContainText("Er det vigtige journaliseret?");
  await expectAccessible(taker);
  await act(taker, "Ja, slet teksten").click();
  await expect(toast(taker)).toContainText("Teksten er slettet.");
  await expect(act(taker, "Ja, slet teksten")).toBeHidden();
  await expect(taker.getByText("Beboeren åbner ikke breve")).toBeHidden();
  await openReferral(sender, code);
  await expect(sender.getByText("Det vigtige er journaliseret. Teksten er slettet").first()).toBeVisible();
  await expect(sender.getByText("Beboeren åbner ikke breve")).toBeHidden();
});

test("what is sent back in two clicks, the sender sends on", async ({ as }) => {
  const [sender, first, second] = [await as(vicevaert), await as(skp), await as(sagsbehandler)];
  const code = await sendReferral(sender);
  await openReferral(first, code);
  await act(first, "Send retur").click();
  await expectAccessible(first);
  await acts(first).getByRole("button", { name: "Beboeren har ikke sagt ja endnu" }).click();
  await expect(first.getByText("Jeres del er slut.")).toBeVisible();
  await expect(latest(first)).toContainText("sendte retur: Beboeren har ikke sagt ja endnu");
  await expectAccessible(first);

  await openReferral(sender, code);
  await expect(latest(sender)).toContainText("Støttekontaktperson, SCK, sendte retur: Beboeren har ikke sagt ja endnu");
  await act(sender, "Send til …").click();
  await tile(sender, "Hvem skal have den?", "Specialiseret sagsbehandler").check();
  await expectAccessible(sender);
  await acts(sender).getByRole("button", { name: "Send til Specialiseret sagsbehandler, SCK" }).click();
  await expect(toast(sender)).toContainText("Sendt til Specialiseret sagsbehandler, SCK.");
  await openReferral(second, code);
  await expect(act(second, "Overtag")).toBeVisible();
});

test("a redirect without consent is first the sender's word, then taken over and finished", async ({ as }) => {
  const [sender, first, second] = [await as(vicevaert), await as(sagsbehandler), await as("brobygger.suf")];
  const code = await sendReferral(sender, { service: "BOLIGYDELSE" });
  await openReferral(first, code);
  await act(first, "Send videre").click();
  await expect(tile(first, "Hvem skal have den?", "Boligrådgiver, SCK")).toBeVisible();
  await expect(acts(first)).toContainText("Sendes med det samme");
  await expect(acts(first)).toContainText("Foreslås først for Projektleder/social vicevært, Titanparken");
  await tile(first, "Hvem skal have den?", "Brobygningskonsulent").check();
  await tile(first, "Hvorfor?", "Hører til en anden enhed").check();
  await expectAccessible(first);
  await acts(first).getByRole("button", { name: "Send videre" }).last().click();
  await expect(toast(first)).toContainText("Foreslået for afsender.");

  await second.goto(addressOf(code));
  await expect(second.getByRole("heading", { name: "Siden findes ikke" })).toBeVisible();

  await openReferral(sender, code);
  await expect(acts(sender)).toContainText(
    "Specialiseret sagsbehandler, SCK, foreslår Brobygningskonsulent, Lokalområdekontoret: Hører til en anden enhed.",
  );
  await act(sender, "Send til Brobygningskonsulent, Lokalområdekontoret").click();
  await acts(sender)
    .getByRole("button", { name: /^Ja, send/ })
    .click();
  await expect(acts(sender).getByRole("alert")).toContainText("Vælg et svar.");
  await tile(sender, /^Har beboeren sagt ja/, "Ja, mundtligt").check();
  await expectAccessible(sender);
  await acts(sender)
    .getByRole("button", { name: /^Ja, send/ })
    .click();
  await expect(toast(sender)).toContainText("Sendt til Brobygningskonsulent, Lokalområdekontoret.");

  await openReferral(second, code);
  await act(second, "Overtag").click();
  await next(second).getByRole("button", { name: "Vi har talt sammen" }).click();
  // What is above the buttons goes then, and they move.
  await expect(next(second)).toBeHidden();
  await act(second, "Afslut").click();
  await acts(second)
    .getByRole("button", { name: /^Ansøgning sendt/ })
    .click();
  await expect(toast(second)).toContainText("Afsluttet.");
  await openReferral(sender, code);
  await expect(latest(sender)).toContainText("afsluttede: Ansøgning sendt");
});

test("a question stops the receiver's clock and is answered in one tap", async ({ as }) => {
  const [sender, receiver] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender);
  await openReferral(receiver, code);
  await act(receiver, "Spørg afsender").click();
  await expectAccessible(receiver);
  await acts(receiver).getByRole("button", { name: "Hvornår er det bedst at komme?" }).click();
  await expect(receiver.getByText("Sat på pause. 2 arbejdsdage tilbage")).toBeVisible();

  await openReferral(sender, code);
  await expect(acts(sender)).toContainText("Hvornår er det bedst at komme?");
  await act(sender, "Svar").click();
  await expectAccessible(sender);
  await acts(sender).getByRole("button", { name: "Formiddag" }).click();
  await expect(toast(sender)).toContainText("Svaret er sendt.");
  await openReferral(receiver, code);
  await expect(latest(receiver)).toContainText("svarede: Formiddag");

  await act(receiver, "Spørg afsender").click();
  await acts(receiver).getByText("Skriv selv").click();
  await receiver.getByLabel("Kort tekst").fill("Er der en vagt om aftenen?");
  await nobodyKnows(receiver);
  await acts(receiver).getByRole("button", { name: "Send spørgsmålet" }).click();
  await expect(toast(receiver)).toContainText("Spørgsmålet er sendt.");
  await openReferral(sender, code);
  await expect(acts(sender)).toContainText("Er der en vagt om aftenen?");
});

test("what waits for somebody else says for what and until when, and goes on", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender);
  await openReferral(taker, code);
  await act(taker, "Overtag").click();
  await expect(next(taker)).toBeVisible();
  await act(taker, "Afvent").click();
  await tile(taker, "Hvad venter I på?", "En afgørelse").check();
  await acts(taker).getByRole("button", { name: "Om 2 uger" }).click();
  await expectAccessible(taker);
  await acts(taker).getByRole("button", { name: "Afvent" }).last().click();
  await expect(taker.getByText(/^Afventer en afgørelse til /)).toBeVisible();
  await openReferral(sender, code);
  await expect(sender.getByText(/^Afventer en afgørelse til /)).toBeVisible();
  await act(taker, "Fortsæt").click();
  await expect(taker.getByText("Inden for fristen")).toBeVisible();
});

test("an act is undone within ten seconds, and everything is as before", async ({ as }) => {
  const [sender, taker] = [await as(vicevaert), await as(skp)];
  const code = await sendReferral(sender);
  await openReferral(taker, code);
  await act(taker, "Overtag").click();
  await toast(taker)
    .getByRole("button", { name: /^Fortryd/ })
    .click();
  await expect(toast(taker)).toContainText("Fortrudt. Alt er som før.");
  await expect(act(taker, "Overtag")).toBeVisible();
  await act(taker, "Send retur").click();
  await acts(taker).getByRole("button", { name: "Vejledning givet, kan klares uden os" }).click();
  await expect(taker.getByText("Jeres del er slut.")).toBeVisible();
  await toast(taker)
    .getByRole("button", { name: /^Fortryd/ })
    .click();
  await expect(act(taker, "Overtag")).toBeVisible();
});

test("of two who take over at once one wins, and the other is told who was first and when", async ({ as }) => {
  const [sender, winner, loser] = [await as(vicevaert), await as(boligraadgiver), await as("boligraadgiver2.sck")];
  const code = await sendReferral(sender, { service: "UDSAETTELSE" });
  await openReferral(winner, code);
  // The loser's page hears nothing and reads nothing anew until the question is sent.
  const reading = /\/api\/referrals\/\w+$/;
  await loser.route("**/api/{live?*,live/pulse}", (route) => route.abort());
  await loser.route(reading, (route) => route.abort());
  await openReferral(loser, code);
  await act(loser, "Spørg afsender").click();
  await acts(loser).getByText("Skriv selv").click();
  await loser.getByLabel("Kort tekst").fill("Er brevet åbnet?");
  await nobodyKnows(loser);
  await act(winner, "Overtag").click();
  await expect(next(winner)).toBeVisible();
  await loser.unroute(reading);
  await acts(loser).getByRole("button", { name: "Send spørgsmålet" }).click();
  await expect(loser.getByText(/^En anden hos Boligrådgiver, SCK, overtog den kl\. \d\d\.\d\d\.$/)).toBeVisible();
  await expect(loser.getByLabel("Kort tekst")).toHaveValue("Er brevet åbnet?");
  await expect(next(loser)).toBeVisible();
  await expectAccessible(loser);
});

test("a stranger gets the page of what never was, and the rightful one gets in", async ({ as }) => {
  const [sender, stranger, colleague] = [await as(vicevaert), await as("vicevaert.lundtoftegade"), await as(skp)];
  const code = await sendReferral(sender);
  for (const address of [addressOf(code), "/referrals/2A2A2A2A"]) {
    const answer = await stranger.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(stranger.getByRole("heading", { name: "Siden findes ikke" })).toBeVisible();
  }
  await expectAccessible(stranger);
  await openReferral(colleague, code);
  await expect(act(colleague, "Overtag")).toBeVisible();
});

test("the leader takes out what was made by mistake, by its code alone", async ({ as }) => {
  const [sender, leader] = [await as(vicevaert), await as("leder.akb")];
  const code = await sendReferral(sender);
  await leader.goto(addressOf(code));
  await expect(leader.getByRole("heading", { name: "Siden findes ikke" })).toBeVisible();
  await leader.goto("/leader");
  await expect(leader.getByRole("heading", { name: "Oprettet ved en fejl" })).toBeVisible();
  await leader.getByLabel("Kode").fill("7K4F");
  await tile(leader, "Hvorfor?", "Oprettet ved en fejl").check();
  await leader.getByRole("button", { name: "Tag henvisningen ud" }).click();
  await expect(leader.getByRole("alert").filter({ hasText: "Skriv koden som 7K4F-2H9M." })).toBeVisible();
  await expectAccessible(leader);
  await leader.getByLabel("Kode").fill(code.toLowerCase());
  await leader.getByRole("button", { name: "Tag henvisningen ud" }).click();
  await expect(leader.getByText(`${code} forsvinder for alle`, { exact: false })).toBeVisible();
  await leader.getByRole("button", { name: "Tag den ud nu" }).click();
  await expect(toast(leader)).toContainText(`${code} er taget ud.`);
  await openReferral(sender, code);
  await expect(sender.getByText("Taget ud", { exact: true })).toBeVisible();
  await expect(latest(sender)).toContainText("Lederen tog den ud: Oprettet ved en fejl");
});
