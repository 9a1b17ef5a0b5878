import type { Day } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import { valueOf, type World } from "../testing/world.ts";
import { call } from "./call.ts";
import { readMeetings } from "./read-meetings.ts";

/** Calls whoever is always called, on that day, there or at the first place there is, as somebody who may or may not. */
export async function callAs(
  world: World,
  persona: string,
  { onDay, series = "NETVAERKSMOEDE", ...given }: { onDay: Day; series?: string; place?: string },
): Promise<{ called: Result<{ id: string }>; place: string }> {
  const { calls } = await world.asks("sagsbehandler.sck", async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
  const choices = calls.find((each) => each.series === series);
  const place = given.place || (choices?.places[0]?.id ?? "");
  const posts = choices?.posts.filter(({ always }) => always).map(({ id }) => id) ?? [];
  const asked = { series, onDay, startsAt: "09:30", place, posts };
  return { called: await world.as(persona, (tx, me) => call(tx, me, asked)), place };
}
