import type { Service } from "#lib/agreement/agreement.ts";
import { addDays, type Day, weekday, weekNumber } from "#lib/calendar/day.ts";
import type { PersonId } from "#lib/referral/case.ts";
import type { ReferralView, When } from "#lib/referral/referral-view.ts";
import type { Naming } from "./naming.ts";
import type { Beside, EventRow, MessageRow } from "./read-beside.ts";

type EventView = ReferralView["events"][number];

export type Telling = {
  naming: Naming;
  service: Service;
  /** Choices outside the agreement's functions, for what was pointed to. */
  external: readonly { code: string; text: Service["name"] }[];
  people: ReadonlyMap<PersonId, string>;
  beside: Beside;
};

/** The ISO week as machines write it: the year is that of its Thursday. */
const isoWeek = (day: Day) =>
  `${addDays(day, 4 - weekday(day)).slice(0, 4)}-W${String(weekNumber(day)).padStart(2, "0")}`;

/** A day for whoever did it, a week for everybody else. */
export const whenOf = (day: Day, own: boolean): When => (own ? { day } : { week: weekNumber(day), iso: isoWeek(day) });

/** What has happened, newest first, a sentence each. */
export function timelineOf(telling: Telling): EventView[] {
  const { naming, beside, people } = telling;
  const note = beside.messages.findLast(({ kind }) => kind === "note");
  return beside.events.map((event) => {
    const own = naming.mine(event.post);
    const said = beside.messages.find((message) => message.event === event.id);
    const { say, ...values } = saying(event, said, telling);
    return {
      key: event.id,
      when: whenOf(event.day, own),
      own,
      person: own && event.person ? (people.get(event.person) ?? null) : null,
      say,
      values: { post: event.post ? naming.post(event.post) : "", ...values },
      // The note that counts stands with the situation.
      text: said && said !== note ? said.text : null,
    };
  });
}

type Saying = { say: string } & Record<string, string>;

/** Which sentence an event is told in, and what stands in its places. */
function saying(event: EventRow, said: MessageRow | undefined, telling: Telling): Saying {
  const { naming, service, beside, external } = telling;
  const { act, details } = event;
  const detail = (name: string) => String(details[name] ?? "");
  const to = () => ({ to: naming.post(detail("to")) });
  const reason = (choices: readonly { code: string; text: Service["name"] }[]) =>
    event.reason ? { reason: naming.choice(choices, event.reason) } : null;
  const results = (kind: "progress" | "outcome" | "reason") => {
    const found = beside.results.find((each) => each.event === event.id && each.kind === kind);
    const choices = { progress: service.progress, outcome: service.outcomes, reason: service.returnReasons }[kind];
    return found ? naming.choice(choices, found.code) : null;
  };

  switch (act) {
    case "send":
      if (details["agreed"]) return { say: "send_agreed", ...to() };
      return { say: details["discussion"] ? "send_discussion" : "send", ...to() };
    case "confirm":
      return { say: details["discussion"] ? "send_discussion" : "confirm", ...to() };
    case "accept":
      return { say: "accept", from: naming.post(detail("from")) };
    case "return": {
      const why = reason(service.returnReasons)?.reason ?? results("reason");
      if (!why) return { say: "return_bare" };
      if (details["date"]) return { say: "return_date", reason: why, day: naming.day(detail("date")) };
      if (!details["destination"]) return { say: "return", reason: why };
      const outside = external.some(({ code }) => code === details["destination"]);
      const elsewhere = outside ? naming.choice(external, detail("destination")) : naming.post(detail("destination"));
      return { say: "return_elsewhere", reason: why, to: elsewhere };
    }
    case "redirect": {
      const why = reason(service.redirectReasons) ?? { reason: "" };
      if (details["external"]) return { say: "redirect_out", ...why, to: naming.choice(external, detail("external")) };
      return { say: details["covered"] ? "redirect" : "propose", ...why, ...to() };
    }
    case "ask": {
      const question = service.questions.find(({ code }) => code === said?.code);
      return question ? { say: "ask", question: naming.word(question.text) } : { say: "ask_own" };
    }
    case "answer":
      return said?.code ? { say: "answer", answer: answerWords(event, said.code, telling) } : { say: "answer_own" };
    case "withdraw":
      return { say: "withdraw", ...reason(service.withdrawReasons) };
    case "identity":
      return { say: "identity" };
    case "call":
      if (details["what"] !== "propose_time") return { say: detail("what") };
      return { say: `propose_${detail("part")}`, day: naming.day(detail("on")) };
    case "progress":
      return { say: "progress", step: results("progress") ?? "" };
    case "hold":
      return { say: "hold", ...reason(service.onHold), day: naming.day(detail("until")) };
    case "follow_up":
      return { say: "follow_up", day: naming.day(detail("on")) };
    case "consent":
      return { say: details["withdrawn"] ? "consent_withdrawn" : "consent" };
    case "complete":
    case "close": {
      const outcome = results("outcome");
      return outcome ? { say: `${act}_outcome`, outcome } : { say: act };
    }
    case "reopen":
      return { say: "reopen", ...reason(service.reopenReasons) };
    case "void":
      return { say: "void", ...reason(service.voidReasons) };
    case "due":
      return { say: detail("step") };
    case "undo":
      return { say: "undo", undid: detail("undid") };
    case "succeed":
      return { say: "succeed", from: naming.post(detail("from")), ...to() };
    default:
      return { say: act };
  }
}

/** An answer in the words of the newest question before it. */
function answerWords(event: EventRow, answer: string, { beside, service, naming }: Telling): string {
  const asked = beside.messages.filter(({ kind, handover }) => kind === "question" && handover === event.handover);
  const before = asked.findLast(
    ({ event: id }) => (beside.events.find((each) => each.id === id)?.seq ?? 0) < event.seq,
  );
  const question = service.questions.find(({ code }) => code === before?.code);
  if (question && question.answer !== "one") return naming.day(answer);
  return naming.choice(question?.choices ?? service.questions.flatMap(({ choices }) => choices), answer);
}
