import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { hashPassword } from "../account/password.ts";
import { idOf } from "../agreement/add-parties.ts";
import { demoPassword } from "./demo-password.ts";
import type { DemoAbsence, DemoPerson } from "./demo-people.ts";
import type { Seeded } from "./seed-agreement.ts";

/** So many days ago each of them said that their entry in the contact scheme is right: nobody is asked on the first day. */
const checkedAgo = 100;

type Cast = { people: readonly DemoPerson[]; absences: readonly DemoAbsence[]; today: Day };

/** Everybody in the demo has held their posts since the agreement was signed. */
const since = "2013-12-12";

/** Writes fictional people with an account each, the posts they hold or stand in for, and who is away. */
export async function seedPeople(
  sql: postgres.TransactionSql,
  { partnership, post }: Seeded,
  { people, absences, today }: Cast,
): Promise<void> {
  const password = await hashPassword(demoPassword);
  const all = people.map((person) => ({ ...person, account: randomUUID(), id: randomUUID() }));
  const here = { partnership_id: partnership };
  const rows = {
    account: all.map(({ account, address }) => ({ id: account, email: address, demo: true })),
    credential: all.map(({ account }) => ({ account_id: account, password })),
    person: all.map(({ account, id, displayName }) => ({ ...here, id, account_id: account, name: displayName })),
    holding: all.flatMap(({ id, posts }) =>
      posts.map(({ post: key, as }) => ({
        ...here,
        person_id: id,
        post_id: idOf(post, key),
        kind: as,
        valid_from: since,
      })),
    ),
    absence: all.flatMap(({ id, address }) =>
      absences
        .filter((absence) => absence.address === address)
        .map(({ fromDay, untilDay }) => ({
          ...here,
          person_id: id,
          from_day: addDays(today, fromDay),
          to_day: addDays(today, untilDay),
        })),
    ),
  };
  for (const [table, values] of Object.entries(rows))
    if (values.length > 0) await sql`insert into ${sql(table)} ${sql(values as never)}`;
  await sql`update post set checked_on = ${addDays(today, -checkedAgo)} where id = any (${rows.holding.map((each) => each.post_id)}::uuid[])`;
}
