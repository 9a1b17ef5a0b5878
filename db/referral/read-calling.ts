import type { Day } from "#lib/calendar/day.ts";
import { nextHours } from "#lib/directory/phone-hours.ts";
import { presenceOf } from "#lib/directory/presence.ts";
import type { DayPart } from "#lib/referral/acts/calling.ts";
import { consentFor, type PersonId, type PostId } from "#lib/referral/case.ts";
import { showCode } from "#lib/referral/code.ts";
import type { CallingView, PhoneView } from "#lib/referral/referral-view.ts";
import type { Scene } from "#lib/referral/rule.ts";
import type { Directory } from "../directory/directory.ts";
import type { Naming } from "./naming.ts";
import type { Beside } from "./read-beside.ts";
import { consentsOf } from "./read-matter.ts";
import { whenOf } from "./read-timeline.ts";

type Around = {
  setting: Pick<Scene, "referral" | "today" | "days" | "find">;
  directory: Directory;
  naming: Naming;
  beside: Beside;
};

/** Where a post is called, when, and who answers: its holders who are there today, else whoever stands in. */
export function phoneOf({ setting, directory, naming }: Around, post: PostId): PhoneView {
  const { state, holders, deputies } = presenceOf(directory, post, setting.today);
  const here = holders.flatMap(({ person, awayUntil }) => (awayUntil ? [] : [person]));
  const named = (person: PersonId, deputy: boolean) => ({ name: directory.people.get(person) ?? "–", deputy });
  const hours = nextHours(directory.posts.get(post)?.hours ?? null, setting);
  return {
    label: naming.post(post),
    phone: directory.posts.get(post)?.phone ?? null,
    hours: hours && { day: hours.day, from: hours.from, to: hours.to },
    people:
      state === "there" ? here.map((person) => named(person, false)) : deputies.map((person) => named(person, true)),
  };
}

/**
 * The screen after Overtag: whoever took it over and the origin find each other on the telephone. Null once they have
 * talked, and for everybody else. A first contact ends it as well.
 */
export function callingOf(around: Around): CallingView | null {
  const { setting, naming, beside } = around;
  const { referral, today, find } = setting;
  const { current, origin, code, contact } = referral;
  if (!current || current.to === origin || current.identityOn || current.contactedOn) return null;
  const i = naming.mine(current.to) ? "taker" : naming.mine(origin) ? "origin" : null;
  if (!i) return null;
  const unit = find(current.to)?.unit ?? "";
  const consent = consentFor(referral, unit);
  const halves = showCode(code).split("-") as [string, string];
  return {
    ...phoneOf(around, i === "taker" ? origin : current.to),
    i,
    halves,
    consent: consent ? (consentsOf({ ...referral, consents: [consent] }, today, naming)[0] ?? null) : null,
    contact,
    acceptedOn: i === "taker" ? current.acceptedOn : null,
    ...newestCall(beside, naming, current.id),
  };
}

/** What the two tried last: a newer try replaces an older one. */
function newestCall({ events }: Beside, naming: Naming, handover: string) {
  const call = events.find((event) => event.act === "call" && event.handover === handover);
  const { what, on, part } = call?.details ?? {};
  const mine = naming.mine(call?.post);
  const by = call?.post ? naming.post(call.post) : "";
  return {
    hereNow: what === "here_now" && call?.fresh === true,
    proposed: what === "propose_time" ? { by, mine, on: on as Day, part: part as DayPart } : null,
    noAnswer: call && what === "no_answer" ? { by, mine, when: whenOf(call.day, mine) } : null,
  };
}
