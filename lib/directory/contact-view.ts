import type { PhoneHours } from "#lib/agreement/parties.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { CapacityState } from "./capacity.ts";
import type { NextHours } from "./phone-hours.ts";
import type { Presence } from "./presence.ts";

/** A colleague as the contact scheme shows them. */
export type ContactPerson = { name: string; phone: string | null; mail: string | null; awayUntil: Day | null };

/** What a post says of a service until the end of a week. */
export type CapacityLine = { service: string; state: CapacityState; week: number };

/** One function in one unit, and who can be reached there. */
export type ContactPost = {
  id: string;
  function: string;
  unit: string;
  phone: string | null;
  mail: string | null;
  hours: NextHours | null;
  presence: Presence["state"];
  until: Day | null;
  holders: ContactPerson[];
  deputies: ContactPerson[];
  capacity: CapacityLine[];
  mayKeep: boolean;
  /** The reader holds it, and nobody has said for a year that it is right. */
  asks: boolean;
};

/** The contact scheme, by unit in the order of the alphabet. */
export type ContactsView = { today: Day; units: ContactUnit[] };

/** The housing organisations that a helhedsplan belongs to, by name: the one that answers for it, and the others. */
export type Owners = { responsible: string | null; others: string[] };

/** A unit with its functions. `owners`: null for what belongs to nobody in that way. */
export type ContactUnit = { id: string; name: string; posts: ContactPost[]; owners: Owners | null };

/** A service that a post takes in: what may be said of it, and until when that was said. */
export type CapacityChoice = { code: string; name: string; may: CapacityState; until: Day | null };

/** A post's entry as whoever keeps it changes it. */
export type EntryView = {
  id: string;
  label: string;
  phone: string | null;
  mail: string | null;
  hours: PhoneHours;
  checkedOn: Day | null;
  asks: boolean;
  /** Empty for whoever may not say whether there is room. */
  services: CapacityChoice[];
  weeks: { week: number; until: Day }[];
};

/** What a post is like right now, shown before somebody sends to it. */
export type Standing = {
  presence: Presence["state"];
  until: Day | null;
  /** Who stands in, by name. */
  deputies: string[];
  capacity: { state: CapacityState; week: number } | null;
};
