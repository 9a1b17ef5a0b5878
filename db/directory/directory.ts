import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { type Duty, type PhoneHours, sideOf, type UnitKind } from "#lib/agreement/parties.ts";
import type { Agreement } from "#lib/agreement/service-of.ts";
import { danishWhereEmpty, type Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { CapacityState } from "#lib/directory/capacity.ts";
import { type Absence, type Holding, presenceOf } from "#lib/directory/presence.ts";
import type { PersonId, PostId, UnitId } from "#lib/referral/case.ts";
import type { Post } from "#lib/referral/rule.ts";
import { refused } from "#lib/result.ts";
import { type Member, Rollback } from "../as-member.ts";
import type { Pool, Tx } from "../client.ts";
import { forumName } from "./forum-name.ts";

export type DirectoryPost = Post & {
  name: Words;
  unitName: string;
  duties: Duty[];
  phone: string | null;
  mail: string | null;
  hours: PhoneHours | null;
  /** When its entry in the contact scheme was last said to be right. */
  checkedOn: Day | null;
};
export type DirectoryUnit = { id: UnitId; kind: UnitKind; parent: UnitId | null; name: string; short: string };
/** What a post says of a service until the end of a week; over by itself after that day. */
export type Capacity = { post: PostId; service: string; state: CapacityState; until: Day };

/**
 * Everybody a referral can lie with, wait for or be handled by, as of one day: names of units, functions and people.
 * Never a resident. Holds for everybody in the partnership, so a process keeps it until the database counts on.
 */
export type Directory = {
  posts: ReadonlyMap<PostId, DirectoryPost>;
  units: ReadonlyMap<UnitId, DirectoryUnit>;
  people: ReadonlyMap<PersonId, string>;
  holdings: readonly Holding[];
  absences: readonly Absence[];
  capacities: readonly Capacity[];
  /** What whoever adopts the agreement is called; null where none is in force. */
  forum: Words | null;
};

/** For whom and when the directory is read: a member, or a job at work for one partnership. */
export type Reader = Pick<Member, "partnership" | "directory" | "today">;

/** By database, since the same partnership counts its changes in each by itself. */
const kept = new WeakMap<Pool, Map<string, Promise<Directory>>>();
const agreements = new WeakMap<Pool, Map<string, Promise<Agreement>>>();
/** A process serves few partnerships; what is old falls out. */
const most = 50;

type Kept<T> = WeakMap<Pool, Map<string, Promise<T>>>;
type What<T> = { key: string; read: () => Promise<T> };

function keep<T>(all: Kept<T>, pool: Pool, { key, read }: What<T>): Promise<T> {
  const map = all.get(pool) ?? new Map<string, Promise<T>>();
  all.set(pool, map);
  const known = map.get(key);
  if (known) return known;
  const value = read();
  value.catch(() => map.delete(key));
  if (map.size >= most) map.delete(map.keys().next().value ?? "");
  map.set(key, value);
  return value;
}

/** The directory as it stands today. Read once a process and change: `me.directory` counts up with every change. */
export const directoryOf = (tx: Tx, me: Reader): Promise<Directory> =>
  keep(kept, tx.pool, {
    key: `${me.partnership} ${me.directory} ${me.today}`,
    read: () => readDirectory(tx, me),
  });

/**
 * One version of the agreement, the one in force unless another is named; it never changes, so it is read once a process.
 * Where there is none yet, what needs it is refused with "no-agreement".
 */
export const agreementOf = async (
  tx: Tx,
  me: Pick<Member, "partnership" | "agreement">,
  id: string | null = me.agreement,
): Promise<Agreement> => {
  if (id === null) throw new Rollback(refused("no-agreement"));
  return keep(agreements, tx.pool, {
    key: `${me.partnership} ${id}`,
    read: async () => {
      const rows = await tx.sql<{ content: AgreementContent }[]>`
        select case when e.id = a.id then e.content else jsonb_build_object(
          'services', e.content -> 'services', 'meetings', e.content -> 'meetings') end as content
        from agreement a join agreement e on e.partnership_id = a.partnership_id and e.number <= a.number
        where a.id = ${id} order by e.number desc`;
      const [row, ...earlier] = danishWhereEmpty([...rows]);
      if (!row) throw new Error("there is no such agreement");
      const older = earlier.toReversed().map(({ content }) => content);
      const retired = goneSince(
        row.content.services,
        older.flatMap(({ services }) => services),
      );
      const retiredSeries = goneSince(
        row.content.meetings,
        older.flatMap(({ meetings }) => meetings),
      );
      return {
        ...row.content,
        ...(retired.length > 0 ? { retired } : {}),
        ...(retiredSeries.length > 0 ? { retiredSeries } : {}),
      };
    },
  });
};

/** What is there no more, each as it was last. */
function goneSince<Thing extends { code: string }>(now: readonly Thing[], older: readonly Thing[]): Thing[] {
  const newest = new Map(older.map((each) => [each.code, each]));
  for (const { code } of now) newest.delete(code);
  return [...newest.values()];
}

/** The same for what is there without one: null before a partnership has adopted its first. */
export const agreementIfAny = (tx: Tx, me: Pick<Member, "partnership" | "agreement">): Promise<Agreement | null> =>
  me.agreement === null ? Promise.resolve(null) : agreementOf(tx, me);

async function readDirectory({ sql }: Tx, { partnership, today }: Reader): Promise<Directory> {
  const [units, posts, people, holdings, absences, capacities, forum] = await Promise.all([
    sql<DirectoryUnit[]>`
      select u.id, u.kind, u.parent_id as parent, n.name, n.short
      from unit u join lateral (
        select name, short from unit_name n where n.partnership_id = u.partnership_id and n.unit_id = u.id
          and n.valid_from <= greatest(${today}::date, u.valid_from) order by n.valid_from desc limit 1) n on true
      where u.partnership_id = ${partnership}`,
    sql<
      {
        id: string;
        unit: string;
        function: string;
        duties: Duty[];
        phone: string | null;
        mail: string | null;
        hours: PhoneHours | null;
        checkedOn: Day | null;
        da: string;
        en: string;
        open: boolean;
      }[]
    >`
      select p.id, p.unit_id as unit, p.function, f.duties, p.phone, p.mail, p.hours, p.checked_on as "checkedOn",
        n.da, n.en,
        p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
          and (u.valid_to is null or u.valid_to >= ${today}) as open
      from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
      join function f on f.partnership_id = p.partnership_id and f.code = p.function
      join lateral (
        select da, en from function_name n where n.partnership_id = p.partnership_id and n.function = p.function
          and n.valid_from <= greatest(${today}::date, p.valid_from) order by n.valid_from desc limit 1) n on true
      where p.partnership_id = ${partnership}`,
    sql<{ id: string; name: string }[]>`select id, name from person where partnership_id = ${partnership}`,
    sql<Holding[]>`
      select person_id as person, post_id as post, kind = 'deputy' as deputy, valid_from as from, valid_to as to
      from holding where partnership_id = ${partnership}`,
    sql<
      Absence[]
    >`select person_id as person, from_day as from, to_day as to from absence where partnership_id = ${partnership}`,
    sql<Capacity[]>`
      select post_id as post, service, state, until_day as until from capacity
      where partnership_id = ${partnership} and until_day >= ${today}`,
    forumName({ sql }, { partnership, today }),
  ]);
  // Each in one order, the same in every process: a row that is written to moves in its table.
  const byUnit = new Map(
    units
      .toSorted((a, b) => byName(a.short, b.short) || byName(a.id, b.id))
      .map(({ id, kind, parent, name, short }) => [id, { id, kind, parent, name, short }]),
  );
  const named = posts.map(({ da, en, ...post }) => {
    const unit = byUnit.get(post.unit);
    if (!unit) throw new Error("a post lies in no unit");
    return { ...post, side: sideOf(unit.kind), name: danishWhereEmpty({ da, en }), unitName: unit.short };
  });
  const inOrder = named.toSorted(
    (a, b) => byName(a.name.da, b.name.da) || byName(a.unitName, b.unitName) || byName(a.id, b.id),
  );
  return {
    units: byUnit,
    people: new Map(people.map(({ id, name }) => [id, name])),
    holdings,
    absences,
    capacities,
    forum,
    posts: new Map(inOrder.map((post) => [post.id, post])),
  };
}

const byName = (one: string, other: string): number => one.localeCompare(other, "da");

/** Who acts for a post that day: its holders, or its deputies while every holder is away. */
export function peopleOf(directory: Directory, post: PostId, day: Day): PersonId[] {
  const { state, holders, deputies } = presenceOf(directory, post, day);
  const held = holders.map(({ person }) => person);
  return state === "there" ? held : [...held, ...deputies];
}

/** Is nobody there for a post that day, neither a holder nor a deputy? */
export const isVacant = (directory: Directory, post: PostId, day: Day): boolean =>
  ["away", "vacant"].includes(presenceOf(directory, post, day).state);

/** A post as one says it: function and unit. */
export const postLabel = (directory: Directory, post: PostId, locale: "da" | "en"): string => {
  const found = directory.posts.get(post);
  return found ? `${found.name[locale]}, ${found.unitName}` : "–";
};
