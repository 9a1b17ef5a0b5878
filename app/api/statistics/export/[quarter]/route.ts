import { getLocale } from "next-intl/server";
import { attachment } from "#app/_server/attachment.ts";
import { isDatabaseAway } from "#app/_server/database-away.ts";
import { spend } from "#app/_server/limit.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { statisticsWords } from "#app/(work)/statistics/words.ts";
import { asMember } from "#db/as-member.ts";
import { readFiguresExport } from "#db/figures/export-figures.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { figuresOf, quarterName } from "#lib/figures/figures.ts";
import { parseQuarter, partsOf } from "#lib/figures/quarter.ts";
import { refused } from "#lib/result.ts";
import { toSpreadsheet } from "./spreadsheet.ts";

/** The figures of a quarter as a spreadsheet, for who has just said what for. */
export async function GET(_request: Request, { params }: { params: Promise<{ quarter: string }> }): Promise<Response> {
  const quarter = parseQuarter((await params).quarter);
  try {
    const result = await asMember(pool(), await tokenOf(), async (tx, me) => {
      const found = quarter ? await readFiguresExport(tx, me, quarter) : refused("not-found");
      return found.ok ? ((await spend("export", me.account)) ?? found) : found;
    });
    if (!result.ok || !quarter) return await answerRefusal(result.ok ? refused("not-found") : result);
    const [locale, { figures: words }] = await Promise.all([getLocale() as Promise<Locale>, statisticsWords()]);
    const file = await toSpreadsheet(figuresOf(result.value, { words, locale }), quarterName(quarter, words));
    const { year, number } = partsOf(quarter);
    return attachment(new Uint8Array(file), {
      name: `brobyg-tal-${year}-${number}.xlsx`,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
  } catch (error) {
    if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
    throw error;
  }
}
