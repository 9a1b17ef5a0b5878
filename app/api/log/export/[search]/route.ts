import { attachment } from "#app/_server/attachment.ts";
import { isDatabaseAway } from "#app/_server/database-away.ts";
import { spend } from "#app/_server/limit.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { logWords, whatWords } from "#app/(work)/log/words.ts";
import { asMember } from "#db/as-member.ts";
import { readExport } from "#db/log/read-export.ts";
import { toCsv } from "#lib/export/csv.ts";
import { refused } from "#lib/result.ts";

/** The rows of a search as a file, for who has just said what for. */
export async function GET(_request: Request, { params }: { params: Promise<{ search: string }> }): Promise<Response> {
  const { search } = await params;
  const [words, what] = await Promise.all([logWords(), whatWords()]);
  const { col, outside, system } = words.log;
  try {
    const result = await asMember(pool(), await tokenOf(), async (tx, me) => {
      const rows = await readExport(tx, me, search);
      return rows.ok ? ((await spend("export", me.account)) ?? rows) : rows;
    });
    if (!result.ok) return await answerRefusal(result);
    const rows = result.value.map((line) => [
      line.day,
      line.time,
      line.person ?? system,
      line.posts.join(", "),
      words.log.kind[line.kind],
      what(line),
      line.codes.join(" "),
      line.outside ? outside : "",
    ]);
    const head = [col.day, col.time, col.person, col.post, col.kind, col.what, col.codes, col.note];
    return attachment(toCsv([head, ...rows]), { name: "brobyg-log.csv", type: "text/csv; charset=utf-8" });
  } catch (error) {
    if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
    throw error;
  }
}
