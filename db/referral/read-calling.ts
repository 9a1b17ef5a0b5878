import { weekdays } from "#lib/agreement/parties.ts";
import { addDays, type Day, weekday } from "#lib/calendar/day.ts";
import type { DayPart } from "#lib/referral/acts/calling.ts";
import { consentFor, type PostId } from "#lib/referral/case.ts";
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
  muted: boolean;
};

/** Where a post is called, when, and who answers: its holders who are there today, else whoever stands in. */
export function phoneOf({ setting, directory, naming }: Around, post: PostId): PhoneView {
  const { today } = setting;
  const { holdings, absences, people } = directory;
  const within = (span: { from: Day; to: Day | null }) => span.from <= today && (!span.to || span.to >= today);
  const here = holdings.filter(
    (each) =>
      each.post === post && within(each) && !absences.some((away) => away.person === each.person && within(away)),
  );
  const holders = here.filter(({ deputy }) => !deputy);
  return {
    label: naming.post(post),
    phone: directory.posts.get(post)?.phone ?? null,
    hours: nextHours(directory.posts.get(post)?.hours ?? null, setting),
    people: (holders.length > 0 ? holders : here).map(({ person, deputy }) => ({
      name: people.get(person) ?? "–",
      deputy,
    })),
  };
}

/** Telephone hours of today, or of the next working day that has some; a week ahead is as far as one looks. */
function nextHours(hours: NonNullable<ReturnType<Directory["posts"]["get"]>>["hours"], now: Around["setting"]) {
  if (!hours) return null;
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = addDays(now.today, ahead);
    const name = weekdays[weekday(day) - 1];
    const open = name && now.days.isWorkingDay(day) ? hours[name] : undefined;
    if (open) return { day, ...open };
  }
  return null;
}

/**
 * The screen after Overtag: whoever took it over and the origin find each other on the telephone. Null once they have
 * talked, and for everybody else. Only a first contact that this reader may know of ends it as well.
 */
export function callingOf(around: Around): CallingView | null {
  const { setting, naming, beside, muted } = around;
  const { referral, today, find } = setting;
  const { current, origin, code, contact } = referral;
  if (!current || current.to === origin || current.identityOn || (!muted && current.contactedOn)) return null;
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
