import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { changes } from "#db/testing/access/rightful.ts";
import { openStage, type Stage } from "#db/testing/access/stage.ts";
import { ask, serveFrom } from "#db/testing/call-handler.ts";
import { elsewhere } from "#db/testing/elsewhere.ts";

/** Two districts in one database, with the same functions: whoever may in one asks the same of the other. */
let stage: Stage;
let home: string;
beforeAll(async () => {
  stage = await openStage();
  serveFrom(stage.world.pool);
  home = await stage.world.asks("admin", async (_tx, me) => me.partnership);
});
afterAll(() => stage.close());

/** Those of the stage's other district who can do nothing any more: another of their unit stands in. */
const gone = ["mentor.sck", "skp.sck"];
const likeOf = (persona: string) => elsewhere(gone.includes(persona) ? "sagsbehandler.sck" : persona);

/** A number for each table that changes with any row that the first district has in it. */
async function printHome(): Promise<Record<string, string>> {
  const { sql } = stage.eye;
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
  const each = tables.map(
    ({ name }) => `select '${name}' as name, count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)), 0) as print
      from "${name}" t where partnership_id = $1`,
  );
  const rows = await sql.unsafe<{ name: string; print: string }[]>(each.join(" union all "), [home]);
  expect(rows.length).toBeGreaterThan(40);
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

test("no change that somebody may make in one district changes anything there when their like in the other sends it", async () => {
  const touched: [change: string, tables: string[]][] = [];
  const broke: [change: string, status: number][] = [];
  let refused = 0;
  for (const [name, make] of changes) {
    const { as, address, params, body } = await make(stage);
    const token = await stage.world.token(likeOf(as));
    const before = await printHome();
    const { status } = await ask(await handlerOf("POST", address, params), {
      path: address,
      params,
      token,
      body: { ...body, intent: randomUUID() },
    });
    if (status >= 500) broke.push([name, status]);
    if (status >= 400) refused += 1;
    const now = await printHome();
    const tables = Object.keys(now).filter((table) => now[table] !== before[table]);
    if (tables.length > 0) touched.push([name, tables]);
  }
  expect({ touched, broke }).toEqual({ touched: [], broke: [] });
  // What is asked of one's own district alone, such as to begin a revision, is done there.
  expect(refused).toBeGreaterThan(changes.length / 2);
});
