import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { stageToday } from "#e2e/steps/stage-clock.ts";
import { fromPageOf } from "#e2e/steps/whose-page.ts";

/** One ordinary need of the services that stories send, in the codes of the agreement. */
const needs = () => ({
  BOLIGYDELSE: { situations: ["NY"], answers: { PENSION: "FOLKEPENSION" } },
  HJEMMEHJAELP: { situations: ["RENT"], answers: { ALDER: "FRA_65" } },
  SKP: { situations: ["SES_IKKE"], answers: { VED: "JA" } },
  UDSAETTELSE: {
    situations: ["AFDRAG"],
    answers: { AARSAG: "HUSLEJE", TRIN: "PAAKRAV", DATO: stageToday() },
  },
});

type Sending = {
  service?: keyof ReturnType<typeof needs>;
  /** May the receiver get the name? "not_yet" makes a discussion. */
  name?: "written" | "oral" | "not_yet";
  feedback?: "yes" | "no";
  contact?: "through_me" | "together" | "directly";
  note?: string;
};

/**
 * Sends an ordinary need as the person of this window, to whom the agreement proposes: what the form sends, without the
 * form. For stories about what comes after; those about the form itself use `logReferral`.
 *
 * @returns the code as it is shown, `7K4F-2H9M`
 */
export async function sendReferral(page: Page, sending: Sending = {}): Promise<string> {
  const { service = "SKP", name = "written", feedback = "yes", contact = "together", note } = sending;
  const answer = await page.request.post("/api/referrals", {
    headers: await fromPageOf(page),
    data: {
      intent: randomUUID(),
      service,
      ...needs()[service],
      contact,
      consent: { name, feedback },
      ...(note && { note, recognisable: "no" }),
    },
  });
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
  const { value } = (await answer.json()) as { value: { code: string } };
  const { code } = value;
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
