import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { AgreementFile } from "#lib/agreement/agreement-file.ts";

/** The ids in the database, by the keys of a file. */
export type Ids = { unit: Map<string, string>; post: Map<string, string> };

/**
 * The units, functions and posts of a file that a partnership does not have yet, new units with all their owners. As the
 * owner, in one transaction.
 */
export async function addParties(
  sql: postgres.TransactionSql,
  partnership: string,
  { units, functions, posts }: Pick<AgreementFile, "units" | "functions" | "posts">,
): Promise<Ids> {
  const here = { partnership_id: partnership };
  const ids = await partiesOf(sql, partnership);
  const newUnits = units.filter(({ key }) => !ids.unit.has(key));
  const newFunctions = functions.filter(({ code }) => !ids.functions.has(code));
  // A function is in a unit once: where it is there under another key, it is that post.
  for (const { key, unit, function: code } of posts) {
    const there = ids.at.get(`${code} in ${unit}`);
    if (there) ids.post.set(key, there);
  }
  const newPosts = posts.filter(({ key }) => !ids.post.has(key));
  for (const { key } of newUnits) ids.unit.set(key, randomUUID());
  for (const { key } of newPosts) ids.post.set(key, randomUUID());
  const rows = {
    unit: newUnits.map(({ key, kind, parent, from, until = null }) => ({
      ...here,
      id: idOf(ids.unit, key),
      key,
      kind,
      parent_id: parent ? idOf(ids.unit, parent) : null,
      valid_from: from,
      valid_to: until,
    })),
    unit_name: newUnits.flatMap(({ key, name, short, from, renamed = [] }) =>
      [{ from, name, short }, ...renamed].map((named) => ({
        ...here,
        unit_id: idOf(ids.unit, key),
        valid_from: named.from,
        name: named.name,
        short: named.short,
      })),
    ),
    unit_owner: newUnits.flatMap(({ key, from, with: others = [] }) =>
      others.map((other) => ({
        ...here,
        unit_id: idOf(ids.unit, key),
        owner_id: idOf(ids.unit, other),
        valid_from: from,
      })),
    ),
    function: newFunctions.map(({ code, duties, from, until = null }) => ({
      ...here,
      code,
      duties,
      valid_from: from,
      valid_to: until,
    })),
    function_name: newFunctions.flatMap(({ code, name, from, renamed = [] }) =>
      [{ from, name }, ...renamed].map((named) => ({ ...here, function: code, valid_from: named.from, ...named.name })),
    ),
    post: newPosts.map(
      ({ key, unit, function: code, phone = null, mail = null, hours, from, until = null, successor }) => ({
        ...here,
        id: idOf(ids.post, key),
        key,
        unit_id: idOf(ids.unit, unit),
        function: code,
        phone,
        mail,
        hours: hours ? sql.json(hours) : null,
        valid_from: from,
        valid_to: until,
        successor_id: successor ? idOf(ids.post, successor) : null,
      }),
    ),
  };
  for (const [table, values] of Object.entries(rows))
    if (values.length > 0) await sql`insert into ${sql(table)} ${sql(values as never)}`;
  return ids;
}

/** What a partnership has already, by its keys. */
async function partiesOf(
  sql: postgres.TransactionSql,
  partnership: string,
): Promise<Ids & { functions: Set<string>; at: Map<string, string> }> {
  const units = await sql<
    { key: string; id: string }[]
  >`select key, id from unit where partnership_id = ${partnership}`;
  const posts = await sql<{ key: string; id: string; unit: string; function: string }[]>`
    select p.key, p.id, u.key as unit, p.function from post p
    join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id where p.partnership_id = ${partnership}`;
  const functions = await sql<{ code: string }[]>`select code from function where partnership_id = ${partnership}`;
  const byKey = (rows: readonly { key: string; id: string }[]) => new Map(rows.map(({ key, id }) => [key, id]));
  return {
    unit: byKey(units),
    post: byKey(posts),
    at: new Map(posts.map((each) => [`${each.function} in ${each.unit}`, each.id])),
    functions: new Set(functions.map(({ code }) => code)),
  };
}

export function idOf(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (!id) throw new Error(`"${key}" is named, and is not there`);
  return id;
}
