import { type Day, dayOf } from "#lib/calendar/day.ts";

/** How the stories learn how many milliseconds the clock of their stage is ahead of their own. */
export const AHEAD = "STAGE_AHEAD";

/** The moment it is where the stories are told. */
export const stageNow = (): Date => new Date(Date.now() + Number(process.env[AHEAD] ?? 0));

/** The day it is there, in Copenhagen. */
export const stageToday = (): Day => dayOf(stageNow());
