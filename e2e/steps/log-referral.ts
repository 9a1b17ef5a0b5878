import type { Locator, Page } from "@playwright/test";
import type { Persona } from "#e2e/steps/log-in.ts";
import { nobodyKnows } from "#e2e/steps/own-words.ts";
import type { As } from "#e2e/steps/people.ts";

type Need = { service: string; situation: string; answers: readonly (readonly [question: string, answer: string])[] };

/** One ordinary need of each service, in the words of the screen. */
const needs = {
  BOLIGYDELSE: { service: "Boligydelse", situation: "Skal søge første gang", answers: [["Pension?", "Folkepension"]] },
  HJEMMEHJAELP: { service: "Hjemmehjælp", situation: "Rengøring og tøjvask", answers: [["Alder", "65+"]] },
  SKP: {
    service: "Støttekontaktperson",
    situation: "Ses næsten ikke mere",
    answers: [["Ved beboeren, at du skriver?", "Ja"]],
  },
  UDSAETTELSE: {
    service: "Udsættelse truer",
    situation: "Aftale om afdrag",
    answers: [
      ["Årsag", "Husleje"],
      ["Hvor langt er det?", "Påkrav, 14 dage"],
    ],
  },
  MENTOR1825: {
    service: "Ung i egen bolig",
    situation: "Økonomi og regninger",
    answers: [["Anvist af kommunen?", "Ja"]],
  },
  RENOVERING: {
    service: "Renovering",
    situation: "Kan ikke selv pakke",
    answers: [["Arbejdet begynder om", "Under 3 mdr."]],
  },
  SUNDHED: {
    service: "Sundhed",
    situation: "Vil bevæge sig mere",
    answers: [["Én beboer eller gruppe?", "Én beboer"]],
  },
  BRO: { service: "Fællesskab og aktivitet", situation: "Savner selskab", answers: [["Følger nogen med?", "Jeg"]] },
  LOKAL: {
    service: "Hjælp fra helhedsplanen",
    situation: "Hjælp os med at få kontakt",
    answers: [["Ved beboeren det?", "Ja, skriftligt"]],
  },
  /** Of the invented district. */
  STOETTE: { service: "Støtte i hverdagen", situation: "Er meget alene", answers: [] },
  /** Only once a revision has added it. */
  MADHJAELP: { service: "Madhjælp", situation: "Kan ikke lave mad", answers: [] },
} satisfies Record<string, Need>;

/** The questions of the form, as they are read. */
export const asked = {
  service: "Hvad er der brug for hjælp til?",
  situation: "Hvad er situationen?",
  to: "Hvem skal have den?",
  consent: /^Har beboeren sagt ja/,
  feedback: "Må de fortælle dig, hvordan det går?",
  contact: /^Kontakt/,
} as const;

export const onReceipt = /\/referrals\/\w{8}\/receipt$/;

export const sendButton = (page: Page): Locator => page.getByRole("button", { name: /^Send til/ });

export type Logging = {
  service?: keyof typeof needs;
  situation?: string;
  /** May the receiver get the name? "Nej, ikke endnu" makes a discussion. */
  name?: "Ja, skriftligt" | "Ja, mundtligt" | "Nej, ikke endnu";
  feedback?: "Ja" | "Nej";
  contact?: "Gennem mig" | "Sammen med mig" | "Direkte";
  /** Whom it goes to, where the sender chooses: part of the label. */
  to?: string;
  note?: string;
  button?: "send" | "agreed" | "on-the-spot";
};

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The tile of a question, by the question and what stands first on the tile. */
export const tile = (page: Page, question: string | RegExp, answer: string): Locator => {
  const name = new RegExp(`^${literally(answer)}`);
  const group = page.getByRole("group", { name: question });
  return group.getByRole("radio", { name }).or(group.getByRole("checkbox", { name })).first();
};

/** Chooses a service on "Ny henvisning", also one that waits under "Mere …". Nothing to choose where there is only one. */
export async function chooseService(page: Page, service: keyof typeof needs): Promise<void> {
  await page.getByRole("heading", { name: "Ny henvisning", level: 1 }).waitFor();
  if ((await page.getByRole("group", { name: asked.service }).count()) === 0) return;
  const wanted = tile(page, asked.service, needs[service].service);
  if (!(await wanted.isVisible())) await page.getByText("Mere …").click();
  await wanted.check();
}

/**
 * Fills in "Ny henvisning" as the person who is signed in and sends it: an ordinary need, with written consent and
 * feedback, unless said otherwise. Ends on the receipt.
 *
 * @returns the code as it is shown, `7K4F-2H9M`
 */
export async function logReferral(page: Page, logging: Logging = {}): Promise<string> {
  const { service = "SKP", name = "Ja, skriftligt", feedback = "Ja", contact = "Sammen med mig", to, note } = logging;
  const need: Need = needs[service];
  await page.goto("/referrals/new");
  await chooseService(page, service);
  await tile(page, asked.situation, logging.situation ?? need.situation).check();
  for (const [question, answer] of need.answers) await tile(page, question, answer).check();
  if (service === "UDSAETTELSE") await page.getByRole("button", { name: "I dag", exact: true }).click();
  const { button = "send" } = logging;
  if (button !== "on-the-spot") {
    if (to) await tile(page, asked.to, to).check();
    await tile(page, asked.consent, name).check();
    await tile(page, asked.feedback, feedback).check();
    await tile(page, asked.contact, contact).check();
  }
  if (note) {
    await page.getByLabel("Kort note").fill(note);
    await nobodyKnows(page);
  }
  const others = { agreed: "Aftalt på telefon", "on-the-spot": "Klaret på stedet" };
  await (button === "send" ? sendButton(page) : page.getByRole("button", { name: others[button] })).click();
  await page.waitForURL(onReceipt);
  const code = page.url().split("/").at(-2) ?? "";
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Opens "Ny henvisning" in a window of that person's. */
export async function beginReferral(as: As, persona: Persona = "vicevaert.titanparken"): Promise<Page> {
  const page = await as(persona);
  await page.goto("/referrals/new");
  return page;
}

/** Answers everything about a support person but the situation. */
export async function answerAllButSituation(page: Page): Promise<void> {
  await chooseService(page, "SKP");
  await tile(page, "Ved beboeren, at du skriver?", "Ja").check();
  await tile(page, asked.consent, "Ja, skriftligt").check();
  await tile(page, asked.feedback, "Ja").check();
  await tile(page, asked.contact, "Gennem mig").check();
}
