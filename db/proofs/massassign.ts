import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { handlerOf } from "../testing/access/handlers.ts";
import { changes, type Ready } from "../testing/access/rightful.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { ask, serveFrom } from "../testing/call-handler.ts";

export type MassFigures = {
  runs: number;
  /** How many were taken, what was too much being left out. */
  taken: number;
  refused: number;
  /** Refused, and yet something changed; broken; or a row that holds what nobody may put there. */
  wrong: string[];
};

/** What no change puts anywhere: marks that are found again, and ids of the other partnership. */
const mark = () => `KANARIE-MASS-${randomBytes(4).toString("hex")}`;
const markedId = () => `feedface${randomUUID().slice(8)}`;
const oddDay = "1987-06-05";
const oddNumber = 987_654_321;
const marks = ["KANARIE-MASS", "feedface", oddDay, String(oddNumber)];

/** Names that a change must not take from outside, besides every column there is. */
const tempting = `__proto__ constructor prototype toString role isAdmin admin duties me person actor posts token session
  password active intent next status holder code event basis today $where`.split(/\s+/);

/**
 * Posts every change again and again with fields that it does not declare: columns of every table, in JSON and as a form,
 * on top and inside. A no must change nothing, and whatever is taken must leave no trace of them in any row.
 */
export async function assign({ runs }: { runs: number }): Promise<MassFigures> {
  const stage = await openStage();
  try {
    serveFrom(stage.world.pool);
    const columns = await stage.eye.sql<{ name: string }[]>`
      select distinct column_name as name from information_schema.columns where table_schema = 'public'`;
    const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const names = [...new Set([...columns.flatMap(({ name }) => [name, camel(name)]), ...tempting])];
    const foreign = await foreignIds(stage);
    const figures: MassFigures = { runs, taken: 0, refused: 0, wrong: [] };
    const ready = new Map<string, Ready>();
    for (let run = 0; run < runs; run += 1) {
      const [name, make] = changes[run % changes.length] ?? ["", async () => Promise.reject(new Error("no change"))];
      const sound = ready.get(name) ?? (await make(stage));
      ready.set(name, sound);
      const before = await stage.eye.print();
      const sent = spoil(sound.body, { names, foreign });
      const status = await post(sound, sent);
      const said = `${name} ${typeof sent === "string" ? sent : JSON.stringify(sent)}: ${status}`;
      if (status >= 500) figures.wrong.push(said);
      if (status < 300) {
        figures.taken += 1;
        ready.delete(name);
        continue;
      }
      figures.refused += 1;
      const changed = await stage.eye.changedSince(before);
      if (changed.length > 0) figures.wrong.push(`${said}, and yet ${changed.join(", ")}`);
    }
    figures.wrong.push(...(await traces(stage, [...marks, ...foreign])));
    return figures;
  } finally {
    await stage.close();
  }
}

const foreignIds = async ({ eye: { sql } }: Stage): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    with other as (select id from partnership where name = 'Elsewhere')
    select id from other union all (select p.id from person p join other on other.id = p.partnership_id limit 5)
    union all (select p.id from post p join other on other.id = p.partnership_id limit 5)`;
  return rows.map(({ id }) => id);
};

type Palette = { names: string[]; foreign: string[] };
const oneOf = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

function spoil(body: Record<string, unknown>, { names, foreign }: Palette): Record<string, unknown> | string {
  const value = (): unknown =>
    oneOf([
      mark,
      markedId,
      () => oneOf(foreign),
      () => oddDay,
      () => oddNumber,
      () => true,
      () => ({ [oneOf(names)]: mark() }),
    ])();
  const extra = Array.from({ length: 1 + randomInt(4) }, () => [oneOf(names), value()] as const).filter(
    ([name]) => !(name in body) || Object.hasOwn(Object.prototype, name),
  );
  // JSON.parse makes "__proto__" a field like any other; an object literal would not.
  const added = JSON.stringify(Object.fromEntries(Object.entries(body)));
  const fields = extra.map(([name, given]) => `${JSON.stringify(name)}:${JSON.stringify(given)}`).join(",");
  if (fields === "") return spoil(body, { names, foreign });
  const inside = Object.entries(body).filter(
    ([, given]) => typeof given === "object" && given && !Array.isArray(given),
  );
  if (inside.length > 0 && randomInt(3) === 0) {
    const [name, given] = oneOf(inside);
    const inner = JSON.stringify(given);
    return added.replace(`${JSON.stringify(name)}:${inner}`, `${JSON.stringify(name)}:${withFields(inner, fields)}`);
  }
  return withFields(added, fields);
}

const withFields = (json: string, fields: string): string =>
  json === "{}" ? `{${fields}}` : `${json.slice(0, -1)},${fields}}`;

async function post({ address, params, token }: Ready, body: Record<string, unknown> | string): Promise<number> {
  const { status } = await ask(await handlerOf("POST", address, params), { path: address, params, token, body });
  return status;
}

/** Rows of the first partnership in which something stands that nobody may put there. */
async function traces({ eye }: Stage, wanted: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const [here] = await eye.sql<{ id: string }[]>`select id from partnership where name <> 'Elsewhere'`;
  for (const table of eye.tables) {
    const rows = await eye.sql<{ row: string }[]>`
      select t::text as row from ${eye.sql(table)} t
      where to_jsonb(t) ->> 'partnership_id' = ${here?.id ?? ""}
        and exists (select 1 from unnest(${[...wanted]}::text[]) w where strpos(t::text, w) > 0)`;
    found.push(...rows.map(({ row }) => `${table}: ${row}`));
  }
  return found;
}
