import { expect, type Page } from "@playwright/test";
import { expectAccessibleInBothWidths } from "#e2e/steps/axe.ts";
import { inDays } from "#e2e/steps/fill-in.ts";
import { tile } from "#e2e/steps/log-referral.ts";
import { linkMailedTo } from "#e2e/steps/mail.ts";
import { act, openReferral, toast } from "#e2e/steps/open-referral.ts";
import { test } from "#e2e/steps/people.ts";
import { sendReferral } from "#e2e/steps/send-referral.ts";

// Who is away and who holds what holds for everybody, so these are told once; both widths are looked at inside.
test.skip(({ isMobile }) => isMobile, "told once for both widths");

const contact = (page: Page, post: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: post, exact: true }) });

async function findContact(page: Page, text: string): Promise<void> {
  await page.goto("/contacts");
  const found = page.getByText(/^\d+ funktion(er)?$/);
  const all = (await found.textContent()) ?? "";
  await page.getByLabel("Søg", { exact: true }).fill(text);
  await expect(found).not.toHaveText(all);
}

test("a holiday: the deputy sees and answers meanwhile, and hands over what they took", async ({ as }) => {
  const [away, deputy, sender] = [
    await as("myndighed.suf"),
    await as("brobygger.suf"),
    await as("vicevaert.lundtoftegade"),
  ];

  await away.goto("/contacts/me");
  await expectAccessibleInBothWidths(away);
  await away.getByRole("button", { name: "I dag", exact: true }).click();
  await away.getByLabel("Sidste dag").fill(inDays(6));
  await away.getByRole("button", { name: "Meld fravær" }).click();
  await expect(toast(away)).toContainText("Fraværet vises nu.");

  // Everybody who may send sees it first.
  await findContact(sender, "Myndighedsteamet");
  await expect(contact(sender, "Leder af Myndighedsteamet")).toContainText("Ali Brohoved afløser til og med");
  await expectAccessibleInBothWidths(sender);
  await sender.goto("/referrals/new?service=HJEMMEHJAELP");
  await tile(sender, "Alder", "65+").check();
  await expect(sender.getByText(/Ali Brohoved afløser til og med/).first()).toBeVisible();

  const code = await sendReferral(sender, { service: "HJEMMEHJAELP" });
  await openReferral(deputy, code);
  await act(deputy, "Overtag").click();
  await expect(toast(deputy)).toContainText("Overtaget.");
  await expect(deputy.getByRole("article")).toContainText("Ali Brohoved");

  await away.getByRole("button", { name: "Er tilbage" }).click();
  await expect(toast(away)).toContainText("Fraværet er rettet.");
  expect((await deputy.goto(`/referrals/${code.replace("-", "")}`))?.status()).toBe(404);

  // Four clicks: what the deputy took goes to whoever is back.
  await deputy.goto("/contacts/me");
  await deputy.getByText("Overdrag alle mine").click();
  await deputy.getByLabel(/Leder af Myndighedsteamet/).selectOption("Lone Visitholm");
  await deputy.getByRole("button", { name: "Overdrag", exact: true }).click();
  await expect(deputy.getByText(/Til en kollega: 1 af \d+ funktioner\./)).toBeVisible();
  await deputy.getByRole("button", { name: "Overdrag nu" }).click();
  await expect(deputy.getByText(/henvisning(er)? er overdraget/).first()).toBeVisible();
  await openReferral(away, code);
  await expect(away.getByRole("article")).toContainText("Lone Visitholm");
});

test("somebody is invited, is found among the contacts, stops, and leaves a post that is shown open", async ({
  as,
}) => {
  const [admin, sender] = [await as("admin"), await as("vicevaert.titanparken")];
  const post = "Café Nora-medarbejder";

  await admin.goto("/admin/people");
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("link", { name: "Inviter", exact: true }).click();
  await admin.getByLabel("Navn", { exact: true }).fill("Nanna Nøglering");
  await admin.getByLabel("Mail (arbejde)").fill(`nanna.${Date.now()}@noerrebro.example`);
  await admin.getByRole("button", { name: "Send invitation" }).click();
  await expect(
    admin
      .getByRole("alert")
      .or(admin.getByRole("heading", { name: "Ret dette, og send igen" }))
      .first(),
  ).toBeVisible();
  await tile(admin, "Har funktionen", post).check();
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("button", { name: "Send invitation" }).click();
  await admin.waitForURL(/\/admin\/people\/[0-9a-f-]{36}$/);
  await expect(admin.getByRole("heading", { level: 1, name: "Nanna Nøglering" })).toBeVisible();
  await expectAccessibleInBothWidths(admin);

  await findContact(sender, "nanna");
  await expect(contact(sender, post)).toContainText("Nanna Nøglering");
  await expect(sender.getByRole("link", { name: "Ret" })).toHaveCount(0);
  expect((await sender.goto(new URL(admin.url()).pathname))?.status()).toBe(404);

  // Gone already: whoever keeps her is told before that the post will stand empty, and asked.
  await admin.getByText("Nanna Nøglering stopper").click();
  await expect(admin.getByText(`Ingen andre har ${post}`, { exact: false }).first()).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("button", { name: "Overdrag og stop" }).click();
  await expect(admin.getByText("mister alle sine funktioner: 1. Ledige bagefter: 1.", { exact: false })).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("button", { name: "Stop nu" }).click();
  await admin.waitForURL(/\/admin\/people$/);

  await findContact(sender, "café nora");
  await expect(contact(sender, post)).toContainText("Ingen i funktionen lige nu");
  await expect(contact(sender, post)).not.toContainText("Nanna");
});

test("a housing organisation's post that its leader gives waits for an administrator, who says no or yes", async ({
  as,
}) => {
  const [leader, admin] = [await as("leder.akb"), await as("admin")];
  const post = "Social vicevært, Guldberg Have";
  const asks = async (name: string): Promise<string> => {
    const address = `${name.split(" ")[0]?.toLowerCase()}.${Date.now()}@noerrebro.example`;
    await leader.goto("/admin/people/new");
    await leader.getByLabel("Navn", { exact: true }).fill(name);
    await leader.getByLabel("Mail (arbejde)").fill(address);
    await tile(leader, "Har funktionen", post).check();
    await leader.getByRole("button", { name: "Send invitation" }).click();
    await leader.waitForURL(/\/admin\/people$/);
    return address;
  };
  const waits = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: `${name}: ${post}` });

  await asks("Grete Gangdør");
  await expect(leader.getByRole("heading", { name: "Venter på en administrator" })).toBeVisible();
  await expect(waits(leader, "Grete Gangdør")).toBeVisible();
  await expect(waits(leader, "Grete Gangdør").getByRole("button", { name: /^Bekræft/ })).toHaveCount(0);
  await expectAccessibleInBothWidths(leader);
  // It is nobody's yet.
  await findContact(admin, "guldberg");
  await expect(contact(admin, "Social vicevært")).not.toContainText("Grete");

  await admin.goto("/admin/people");
  await expect(admin.getByRole("heading", { name: "Venter på din bekræftelse" })).toBeVisible();
  await expect(waits(admin, "Grete Gangdør")).toContainText("Torben Tagrende bad om det");
  await expectAccessibleInBothWidths(admin);
  await waits(admin, "Grete Gangdør")
    .getByRole("button", { name: /^Afvis/ })
    .click();
  await expect(admin.getByText("Grete Gangdør får ikke funktionen.")).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  await admin.getByRole("button", { name: "Afvis nu" }).click();
  await expect(toast(admin)).toContainText("Afvist.");
  await expect(waits(admin, "Grete Gangdør")).toHaveCount(0);

  const address = await asks("Gerda Gelænder");
  await admin.goto("/admin/people");
  await waits(admin, "Gerda Gelænder")
    .getByRole("button", { name: /^Bekræft/ })
    .click();
  await expect(toast(admin)).toContainText("Bekræftet. Gerda Gelænder får besked.");
  await expect(admin.getByText("Ingen venter.")).toBeVisible();
  await expectAccessibleInBothWidths(admin);
  expect(await linkMailedTo(address)).toContain("/invitation/");
  await findContact(admin, "guldberg");
  await expect(contact(admin, "Social vicevært")).toContainText("Gerda Gelænder");

  // Taken back by whoever asked; and the post is free again for other stories.
  await asks("Gitte Gårdsplads");
  await waits(leader, "Gitte Gårdsplads")
    .getByRole("button", { name: /^Træk tilbage/ })
    .click();
  await expect(waits(leader, "Gitte Gårdsplads")).toHaveCount(0);
  await admin.goto("/admin/people");
  await admin.getByRole("link", { name: "Gerda Gelænder" }).click();
  await admin.getByText("Gerda Gelænder stopper").click();
  await admin.getByRole("button", { name: "Overdrag og stop" }).click();
  await admin.getByRole("button", { name: "Stop nu" }).click();
  await admin.waitForURL(/\/admin\/people$/);
});

test("a post without room says so in one click, before anybody sends to it", async ({ as }) => {
  const [receiver, sender] = [await as("sundhed.fc"), await as("raadgiver.mimersgade")];
  await receiver.goto("/contacts/me");
  await receiver.getByRole("link", { name: /Sundhed i nærmiljøet/ }).click();
  const full = receiver.getByRole("button", { name: /^Fuldt til og med uge/ }).first();
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "true");
  await expectAccessibleInBothWidths(receiver);

  await sender.goto("/referrals/new?service=SUNDHED");
  await tile(sender, "Én beboer eller gruppe?", "Én beboer").check();
  await expect(sender.getByText(/fuldt til og med uge \d+/).first()).toBeVisible();
  await expectAccessibleInBothWidths(sender);

  await receiver.getByRole("button", { name: "Tager imod" }).first().click();
  await expect(full).toHaveAttribute("aria-pressed", "false");
});

test("people are kept by their leader and the administrator, and hidden from everybody else", async ({ as }) => {
  for (const persona of ["skp.sck", "forum", "dpo"] as const)
    expect((await (await as(persona)).goto("/admin/people"))?.status()).toBe(404);
  const leader = await as("leder.sck");
  await leader.goto("/admin/people");
  await expect(leader.getByRole("link", { name: "Samira Kaffebord" })).toBeVisible();
  await expect(leader.getByRole("link", { name: "Karla Trappegaard" })).toHaveCount(0);
});
