import { getLocale } from "next-intl/server";
import { attachment } from "#app/_server/attachment.ts";
import { handler } from "#app/_server/handler.ts";
import { spend } from "#app/_server/limit.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { readMinutes } from "#db/meeting/read-minutes.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };
import { minutesPdf } from "./pdf.ts";

const words = { da, en };

/** The minutes of a meeting that is closed as a PDF, for whoever reads its page. */
export const GET = handler<{ id: string }>({ of: "account", counts: "read" }, async ({ params, asMember }) => {
  const found = await asMember(async (tx, me) => {
    const minutes = await readMinutes(tx, params.id);
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
});
