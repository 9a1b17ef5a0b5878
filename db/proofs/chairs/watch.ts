import { boardQuery } from "#lib/board/board-view.ts";
import { type InboxList, inboxQuery, rowsAtMost } from "#lib/referral/inbox-view.ts";
import { refused } from "#lib/result.ts";
import type { Member } from "../../as-member.ts";
import { readBoard } from "../../board/read-board.ts";
import type { Tx } from "../../client.ts";
import { readInbox } from "../../inbox/read-inbox.ts";
import { readLeader } from "../../leader/read-leader.ts";
import { buildAgenda } from "../../meeting/build-agenda.ts";
import { valueOf } from "../../testing/world.ts";
import { convener, series } from "./cast.ts";
import { dateOf } from "./fate.ts";
import type { Acting, Agenda, Lists, OpenRow, Sight, Told } from "./judge.ts";
import { known, type Stage } from "./stage.ts";

/**
 * Looks at the whole partnership at the end of a day: what is stored, asked in words of its own, and what people's pages
 * show, asked as those people. `whole`: also everybody's own lists, and the next agenda, built by the product itself: the
 * dear parts.
 */
export async function lookAround(stage: Stage, day: number, { whole }: { whole: boolean }): Promise<Sight> {
  const [open, acting] = [await openRows(stage, day), await actingOn(stage, day)];
  const built = whole && (await buildsAgenda(stage, acting));
  return {
    open,
    acting,
    lists: whole ? await listsOf(stage, acting) : null,
    told: await toldOf(stage, { open, acting, whole }),
    agenda: { meetings: await agendasOf(stage), built },
  };
}

const openRows = ({ owner }: Stage, day: number): Promise<OpenRow[]> => owner<OpenRow[]>`
  select r.code, r.holder_post as holder, r.due_on::text as "dueOn",
    coalesce(w.receivers, array[r.holder_post]) as balls, w.waiting, c.taken,
    coalesce(c.holders = array[r.holder_post], true) and coalesce(w.senders = array[r.holder_post], true) as agrees,
    r.on_agenda or (r.due_on < ${dateOf(day)} and (w.waiting > 0 or not c.held)) as pressing
  from referral r
  cross join lateral (
    select count(*)::int as waiting, array_agg(h.from_post) as senders,
      array_agg(h.to_post) filter (where h.state in ('sent', 'opened')) as receivers
    from handover h where h.referral_id = r.id and h.state in ('proposed', 'sent', 'opened', 'asked')) w
  cross join lateral (
    select count(*)::int as taken, array_agg(h.to_post) as holders, coalesce(bool_or(h.state = 'on_hold'), false) as held
    from handover h where h.referral_id = r.id and h.state in ('accepted', 'on_hold')) c
  where r.status = 'open'`;

/** Every holder, away or not, and whoever stands in where none of them is there. */
const actingOn = ({ owner }: Stage, day: number): Promise<Acting[]> => owner<Acting[]>`
  with today as (
    select h.post_id as post, split_part(a.email, '@', 1) as person, h.kind = 'deputy' as deputy, not exists (
        select 1 from absence x where x.person_id = p.id and ${dateOf(day)}::date between x.from_day and x.to_day) as there
    from holding h join person p on p.id = h.person_id join account a on a.id = p.account_id
    where h.valid_from <= ${dateOf(day)} and coalesce(h.valid_to, ${dateOf(day)}) >= ${dateOf(day)}
      and coalesce(p.left_on, 'infinity') > ${dateOf(day)})
  select post, person, there from today t
  where not deputy or not exists (select 1 from today o where o.post = t.post and not o.deputy and o.there)`;

/** Looks as somebody, and leaves no trace: what they look at by themselves is what the log is for. */
async function peeks<T>(
  stage: Stage,
  person: string,
  run: (tx: Tx, me: Member) => Promise<T>,
  again = true,
): Promise<T> {
  const { world } = stage;
  const seen: T[] = [];
  const result = await world.as(person, async (tx, me) => {
    seen.push(await run(tx, me));
    return refused("not-now");
  });
  const [value] = seen;
  if (value !== undefined) return value;
  if (!again || result.ok) throw new Error(`${person} could not look`);
  // Whose posts have changed is signed out.
  await world.signsInAgain(person);
  return peeks(stage, person, run, false);
}

/** What waits for each person, post by post, as the app's inbox says: what was sent to them, and what lies with them. */
async function listsOf(stage: Stage, acting: readonly Acting[]): Promise<Lists> {
  const people = [...new Set(acting.map(({ person }) => person))];
  const all = await Promise.all(people.map(async (person) => [person, await listOf(stage, person)] as const));
  return new Map(all);
}

async function listOf(stage: Stage, person: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await peeks(stage, person, async (tx, me) => {
    const asked = (list: InboxList) => readInbox(tx, me, inboxQuery.parse({ list, rows: rowsAtMost }));
    const read = await Promise.all([asked("waits"), asked("held")]);
    return read.flatMap((each) =>
      valueOf(each)
        .rows.filter(({ mine }) => mine)
        .map(({ code, ball }) => ({ code, post: ball ? known(stage.called, ball) : (me.posts[0] ?? "") })),
    );
  });
  return new Map(
    [...Map.groupBy(rows, ({ code }) => code)].map(([code, each]) => [
      code,
      [...new Set(each.map(({ post }) => post))],
    ]),
  );
}

type Around = { open: readonly OpenRow[]; acting: readonly Acting[]; whole: boolean };

/**
 * What leaders and the coordinator are shown of posts that nobody is there for: each day where nobody holds one or stands in,
 * and with everything else where all who do are away.
 */
async function toldOf(stage: Stage, { open, acting, whole }: Around): Promise<Told[]> {
  const has = new Set(acting.filter((each) => each.there || !whole).map(({ post }) => post));
  const alone = open.filter(({ balls }) => balls.every((post) => !has.has(post)));
  if (alone.length === 0) return [];
  const duties = await stage.owner<{ post: string; duty: "lead" | "coordinate" }[]>`
    select p.id as post, d.duty from post p join function f on f.code = p.function
    cross join lateral unnest(f.duties) d(duty) where d.duty in ('lead', 'coordinate')`;
  const told: Told[] = [];
  for (const { post, duty } of duties)
    for (const { person, there: isThere } of acting.filter((each) => each.post === post)) {
      const codes = duty === "lead" ? await ledAlone(stage, person) : await coordinatedAlone(stage, person);
      told.push({ person, there: isThere, codes });
    }
  return told;
}

const bare = (code: string) => code.replace("-", "");

const ledAlone = (stage: Stage, person: string): Promise<Set<string>> =>
  peeks(stage, person, async (tx, me) => {
    const { unit } = valueOf(await readLeader(tx, me, { locale: "da", aPlan: "en helhedsplan" }));
    return new Set((unit?.rows ?? []).filter(({ vacant }) => vacant).map(({ code }) => bare(code)));
  });

/** The board says which posts are empty beside its rows; which helhedsplan, it does not say. */
const coordinatedAlone = (stage: Stage, person: string): Promise<Set<string>> =>
  peeks(stage, person, async (tx, me) => {
    const { groups, vacant } = valueOf(await readBoard(tx, me, boardQuery.parse({})));
    const empty = new Set(vacant.map(({ post }) => post));
    return new Set(
      groups.flatMap(({ rows }) => rows.filter(({ ball }) => empty.has(ball)).map(({ code }) => bare(code))),
    );
  });

/** The product's own build, by somebody of the convener's post; false where there is nobody to do it. */
export async function buildsAgenda(stage: Stage, acting: readonly Acting[]): Promise<boolean> {
  const by = acting.find(({ post }) => stage.key(post) === convener);
  const [next] = await stage.owner<
    { id: string }[]
  >`select id from meeting where state = 'called' and series = ${series}`;
  if (!by || !next) return false;
  await stage.world.asks(by.person, async (tx, me) => valueOf(await buildAgenda(tx, me, next.id)));
  return true;
}

/** Every meeting of referrals that is to come, with its cases. */
export async function agendasOf({ owner }: Stage): Promise<Agenda["meetings"]> {
  const meetings = await owner<Agenda["meetings"]>`
    select m.quiet, coalesce(array_agg(r.code) filter (where r.code is not null), '{}') as codes
    from meeting m
    left join meeting_item i on i.meeting_id = m.id and i.kind = 'case'
    left join meeting_case c on c.item_id = i.id left join referral r on r.id = c.referral_id
    where m.state in ('called', 'held') and m.series = ${series} group by m.id, m.quiet`;
  return [...meetings];
}
