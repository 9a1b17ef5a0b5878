import { getLocale } from "next-intl/server";
import { attachment } from "#app/_server/attachment.ts";
import { isDatabaseAway } from "#app/_server/database-away.ts";
import { spend } from "#app/_server/limit.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { tokenOf } from "#app/_server/token.ts";
import { asMember } from "#db/as-member.ts";
import { readMinutes } from "#db/meeting/read-minutes.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { refused } from "#lib/result.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };
import { minutesPdf } from "./pdf.ts";

const words = { da, en };

/** The minutes of a meeting that is closed as a PDF, for whoever reads its page. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    const found = await asMember(pool(), await tokenOf(), async (tx, me) => {
      const minutes = await readMinutes(tx, id);
      return minutes.ok ? ((await spend("paper", me.account)) ?? minutes) : minutes;
    });
    if (!found.ok) return await answerRefusal(found);
    const locale = (await getLocale()) as Locale;
    const { minutes, meeting } = words[locale];
    const file = await minutesPdf(found.value, { words: minutes, meeting, locale });
    return attachment(new Uint8Array(file), {
      name: `brobyg-referat-${found.value.number}.pdf`,
      type: "application/pdf",
    });
  } catch (error) {
    if (isDatabaseAway(error)) return answerRefusal(refused("database-away"));
    throw error;
  }
}
