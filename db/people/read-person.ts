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

type Row = { name: string; phone: string | null; mail: string | null; leftOn: Day | null; kept: boolean };
type Asking = { person: PersonId; locale: Locale };

/**
 * One person as whoever keeps them sees them, or as they see themselves: posts, absences, and what may be done. Refuses
 * with "not-found" everybody else.
 */
export async function readPerson(tx: Tx, me: Member, { person, locale }: Asking): Promise<Result<PersonView>> {
  const [directory, reach, [row]] = await Promise.all([
    directoryOf(tx, me),
    reachOf(tx, me),
    tx.sql<Row[]>`
      select name, phone, mail, left_on as "leftOn", door.keeps_person(id) as kept from person where id = ${person}`,
  ]);
  const self = person === me.person;
  if (!row || !(row.kept || self)) return refused("not-found");
  const held = heldBy(directory, { person, locale, today: me.today, reach });
  const current = held.filter((each) => within(me.today, each));
  const { kept, ...said } = row;
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
    giveable: kept && !row.leftOn ? giveable(directory, { held, reach, self, locale }) : [],
    mayLeave: kept && !self && !row.leftOn && held.every(({ post }) => reaches(reach, post)),
    mayInvite: kept && !self && !row.leftOn,
  });
}

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

type Giving = { held: readonly HeldPost[]; reach: Reach; self: boolean; locale: Locale };

function giveable(directory: Directory, { held, reach, self, locale }: Giving): Choice[] {
  return openPostsWithin(directory, { reach, locale }).filter(
    ({ id }) => !held.some(({ post }) => post === id) && !(self && !reach.posts.has(id)),
  );
}

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
