import type { NamedFunction } from "../agreement/check-agreement.ts";
import type { Side, UnitKind } from "../agreement/parties.ts";
import type { Words } from "../agreement/words.ts";
import type { Day } from "../calendar/day.ts";
import type { PostId, UnitId } from "../referral/case.ts";
import type { Lasting } from "./succession.ts";

/** What an administrator may know of a post's open referrals: none, a few (under five), or how many. */
export type Load = number | "few";

export type KeptPost = Lasting & {
  unit: UnitId;
  function: string;
  name: Words;
  /** When the post itself ends; `to` is the earlier of it and its unit's end. */
  ends: Day | null;
  successor: PostId | null;
  load: Load;
};
export type KeptUnit = {
  id: UnitId;
  kind: UnitKind;
  side: Side;
  /** Where it lies; of a helhedsplan the housing organisation that answers for it. */
  parent: UnitId | null;
  /** The other housing organisations that it belongs to today, by name. */
  with: string[];
  /** What it is called today, and every name with the day it began. */
  name: string;
  short: string;
  names: { from: Day; name: string; short: string }[];
  from: Day;
  to: Day | null;
};
export type UnitsView = { units: KeptUnit[]; posts: KeptPost[]; functions: NamedFunction[] };

/** A housing organisation that a helhedsplan belongs to besides the one that answers for it. `to`: its last day. */
export type Owner = { unit: UnitId; from: Day; to: Day | null };

/** Another organisation is to answer for a helhedsplan, once another administrator has confirmed it. */
export type ResponsibleRequest = {
  id: string;
  owner: UnitId;
  askedBy: string;
  askedOn: Day;
  mayConfirm: boolean;
  mayRefuse: boolean;
};

/** To whom a helhedsplan belongs, as whoever keeps the units sees it. */
export type OwnersView = {
  others: Owner[];
  waits: ResponsibleRequest | null;
  /** Units in which the reader leads: they would get something over what belongs there. */
  leads: UnitId[];
};
export type UnitView = UnitsView & { owners: OwnersView };
