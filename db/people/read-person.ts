import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { Choice, HeldPost, PersonView } from "#lib/directory/people-view.ts";
import { within } from "#lib/directory/presence.ts";
import type { PersonId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { type Directory, directoryOf, peopleOf, postLabel } from "../directory/directory.ts";
import { type Reach, reaches, reachOf } from "../directory/reach.ts";

type Row = {
  name: string;
  phone: string | null;
  mail: string | null;
  leftOn: Day | null;
  /** The reader has power over them; `seen`: holds a post that the reader leads, among others. */
  kept: boolean;
  seen: boolean;
};
type Asking = { person: PersonId; locale: Locale };

/**
 * One person as whoever leads a post of theirs sees them, or as they see themselves: posts, absences, and what may be done,
 * which is little where others lead them too. Refuses with "not-found" everybody else.
 */
export async function readPerson(tx: Tx, me: Member, { person, locale }: Asking): Promise<Result<PersonView>> {
  const [directory, reach, [row]] = await Promise.all([
    directoryOf(tx, me),
    reachOf(tx, me),
    tx.sql<Row[]>`
      select name, phone, mail, left_on as "leftOn", door.keeps_person(id) as kept,
        ${me.duties.includes("administer")} or id = any ((select door.led_people())::uuid[]) as seen
      from person where id = ${person}`,
  ]);
  const self = person === me.person;
  if (!row || !(row.kept || row.seen || self)) return refused("not-found");
  const { kept, seen, ...said } = row;
  const held = heldBy(directory, { person, locale, today: me.today, reach: kept || self ? reach : nothing });
  const current = held.filter((each) => within(me.today, each));
  return ok({
    ...said,
    id: person,
    me: self,
    today: me.today,
    held,
    absences: directory.absences
      .filter((each) => each.person === person && each.to >= me.today)
      .map(({ from, to }) => ({ from, to }))
      .toSorted((a, b) => a.from.localeCompare(b.from)),
    standIns: current
      .filter(({ deputy }) => !deputy)
      .map(({ post, label }) => ({
        label,
        deputies: directory.holdings
          .filter((each) => each.post === post && each.person !== person && within(me.today, each))
          .map((each) => directory.people.get(each.person) ?? "–"),
      })),
    handing: current.map(({ post, label }) => ({
      post,
      label,
      heirs: peopleOf(directory, post, me.today)
        .filter((each) => each !== person)
        .map((each) => ({ id: each, label: directory.people.get(each) ?? "–" })),
    })),
    kept: kept || self,
    giveable: seen && !self && !row.leftOn ? giveable(directory, { held, reach, locale }) : [],
    mayLeave: kept && !row.leftOn,
    mayInvite: kept && !row.leftOn,
  });
}

const nothing: Reach = { all: false, posts: new Set() };

type Around = { person: PersonId; locale: Locale; today: Day; reach: Reach };

/** What somebody has or will have; the posts that would stand empty without them are marked. */
function heldBy(directory: Directory, { person, locale, today, reach }: Around): HeldPost[] {
  return directory.holdings
    .filter((each) => each.person === person && (!each.to || each.to >= today))
    .map(({ post, deputy, from, to }) => ({
      post,
      label: postLabel(directory, post, locale),
      deputy,
      from,
      to,
      last:
        !deputy &&
        !directory.holdings.some(
          (each) => each.post === post && each.person !== person && !each.deputy && within(today, each),
        ),
      mayEnd: reaches(reach, post),
    }))
    .toSorted((a, b) => Number(a.deputy) - Number(b.deputy) || a.label.localeCompare(b.label, locale));
}

type Giving = { held: readonly HeldPost[]; reach: Reach; locale: Locale };

const giveable = (directory: Directory, { held, reach, locale }: Giving): Choice[] =>
  openPostsWithin(directory, { reach, locale }).filter(({ id }) => !held.some(({ post }) => post === id));

/** The posts that the reader may give to somebody. */
export const openPostsWithin = (directory: Directory, { reach, locale }: Pick<Giving, "reach" | "locale">): Choice[] =>
  [...directory.posts.values()]
    .filter(({ id, open }) => open && reaches(reach, id))
    .map(({ id }) => ({ id, label: postLabel(directory, id, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));

/** What "Inviter" offers. Refuses with "not-found" whoever keeps no people. */
export async function readInviting(
  tx: Tx,
  me: Member,
  locale: Locale,
): Promise<Result<{ posts: Choice[]; today: Day }>> {
  const [directory, reach] = await Promise.all([directoryOf(tx, me), reachOf(tx, me)]);
  const posts = openPostsWithin(directory, { reach, locale });
  return posts.length > 0 ? ok({ posts, today: me.today }) : refused("not-found");
}
