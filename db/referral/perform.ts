import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { mayTake } from "#lib/agreement/routing.ts";
import { destinationsOf, serviceOf } from "#lib/agreement/service-of.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { type Latest, undo } from "#lib/referral/acts/undo.ts";
import { type Act, type Basis, decide, permitted, restsOn } from "#lib/referral/acts.ts";
import type { Case, PostId } from "#lib/referral/case.ts";
import type { Change } from "#lib/referral/change.ts";
import type { Scene } from "#lib/referral/rule.ts";
import { ok, type Refused, type Result, refused } from "#lib/result.ts";
import { ledPosts, type Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf, peopleOf, postLabel } from "../directory/directory.ts";
import { leadersOf, leadersOfVacant } from "../directory/leaders-of-vacant.ts";
import { tellListsLast } from "../live/tell-lists.ts";
import { type Loaded, loadCase, loadCases, readBefore } from "./load-case.ts";
import { type NewIds, newIds } from "./new-ids.ts";
import { type Writing, type Written, writeChange } from "./write-change.ts";

/** Everything around one act but the post it is done as. */
export type Setting = Omit<Scene, "post"> & { ids: NewIds };

/** The world that the rules look at: the agreement that the referral was logged under, and who is where today. */
export async function settingOf(
  tx: Tx,
  me: Member,
  { referral, matter, row }: Loaded,
  talked: Talk | Promise<Talk> = talkOf(tx, referral.id),
): Promise<Setting> {
  const [agreement, directory, talk] = await Promise.all([
    agreementOf(tx, me, row.agreement),
    directoryOf(tx, me),
    talked,
  ]);
  const leads = me.duties.includes("lead") ? await ledPosts(tx) : [];
  return {
    referral,
    matter,
    talk,
    actor: { person: me.person, posts: me.posts, leads },
    ...worldOf({ agreement, directory, service: referral.service, today: me.today }),
  };
}

type Talk = NonNullable<Scene["talk"]>;

/** The coded question that was asked last, what was answered to each so far, and whether any words of one's own stand. */
export const talkOf = async (tx: Pick<Tx, "sql">, referral: string): Promise<Talk> =>
  (await talksOf(tx, [referral]))(referral);

/** The same of several referrals, by their ids. */
async function talksOf({ sql }: Pick<Tx, "sql">, referrals: readonly string[]): Promise<(referral: string) => Talk> {
  const said = await sql<{ of: string; kind: string; code: string | null; text: boolean }[]>`
    select referral_id as "of", kind, code, body is not null as text from message
    where referral_id = any (${referrals as string[]}::uuid[]) order by at, kind desc`;
  return (referral) => talkIn(said.filter(({ of }) => of === referral));
}

function talkIn(said: readonly { kind: string; code: string | null; text: boolean }[]): Talk {
  const answers: Record<string, string> = {};
  let asked: string | null = null;
  for (const { kind, code } of said) {
    if (kind !== "question" && kind !== "answer") continue;
    if (kind === "question") asked = code;
    else if (asked && code) answers[asked] = code;
  }
  return { asked, answers, text: said.some(({ text }) => text) };
}

type World = Pick<
  Scene,
  | "today"
  | "days"
  | "service"
  | "norm"
  | "takers"
  | "external"
  | "find"
  | "peopleOf"
  | "leadersOfVacant"
  | "leadersOf"
  | "newId"
> & { ids: NewIds };

/** The part of a setting that does not depend on the referral's own row. */
export function worldOf(of: {
  agreement: AgreementContent;
  directory: Directory;
  service: string;
  today: Scene["today"];
}): World {
  const { agreement, directory, today } = of;
  const service = serviceOf(agreement, of.service);
  const takes = new Set(mayTake(agreement, of.service));
  const ids = newIds();
  return {
    today,
    days: workingDays(agreement.workingDays.exceptions),
    service,
    norm: { ...service.norm, eviction: service.clock === "eviction" },
    takers: [...directory.posts.values()].filter((post) => post.open && takes.has(post.function)).map(({ id }) => id),
    external: destinationsOf(agreement, of.service).map(({ code }) => code),
    find: (post) => directory.posts.get(post),
    peopleOf: (post) => peopleOf(directory, post, today),
    leadersOfVacant: (post) => leadersOfVacant(directory, post, today),
    leadersOf: (post) => leadersOf(directory, post, today),
    newId: () => ids.handover,
    ids,
  };
}

/** What somebody saw: how it stood, and which version of the situation. */
export type Seen = Basis & { matter?: number | null | undefined };

/** Acts of a leader, who sees no row of a referral but by the code that they were told. */
export const isByCode = (act: string): boolean => act === "void" || act === "approve";

/** Acts that write the situation anew, and so rest on the version that was seen. */
const rewriting = ["letter", "correct"];

export type Performing = {
  code: string;
  act: Act | "undo";
  /** Already read by the act's own schema. */
  input: unknown;
  /** What the person saw; left out where nothing was seen, such as a leader who was told a code. */
  basis?: Seen | undefined;
  /** The moment it happened, for data that tells of earlier days. */
  at?: string | undefined;
};

/**
 * Does one act: locks the referral, asks the rules again, compares what the act rests on, and writes row, event and
 * notices, or nothing. Refuses with "not-found" (hidden or absent, which look the same), "stale" (somebody was first:
 * who and when), "not-now", "not-yours", or what the act itself refuses.
 */
export async function perform(tx: Tx, me: Member, doing: Performing): Promise<Result<Written>> {
  if (isByCode(doing.act)) await tx.sql`select set_config('app.code', ${doing.code}, true)`;
  const loaded = await loadCase(tx, doing.code, { lock: true });
  if (!loaded) return outOfReach(tx, me, doing);
  const done = await performOn(tx, me, loaded, doing);
  if (done.ok) tellListsLast(tx, me, done.value.heard);
  return done;
}

/**
 * Does one act to each of several, the same way and by the same rules; what it did, or why not, in their order. What is read
 * of them is read at once, and what is written goes over the one connection without waiting for each answer: whoever does
 * this to a hundred waits a moment.
 */
export async function performEach(
  tx: Tx,
  me: Member,
  codes: readonly string[],
  each: Pick<Performing, "act" | "input">,
): Promise<{ code: string; done: Result<Written> }[]> {
  const found = await loadCases(tx, codes, { lock: true });
  const talks = await talksOf(
    tx,
    [...found.values()].map(({ referral }) => referral.id),
  );
  const all = await Promise.all(
    codes.map(async (code) => {
      const loaded = found.get(code);
      const doing = { code, ...each };
      const talk = loaded && talks(loaded.referral.id);
      return { code, done: loaded ? await performOn(tx, me, loaded, doing, talk) : await outOfReach(tx, me, doing) };
    }),
  );
  const posts = [...new Set(all.flatMap(({ done }) => (done.ok ? done.value.heard : [])))];
  // A notification holds less than eight kilobytes.
  for (let at = 0; at < posts.length; at += postsToldAtOnce)
    tellListsLast(tx, me, posts.slice(at, at + postsToldAtOnce));
  return all;
}

const postsToldAtOnce = 100;

/** Asks the rules of a referral that is locked, and writes what they answer. */
async function performOn(tx: Tx, me: Member, loaded: Loaded, doing: Performing, talk?: Talk): Promise<Result<Written>> {
  const { referral, row, muted } = loaded;
  if (doing.basis && !stillAsSeen(doing.basis, loaded, doing.act))
    return refused("stale", undefined, await lastEvent(tx, me, loaded));
  const setting = await settingOf(tx, me, loaded, talk);
  const before = muted?.standing ?? referral;
  const decided =
    doing.act === "undo" ? await undoing(tx, me, before) : deciding(doing.act, setting, doing.input, before);
  if (!decided.ok) return decided;
  const { change, post, takesBack } = decided.value;
  const written = await writeChange(tx, change, {
    partnership: me.partnership,
    person: me.person,
    post,
    takesBack,
    today: me.today,
    at: doing.at,
    act: doing.act,
    before,
    ids: setting.ids,
    // An undo may give the row back to where it cannot be read.
    muted: muted && { handovers: muted.handovers, row: row.events === null || doing.act === "undo" },
  });
  // What it became is what such an origin finds.
  const found = muted ? await loadCase(tx, doing.code, { lock: false }) : null;
  return ok({ ...written, referral: muted ? (found?.referral ?? referral) : written.referral });
}

const stillAsSeen = (basis: Seen, { referral, version }: Loaded, act: string): boolean =>
  restsOn(referral, basis).ok && (!basis.matter || !rewriting.includes(act) || basis.matter === version);

/** Nobody's to change: absent and hidden look the same, and whoever had it a moment ago hears who was first. */
async function outOfReach(tx: Tx, me: Member, { code, basis }: Performing): Promise<Refused> {
  const seen = await loadCase(tx, code, { lock: false });
  if (!seen) return refused("not-found");
  const first = basis && !restsOn(seen.referral, basis).ok ? await lastEvent(tx, me, seen) : null;
  return first ? refused("stale", undefined, first) : refused("not-yours");
}

type Decided = { change: Change; post: PostId; takesBack?: Writing["takesBack"] };

/** May this person, by all that they may know; and what it changes, where the referral truly stands. */
function deciding(act: Act, setting: Setting, input: unknown, referral: Case): Result<Decided> {
  const post = permitted(act, setting);
  const change = post.ok ? decide(act, { ...setting, referral, known: setting.referral }, input) : post;
  return change.ok && post.ok ? ok({ change: change.value, post: post.value }) : (change as Refused);
}

async function undoing(tx: Tx, me: Member, referral: Case): Promise<Result<Decided>> {
  const [latest] = await tx.sql<(Omit<Latest, "before"> & { id: string; post: PostId })[]>`
    select id, act, person_id as person, post_id as post, extract(epoch from app_clock() - at)::float8 as "secondsAgo"
    from event where referral_id = ${referral.id} order by seq desc limit 1`;
  const kept = await readBefore(tx, referral.id);
  const change = undo(referral, latest ? { ...latest, before: kept } : null, me.person);
  if (!change.ok || !latest || !kept) return change as Refused;
  return ok({ change: change.value, post: latest.post, takesBack: { event: latest.id, heldSince: kept.heldSince } });
}

/** Who was first, and when: the one place where a time of day is told. */
async function lastEvent(tx: Tx, me: Member, { referral, row }: Loaded) {
  const [event] = await tx.sql<{ act: string; post: string | null; mine: boolean; at: string }[]>`
    select act, post_name as post, coalesce(post_id = any (${me.posts}::uuid[]), false) as mine,
      to_char(at at time zone 'Europe/Copenhagen', 'HH24.MI') as at
    from event where referral_id = ${referral.id} order by seq desc limit 1`;
  if (!event) return null;
  // Whoever has it by now is not told to an origin that may not hear where it went.
  return row.events === null && !event.mine
    ? { ...event, post: postLabel(await directoryOf(tx, me), referral.holder, "da") }
    : event;
}
