import { getLocale } from "next-intl/server";
import { attachment } from "#app/_server/attachment.ts";
import { handler } from "#app/_server/handler.ts";
import { spend } from "#app/_server/limit.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { statisticsWords } from "#app/(work)/statistics/words.ts";
import { readFiguresExport } from "#db/figures/export-figures.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { figuresOf, quarterName } from "#lib/figures/figures.ts";
import { parseQuarter, partsOf } from "#lib/figures/quarter.ts";
import { refused } from "#lib/result.ts";
import { toSpreadsheet } from "./spreadsheet.ts";

/** The figures of a quarter as a spreadsheet, for who has just said what for. */
export const GET = handler<{ quarter: string }>({ of: "account", counts: "read" }, async ({ params, asMember }) => {
  const quarter = parseQuarter(params.quarter);
  const result = await asMember(async (tx, me) => {
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
});
