import { readJson } from "#app/_server/read.ts";
import { readMeeting } from "#db/meeting/read-meeting.ts";
import type { MeetingView } from "#lib/meeting/meeting-view.ts";
import { langOf } from "../lang.ts";

/** One meeting as data, for the screens that refresh themselves. */
export const GET = readJson<MeetingView, { id: string }>((tx, me, { id }, query) =>
  readMeeting(tx, me, { id, lang: langOf(query) }),
);
