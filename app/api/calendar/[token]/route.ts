import { getTranslations } from "next-intl/server";
import { handler } from "#app/_server/handler.ts";
import { pool } from "#app/_server/pool.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { ownOrigin } from "#app/_server/settings.ts";
import { readFeed } from "#db/calendar/feed.ts";
import { toFeed } from "#lib/export/calendar.ts";
import { refused } from "#lib/result.ts";

/** What `newToken` makes, with the ending by which some calendars know one. */
const address = /^([A-Za-z0-9_-]{43})\.ics$/;

/** The meetings that somebody is called to, for their calendar, which has no session: the address is the secret. */
export const GET = handler<{ token: string }>({ of: "anybody", counts: "feed" }, async ({ params }) => {
  const [, token] = address.exec(params.token) ?? [];
  const found = token ? await readFeed(pool(), token) : null;
  if (!found) return await answerRefusal(refused("not-found"));
  const meetings = found.meetings.map((meeting) => ({ ...meeting, url: `${ownOrigin()}/meetings/${meeting.id}` }));
  const name = (await getTranslations("account"))("calendar.name");
  return new Response(toFeed(meetings, { name, written: found.read }), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="brobyg.ics"',
      "cache-control": "no-store",
    },
  });
});
