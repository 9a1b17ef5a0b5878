import { change } from "#app/_server/change.ts";
import { meetingInput } from "#db/agreement/inputs.ts";
import { reviseMeeting } from "#db/agreement/revise.ts";

export const POST = change({ input: meetingInput, run: reviseMeeting, next: () => "/agreement/revision" });
