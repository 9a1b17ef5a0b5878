import type postgres from "postgres";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { AgreementFile } from "#lib/agreement/agreement-file.ts";
import { checkAgreement, type KnownFunction } from "#lib/agreement/check-agreement.ts";
import { differences } from "#lib/agreement/differences.ts";
import { flawsInFile } from "#lib/agreement/flaws-in-file.ts";
import { type Mistake, say } from "#lib/agreement/mistake.ts";
import { addParties } from "./add-parties.ts";

/** What an import did: a draft of the first edition with whatever was missing, or of a revision. */
export type Imported =
  | { ok: true; draft: "first" | "revision"; added: { units: number; functions: number; posts: number } }
  | { ok: false; code: "no-partnership" | "several-partnerships" | "draft-stands" | "nothing-differs" }
  | { ok: false; code: "cannot-be-here"; mistakes: Mistake[] };

type Sql = postgres.TransactionSql;
type Last = { id: string; content: AgreementContent } | undefined;

/**
 * Puts the agreement of a file into a partnership as a draft, which Boligsocialt Forum adopts or not. Where there is no
 * agreement yet, the units, functions and posts that are missing come with it; where there is one, they are the
 * administrator's. As the owner, in one transaction: what is refused must be rolled back.
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
  const [last] = await sql<NonNullable<Last>[]>`
    select id, content from agreement where partnership_id = ${id} order by number desc limit 1`;
  const before = await countOf(sql, id);
  const mistakes = last ? await cannotGovern(sql, id, file) : await cannotJoin(sql, id, file);
  if (mistakes.length > 0) return { ok: false, code: "cannot-be-here", mistakes };
  if (last && differences(last.content, file.content).length === 0) return { ok: false, code: "nothing-differs" };
  if (!last) await addParties(sql, id, file);
  const after = await countOf(sql, id);
  await sql`
    insert into agreement_draft (partnership_id, based_on, content)
    values (${id}, ${last?.id ?? null}, ${sql.json(file.content)})`;
  const added = {
    units: after.units - before.units,
    functions: after.functions - before.functions,
    posts: after.posts - before.posts,
  };
  return { ok: true, draft: last ? "revision" : "first", added };
}

async function countOf(sql: Sql, partnership: string) {
  const [count] = await sql<{ units: number; functions: number; posts: number }[]>`
    select (select count(*)::int from unit where partnership_id = ${partnership}) as units,
      (select count(*)::int from function where partnership_id = ${partnership}) as functions,
      (select count(*)::int from post where partnership_id = ${partnership}) as posts`;
  return count ?? { units: 0, functions: 0, posts: 0 };
}

/** A revision rests on the functions and posts that are here, not on those of the file. */
async function cannotGovern(sql: Sql, partnership: string, { content }: AgreementFile): Promise<Mistake[]> {
  const functions = await sql<KnownFunction[]>`
    select f.code, f.duties, exists (
        select 1 from post p join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
        where p.partnership_id = f.partnership_id and p.function = f.code and p.valid_to is null and u.valid_to is null
      ) as staffed
    from function f where f.partnership_id = ${partnership} and f.valid_to is null`;
  return flawsInFile(content, checkAgreement(content, functions)).map(({ path, says }) => ({
    path,
    says: `${says} in this partnership`,
  }));
}

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
