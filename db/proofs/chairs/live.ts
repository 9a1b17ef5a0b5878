import type { Day } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import type { Member } from "../../as-member.ts";
import type { Pool, Tx } from "../../client.ts";
import { sayAway } from "../../people/absence.ts";
import { givePost } from "../../people/holdings.ts";
import { leave } from "../../people/leave.ts";
import { valueOf } from "../../testing/world.ts";
import { endPost } from "../../units/end-post.ts";
import { administrator, convener, type Name, type PostKey } from "./cast.ts";
import { actsFor, backOn, dateOf, holdersOf, isAtWork, isStopped, isWorkingDay, logsAt, within } from "./fate.ts";
import { type Fault, faultsOf, type Sight, unattended } from "./judge.ts";
import { callsFirst, meets } from "./meet.ts";
import { type Stage, setClock } from "./stage.ts";
import { lookAround } from "./watch.ts";
import { logs, speak, works } from "./work.ts";

/** A job as it is run for a day: `db` stands below `jobs`, so that whoever proves hands them in. */
export type DayJob = { name: string; run: (pool: Pool, today: Day) => Promise<unknown> };

export type Lived = {
  referrals: number;
  meetings: number;
  /** On how many days everybody's own lists were looked at, and the agenda. */
  looked: number;
  /** For every referral the longest time in days that it lay unseen. */
  longest: number[];
  /** How often, on those days, a referral had nobody who was there: everybody who has it in a queue was away. */
  alone: number;
  done: ReadonlyMap<string, number>;
};

/** `every`: of how many days everybody's own lists are looked at, and the agenda is built, on one. */
type Living = { jobs: readonly DayJob[]; every: number };

/**
 * Lives through the days of a fate, in the app: its acts, its jobs, its meetings. Looks around after every day, and at
 * everybody's own lists every so many; throws on the first thing that has fallen between two chairs, with its day and its
 * history.
 */
export async function lives(stage: Stage, { jobs, every }: Living): Promise<Lived> {
  const { fate, followed } = stage;
  const counts = { meetings: 0, looked: 0, alone: 0 };
  let since = "-infinity";
  await callsFirst(stage);
  for (let day = 0; day < fate.days; day += 1) {
    await setClock(stage.owner, dateOf(day));
    // A week here is seconds, and the database, which by itself counts anew every so often, would plan by the first day.
    if (day % 7 === 0) await stage.owner.unsafe("analyze");
    await staffs(stage, day);
    if (!fate.jobsDown.has(day)) await runs(stage, jobs, day);
    since = await hear(stage, since, day);
    if (isWorkingDay(day) && (await goesToWork(stage, day))) counts.meetings += 1;
    const whole = day % every === 0 || day === fate.days - 1;
    const sight = await lookAround(stage, day, { whole });
    if (whole) counts.looked += 1;
    since = await hear(stage, since, day);
    follows(stage, sight, day);
    const [fault] = faultsOf(sight);
    if (fault) throw new Error(fallen(stage, fault, day));
    if (whole) counts.alone += unattended(sight).length;
  }
  const all = [...followed.values()];
  for (const { open, seen } of all) if (open) seen.on(fate.days);
  return { referrals: all.length, ...counts, longest: all.map(({ seen }) => seen.longest), done: stage.done };
}

function fallen({ followed }: Stage, { code, what }: Fault, day: number): string {
  const history = followed.get(code ?? "")?.history ?? [];
  return [`on day ${day} (${dateOf(day)}): ${code ?? "the meeting"}: ${what}`, ...history].join("\n  ");
}

/** Who comes, goes, is away, and which post is to end. */
async function staffs(stage: Stage, day: number): Promise<void> {
  const { world, fate, id, person } = stage;
  const asAdmin = <T>(run: (tx: Tx, me: Member) => Promise<Result<T>>) =>
    world.asks(administrator, async (tx, me) => valueOf(await run(tx, me)));
  const holdsOne = (who: Name, post?: PostKey) =>
    fate.holdings.some((each) => each.person === who && (!post || each.post === post) && within(day, each));
  for (const each of fate.leaves.filter((leaving) => leaving.day === day))
    await asAdmin((tx, me) => leave(tx, me, { person: person(each.person), heirs: {} }));
  for (const each of fate.appointed.filter((coming) => coming.day === day)) {
    const giving = { person: person(each.person), post: id(each.post), as: "holder" as const };
    await asAdmin((tx, me) => givePost(tx, me, { ...giving, from: me.today }));
    for (const found of stage.followed.values()) if (found.ball === each.post) found.told = day;
  }
  for (const { post, day: from, successor } of fate.ends.filter((ending) => ending.day === day + 14)) {
    const ending = { post: id(post), from: dateOf(from), successor: id(successor) };
    await asAdmin((tx, me) => endPost(tx, me, ending));
    // Whose posts are changed is signed out.
    const had = new Set(fate.holdings.map((each) => each.person).filter((who) => holdsOne(who, post)));
    for (const who of had) await world.signsInAgain(who);
  }
  for (const { person: who, from, to } of fate.absences.filter((each) => each.said && each.from === day)) {
    if (!holdsOne(who)) continue;
    const away = { person: person(who), from: dateOf(from), to: dateOf(to) };
    const said = await world.as(who, (tx, me) => sayAway(tx, me, away));
    if (!said.ok && said.code !== "absence-known")
      throw new Error(`${who} could not say that they are away: ${said.code}`);
  }
  const back = backOn(fate, day);
  for (const found of stage.followed.values())
    if (found.ball && holdersOf(fate, found.ball, day).some((each) => back.includes(each))) found.told = day;
}

async function runs({ owner, jobs: pool }: Stage, jobs: readonly DayJob[], day: number): Promise<void> {
  await owner`update notice set release_at = release_at - interval '20 seconds' where mailed_at is null`;
  for (const job of jobs) await job.run(pool, dateOf(day));
}

/** A working day: a meeting if its day has come, what is logged, what each person does, what they say to each other. */
async function goesToWork(stage: Stage, day: number): Promise<boolean> {
  const { fate, followed } = stage;
  const there = (post: PostKey) =>
    !isStopped(fate, post, day) && actsFor(fate, post, day).some((person) => isAtWork(fate, person, day));
  const convenes = actsFor(fate, convener, day).find((person) => isAtWork(fate, person, day));
  const held = convenes && there(convener) ? await meets(stage, day, { convener: convenes, there }) : false;
  for (const arrival of fate.arrivals.filter((each) => each.day === day)) {
    const by = logsAt(fate, arrival.origin, day);
    if (by) await logs(stage, arrival, { by, day });
  }
  const balls = new Set([...followed.values()].filter(({ open }) => open).map(({ ball }) => ball));
  const people = new Set([...balls].flatMap((post) => (post ? actsFor(fate, post, day) : [])));
  for (const person of people) if (isAtWork(fate, person, day)) await works(stage, person, day);
  speak(stage, day, {
    leader: there,
    sender: ({ referral }) => logsAt(fate, fate.arrivals[referral]?.origin ?? "", day) !== undefined,
  });
  return held;
}

type Event = {
  code: string;
  act: string;
  post: string | null;
  human: boolean;
  at: string;
  told: { to: string; kind: string }[] | null;
};

/** What has happened since: who is told of it, and what it adds to each history. Answers the moment of the latest. */
async function hear(stage: Stage, since: string, day: number): Promise<string> {
  const { owner, followed, key } = stage;
  const events = await owner<Event[]>`
    select r.code, e.act, e.post_name as post, e.person_id is not null as human, e.at::text as at,
      (select json_agg(json_build_object('to', n.to_post, 'kind', n.kind)) from notice n where n.event_id = e.id) as told
    from event e join referral r on r.id = e.referral_id where e.at > ${since}::text::timestamptz order by e.at, e.seq`;
  for (const { code, act, post, human, told } of events) {
    const found = followed.get(code);
    if (!found) continue;
    found.history.push(`${dateOf(day)} ${act}${post ? ` as ${post}` : human ? "" : " by itself"}`);
    for (const { to, kind } of told ?? []) if (kind === "late_leader") found.leaders.add(key(to));
    // To be handed a colleague's referrals is not to have seen them.
    if (human && act !== "assign") {
      found.seen.on(day);
      found.told = day;
      found.by = "person";
    } else if (!human && (act === "succeed" || (told ?? []).some(({ to }) => key(to) === found.ball))) {
      found.told = day;
      found.by = "app";
    }
  }
  return events.at(-1)?.at ?? since;
}

/** Who must act now, and what is to be looked at again from today. */
function follows({ followed, key }: Stage, { open }: Sight, day: number): void {
  const rows = new Map(open.map((row) => [row.code, row]));
  for (const found of followed.values()) {
    const row = rows.get(found.code);
    found.open = row !== undefined;
    found.ball = row?.balls[0] ? key(row.balls[0]) : null;
    if (row?.dueOn === dateOf(day) && row.waiting === 0 && row.taken === 1)
      Object.assign(found, { told: day, by: "person" });
  }
}
