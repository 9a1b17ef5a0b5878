import { attachment } from "#app/_server/attachment.ts";
import { handler } from "#app/_server/handler.ts";
import { spend } from "#app/_server/limit.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { logWords, whatWords } from "#app/(work)/log/words.ts";
import { readExport } from "#db/log/read-export.ts";
import { toCsv } from "#lib/export/csv.ts";

/** The rows of a search as a file, for who has just said what for. */
export const GET = handler<{ search: string }>({ of: "account", counts: "read" }, async ({ params, asMember }) => {
  const result = await asMember(async (tx, me) => {
    const rows = await readExport(tx, me, params.search);
    return rows.ok ? ((await spend("export", me.account)) ?? rows) : rows;
  });
  if (!result.ok) return await answerRefusal(result);
  const [words, what] = await Promise.all([logWords(), whatWords()]);
  const { col, outside, system } = words.log;
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
});
