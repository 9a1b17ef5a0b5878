import type { Day } from "#lib/calendar/day.ts";
import type { MeetingState } from "./meeting-view.ts";

/** For so many minutes after it was closed, a meeting is opened again whatever was decided at it. The database says the same. */
export const reopenMinutes = 10;

/** `decided`: an item has an outcome, or minutes were approved at it. */
type Held = { state: MeetingState; decided: boolean };

/** May it be taken back that the meeting began? On its day, which is `onDay`, while nothing is decided. */
export const mayUndoStart = ({ state, decided, onDay, today }: Held & { onDay: Day; today: Day }): boolean =>
  state === "held" && !decided && onDay === today;

type Closed = Held & {
  /** Milliseconds since it was closed. */
  since: number;
  /** Its minutes have a correction. */
  corrected: boolean;
  /** A later meeting of its series has begun, even if that was taken back, or is called by somebody else. */
  followed: boolean;
  /** Its series ends with the newest version of the agreement, whenever that begins. */
  ending: boolean;
};

/** May a closed meeting be opened again? Its minutes go, and the meeting that was called at its end is cancelled. */
export const mayReopen = ({ state, decided, since, corrected, followed, ending }: Closed): boolean =>
  state === "closed" && !corrected && !followed && !ending && (!decided || since < reopenMinutes * 60_000);
