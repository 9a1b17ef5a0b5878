import { getMessages } from "next-intl/server";
import type { MeetingWords } from "#components/meeting/words.ts";

/** Everything the screens of a meeting say, for the components in the browser. */
export async function meetingWords(): Promise<MeetingWords> {
  const { meeting, meetings, decisions, state, form, guard } = (await getMessages()) as unknown as MeetingWords;
  return { meeting, meetings, decisions, state, form, guard };
}
