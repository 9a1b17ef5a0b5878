import type postgres from "postgres";
import type { AgreementContent, AgreementFunction } from "#lib/agreement/agreement.ts";
import type { AgreementFile } from "#lib/agreement/agreement-file.ts";
import { sameContent } from "#lib/agreement/canonical.ts";
import { checkAgreement, type DirectoryFunction } from "#lib/agreement/check-agreement.ts";
import { flawsInFile } from "#lib/agreement/flaws-in-file.ts";
import { functionsIn, functionsWith } from "#lib/agreement/functions.ts";
import { type Mistake, say } from "#lib/agreement/mistake.ts";
import { todayOf } from "../seed/today-of.ts";
import { addParties } from "./add-parties.ts";
import { withoutFunctions } from "./export-agreement.ts";
import { functionCodes, functionsOf } from "./functions.ts";

/** What an import did: a draft of the first edition with whatever was missing, or of a revision. */
export type Imported =
  | { ok: true; draft: "first" | "revision"; added: { units: number; functions: number; posts: number } }
  | { ok: false; code: "no-partnership" | "several-partnerships" | "draft-stands" | "nothing-differs" }
  | { ok: false; code: "cannot-be-here"; mistakes: Mistake[] };

type Sql = postgres.TransactionSql;
type Last = { id: string; content: AgreementContent };

/**
 * Puts the agreement of a file into a partnership as a draft, which Boligsocialt Forum adopts or not. Where there is no
 * agreement yet, the units, functions and posts that are missing come with it; where there is one, units and posts are the
 * administrator's, and functions that are missing come with the draft. As the owner, in one transaction: what is refused must be rolled back.
 */
export async function importAgreement(
  sql: Sql,
  { partnership: name, file }: { partnership: string; file: AgreementFile },
): Promise<Imported> {
  const [partnership, other] = await sql<{ id: string }[]>`select id from partnership where name = ${name} for update`;
  if (!partnership) return { ok: false, code: "no-partnership" };
  if (other) return { ok: false, code: "several-partnerships" };
  const { id } = partnership;
  const drafts = await sql`select 1 from agreement_draft where partnership_id = ${id}`;
  if (drafts.count > 0) return { ok: false, code: "draft-stands" };
  const [last] = await sql<Last[]>`
    select id, content from agreement where partnership_id = ${id} order by number desc limit 1`;
  const before = await countOf(sql, id);
  const listed = last ? await listedWith(sql, id, { last, file }) : null;
  const mistakes = listed ? cannotGovern(file, listed) : await cannotJoin(sql, id, file);
  if (mistakes.length > 0) return { ok: false, code: "cannot-be-here", mistakes };
  if (last && !listed?.adds && sameContent(withoutFunctions(last.content), file.content))
    return { ok: false, code: "nothing-differs" };
  if (!last) await addParties(sql, id, file);
  const after = await countOf(sql, id);
  await sql`
    insert into agreement_draft (partnership_id, based_on, content)
    values (${id}, ${last?.id ?? null}, ${sql.json({ ...listed?.content, ...file.content })})`;
  const added = {
    units: after.units - before.units,
    functions: after.functions - before.functions,
    posts: after.posts - before.posts,
  };
  return { ok: true, draft: last ? "revision" : "first", added };
}

type Listed = { adds: boolean; content: { functions?: AgreementFunction[] }; directory: DirectoryFunction[] };

/** A revision leaves the functions that there are as they are, and lists those besides that never were here. */
async function listedWith(
  sql: Sql,
  partnership: string,
  { last, file }: { last: Last; file: AgreementFile },
): Promise<Listed> {
  const directory = await functionsOf({ sql }, { partnership, today: await todayOf(sql) });
  const before = functionsIn(last.content, directory);
  const known = new Set([...(await functionCodes({ sql }, { partnership })), ...before.map(({ code }) => code)]);
  const added = file.functions
    .filter(({ code }) => !known.has(code))
    .map(({ code, name, duties }) => ({ code, name, duties }));
  const adds = added.length > 0;
  return { adds, content: adds || last.content.functions ? { functions: [...before, ...added] } : {}, directory };
}

async function countOf(sql: Sql, partnership: string) {
  const [count] = await sql<{ units: number; functions: number; posts: number }[]>`
    select (select count(*)::int from unit where partnership_id = ${partnership}) as units,
      (select count(*)::int from function where partnership_id = ${partnership}) as functions,
      (select count(*)::int from post where partnership_id = ${partnership}) as posts`;
  return count ?? { units: 0, functions: 0, posts: 0 };
}

/** A revision rests on the functions and posts that are here, and on the functions that come with it. */
const cannotGovern = ({ content }: AgreementFile, listed: Listed): Mistake[] =>
  flawsInFile(content, checkAgreement(content, functionsWith({ ...content, ...listed.content }, listed.directory))).map(
    ({ path, says }) => ({ path, says: `${says} in this partnership` }),
  );

/** What bears a key or a code of the file, and is something else here. */
async function cannotJoin(sql: Sql, partnership: string, file: AgreementFile): Promise<Mistake[]> {
  const units = await sql<
    { key: string; kind: string }[]
  >`select key, kind from unit where partnership_id = ${partnership}`;
  const functions = await sql<{ code: string; duties: string[] }[]>`
    select code, duties from function where partnership_id = ${partnership}`;
  const posts = await sql<{ key: string; unit: string; function: string }[]>`
    select p.key, u.key as unit, p.function from post p
    join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id where p.partnership_id = ${partnership}`;
  return [
    ...file.units.flatMap(({ key, kind }, at) => {
      const here = units.find((each) => each.key === key);
      return here && here.kind !== kind
        ? [say(["units", at, "kind"], `${key} is a ${here.kind} in this partnership`)]
        : [];
    }),
    ...file.functions.flatMap(({ code, duties }, at) => {
      const here = functions.find((each) => each.code === code);
      return here && here.duties.toSorted().join() !== duties.toSorted().join()
        ? [say(["functions", at, "duties"], `${code} has ${here.duties.join(", ") || "no duty"} in this partnership`)]
        : [];
    }),
    ...file.posts.flatMap(({ key, unit, function: code }, at) => {
      const same = posts.find((each) => each.key === key);
      return same && (same.unit !== unit || same.function !== code)
        ? [say(["posts", at, "key"], `${key} is ${same.function} in ${same.unit} in this partnership`)]
        : [];
    }),
  ];
}
