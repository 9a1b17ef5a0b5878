import type postgres from "postgres";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { AgreementFile } from "#lib/agreement/agreement-file.ts";
import type { FunctionInFile, PostInFile, UnitInFile } from "#lib/agreement/file-shape.ts";
import { todayOf } from "../seed/today-of.ts";

/** What is written out: the version that governs today, or the draft where it was asked for or is all there is. */
export type Exported = { file: AgreementFile; what: "version" | "draft" };

type Of = { partnership: string; draft?: boolean };

/** A partnership's agreement with its units, functions and posts, as a file says it; null where there is none. As the owner. */
export async function exportAgreement(
  sql: postgres.TransactionSql,
  { partnership, draft = false }: Of,
): Promise<Exported | null> {
  const today = await todayOf(sql);
  const [named] = await sql<{ name: string }[]>`select name from partnership where id = ${partnership}`;
  if (!named) return null;
  const [version] = await sql<{ number: number; from: string; content: AgreementContent }[]>`
    select number, valid_from::text as from, content from agreement
    where partnership_id = ${partnership} and valid_from <= ${today} order by number desc limit 1`;
  const [drafted] = await sql<{ content: AgreementContent }[]>`
    select content from agreement_draft where partnership_id = ${partnership}`;
  const chosen = draft || !version ? drafted : version;
  if (!chosen) return null;
  const governs = chosen === version ? version : undefined;
  const functions = await functionsOf(sql, partnership);
  return {
    what: governs ? "version" : "draft",
    file: {
      partnership: named,
      ...(governs ? { version: { number: governs.number, from: governs.from } } : {}),
      units: await unitsOf(sql, { partnership, today }),
      functions: governs ? functions : [...functions, ...comingWith(chosen.content, functions, today)],
      posts: await postsOf(sql, partnership),
      content: withoutFunctions(chosen.content),
    },
  };
}

/** Functions that only the draft lists: they begin once it is adopted, which is not before today. */
function comingWith(
  { functions = [] }: AgreementContent,
  there: readonly FunctionInFile[],
  today: string,
): FunctionInFile[] {
  const known = new Set(there.map(({ code }) => code));
  return functions
    .filter(({ code }) => !known.has(code))
    .map(({ code, name, duties }) => ({ code, name, duties, from: today }));
}

/** Functions that a version lists are rows by then, with their days: a file tells them once. */
export function withoutFunctions(content: AgreementContent): AgreementContent {
  const { functions: _, ...rest } = content;
  return rest;
}

type Sql = postgres.TransactionSql;

/** Without what is not there: a file says nothing of it. */
const said = <T extends object>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T;

/** The first name is the unit's, the others are what it was called later. */
function withNames<T extends { names: ({ from: string } & N)[] }, N extends object>({ names, ...row }: T) {
  const [first, ...renamed] = names;
  const { from: _, ...name } = first ?? ({ from: "" } as { from: string } & N);
  return said({ ...row, ...name, renamed: renamed.length > 0 ? renamed : null });
}

async function unitsOf(
  sql: Sql,
  { partnership, today }: { partnership: string; today: string },
): Promise<UnitInFile[]> {
  const rows = await sql<(Omit<UnitInFile, "renamed"> & { names: { from: string; name: string; short: string }[] })[]>`
    select u.key, u.kind, above.key as parent, u.valid_from::text as from, u.valid_to::text as until,
      (select array_agg(distinct w.key order by w.key)
        from unit_owner o join unit w on w.partnership_id = o.partnership_id and w.id = o.owner_id
        where o.partnership_id = u.partnership_id and o.unit_id = u.id and o.valid_from <= greatest(${today}::date, u.valid_from)
          and (o.valid_to is null or o.valid_to >= ${today})) as with,
      (select json_agg(json_build_object('from', n.valid_from, 'name', n.name, 'short', n.short) order by n.valid_from)
        from unit_name n where n.partnership_id = u.partnership_id and n.unit_id = u.id) as names
    from unit u left join unit above on above.partnership_id = u.partnership_id and above.id = u.parent_id
    where u.partnership_id = ${partnership} order by u.key`;
  return rows.map((row) => withNames(row) as UnitInFile);
}

async function functionsOf(sql: Sql, partnership: string): Promise<FunctionInFile[]> {
  type Names = { names: { from: string; name: FunctionInFile["name"] }[] };
  const rows = await sql<(Omit<FunctionInFile, "renamed"> & Names)[]>`
    select f.code, f.duties, f.valid_from::text as from, f.valid_to::text as until,
      (select json_agg(json_build_object('from', n.valid_from, 'name', json_build_object('da', n.da, 'en', n.en))
          order by n.valid_from)
        from function_name n where n.partnership_id = f.partnership_id and n.function = f.code) as names
    from function f where f.partnership_id = ${partnership} order by f.code`;
  return rows.map((row) => withNames(row) as FunctionInFile);
}

async function postsOf(sql: Sql, partnership: string): Promise<PostInFile[]> {
  const rows = await sql<PostInFile[]>`
    select p.key, u.key as unit, p.function, p.phone, p.mail, p.hours, p.valid_from::text as from, p.valid_to::text as until,
      next.key as successor
    from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
    left join post next on next.partnership_id = p.partnership_id and next.id = p.successor_id
    where p.partnership_id = ${partnership} order by p.key`;
  return rows.map(said);
}
