import type { Day } from "#lib/calendar/day.ts";
import type { UnreachedReason } from "./unreached.ts";

/** Somebody in a list of people: what they hold, and whether they are away or gone. */
export type PersonLine = {
  id: string;
  name: string;
  posts: { label: string; deputy: boolean; from: Day | null }[];
  awayUntil: Day | null;
  leftOn: Day | null;
};

/** A post that nobody looks after today: nobody holds it, or everybody is away. */
export type OpenPost = { id: string; label: string; state: "vacant" | "away"; until: Day | null };

/** Somebody whom the newest mail did not reach. */
export type Unreached = { id: string; name: string; why: UnreachedReason; on: Day };

/** A post that somebody is to get once an administrator has confirmed it. */
export type PostRequest = {
  id: string;
  name: string;
  label: string;
  deputy: boolean;
  from: Day;
  askedBy: string;
  askedOn: Day;
  /** The reader is the second person; or asked, and may take it back. */
  mayConfirm: boolean;
  mayWithdraw: boolean;
};

/** Whom no mail reaches is told to the administrator alone. */
export type PeopleView = {
  people: PersonLine[];
  gone: PersonLine[];
  open: OpenPost[];
  unreached: Unreached[];
  requests: PostRequest[];
};

export type Choice = { id: string; label: string };

/** A post that somebody has, or will have from a day on. */
export type HeldPost = {
  post: string;
  label: string;
  deputy: boolean;
  from: Day;
  to: Day | null;
  /** Nobody else holds it: without this person it is vacant. */
  last: boolean;
  mayEnd: boolean;
};

/** Who may take over what somebody follows at one post; nobody where the post holds it alone. */
export type Handing = { post: string; label: string; heirs: Choice[] };

export type PersonView = {
  id: string;
  name: string;
  phone: string | null;
  mail: string | null;
  leftOn: Day | null;
  me: boolean;
  today: Day;
  held: HeldPost[];
  absences: { from: Day; to: Day }[];
  /** Posts with somebody who stands in for this person, and those without. */
  standIns: { label: string; deputies: string[] }[];
  handing: Handing[];
  /** The reader decides on them: leads every post they hold, or administers, or is the person. */
  kept: boolean;
  /** Posts that the reader may give this person, or ask for. */
  giveable: Choice[];
  /** The reader leads every post they hold, or administers, and is somebody else. */
  mayLeave: boolean;
  mayInvite: boolean;
};
