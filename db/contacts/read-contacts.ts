import { serviceName, servicesEver } from "#lib/agreement/service-of.ts";
import { weekNumber } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import type { ContactPerson, ContactPost, ContactsView, Owners } from "#lib/directory/contact-view.ts";
import { nextHours } from "#lib/directory/phone-hours.ts";
import { awayUntil, presenceOf, within } from "#lib/directory/presence.ts";
import { needsCheck } from "#lib/directory/still-right.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import {
  agreementIfAny,
  type Directory,
  type DirectoryPost,
  type DirectoryUnit,
  directoryOf,
} from "../directory/directory.ts";
import { reaches, reachOf } from "../directory/reach.ts";
import { ownersOn } from "../units/read-owners.ts";

/** Work numbers of people, besides those of their posts. */
type Numbers = ReadonlyMap<PersonId, { phone: string | null; mail: string | null }>;

/** The contact scheme of the partnership, for every member of it: who holds what now, and how they are reached. */
export async function readContacts(tx: Tx, me: Member, locale: Locale): Promise<Result<ContactsView>> {
  const [directory, agreement, reach, people, [clock], owners] = await Promise.all([
    directoryOf(tx, me),
    agreementIfAny(tx, me),
    reachOf(tx, me),
    tx.sql<{ id: PersonId; phone: string | null; mail: string | null }[]>`select id, phone, mail from person`,
    tx.sql<{ time: string }[]>`select to_char(app_now() at time zone 'Europe/Copenhagen', 'HH24:MI') as time`,
    ownersOn(tx, me, me.today),
  ]);
  const numbers: Numbers = new Map(people.map((person) => [person.id, person]));
  const days = workingDays(agreement?.workingDays.exceptions ?? []);
  const now = { today: me.today, days, ...clock };
  const nameOf = (code: string) => {
    const service = servicesEver(agreement).find((each) => each.code === code);
    return service ? serviceName(service)[locale] : code;
  };
  const shown = (post: DirectoryPost): ContactPost => {
    const { state, until } = presenceOf(directory, post.id, me.today);
    const all = directory.holdings.filter((holding) => holding.post === post.id && within(me.today, holding));
    const holds = all.some(({ person, deputy }) => person === me.person && !deputy);
    const list = (deputies: boolean) =>
      all
        .filter(({ deputy }) => deputy === deputies)
        .map(({ person }) => contactOf(person, { directory, numbers, me }))
        .toSorted((a, b) => collators[locale].compare(a.name, b.name));
    return {
      id: post.id,
      function: post.name[locale],
      unit: post.unitName,
      phone: post.phone,
      mail: post.mail,
      hours: nextHours(post.hours, now),
      presence: state,
      until,
      holders: list(false),
      deputies: list(true),
      capacity: directory.capacities
        .filter((said) => said.post === post.id && said.until >= me.today)
        .map(({ service, state: said, until: last }) => ({
          service: nameOf(service),
          state: said,
          week: weekNumber(last),
        })),
      mayKeep: keepsEntry(me, post.id) || reaches(reach, post.id),
      asks: holds && needsCheck(post.checkedOn, me.today),
    };
  };
  const posts = [...directory.posts.values()].filter(({ open }) => open);
  const { compare } = collators[locale];
  return ok({
    today: me.today,
    units: [...directory.units.values()]
      .map(({ id, name, kind, parent }) => ({
        id,
        name,
        posts: posts.filter(({ unit }) => unit === id).map(shown),
        owners: kind === "helhedsplan" ? ownersOf(directory.units.get(parent ?? ""), owners.get(id)) : null,
      }))
      .filter((unit) => unit.posts.length > 0)
      .toSorted((a, b) => compare(a.name, b.name)),
  });
}

function ownersOf(above: DirectoryUnit | undefined, others: string[] = []): Owners | null {
  const responsible = above?.kind === "housing-organisation" ? above.name : null;
  return responsible || others.length > 0 ? { responsible, others } : null;
}

/** Does this person act for that post, and so keep its entry? */
export const keepsEntry = (me: Member, post: PostId): boolean => me.posts.includes(post);

function contactOf(
  person: PersonId,
  { directory, numbers, me }: { directory: Directory; numbers: Numbers; me: Member },
): ContactPerson {
  const { phone = null, mail = null } = numbers.get(person) ?? {};
  return {
    name: directory.people.get(person) ?? "–",
    phone,
    mail,
    awayUntil: awayUntil(directory, person, me.today),
  };
}

const collators = { da: new Intl.Collator("da"), en: new Intl.Collator("en") };
