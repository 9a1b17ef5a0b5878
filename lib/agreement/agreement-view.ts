import type { Day } from "../calendar/day.ts";
import type { AgreementContent } from "./agreement.ts";
import type { Side, UnitKind } from "./parties.ts";
import type { Words } from "./words.ts";

/** A version of the agreement. `until`: its last day, once another has followed or is going to. */
export type Version = {
  id: string;
  number: number;
  from: Day;
  until: Day | null;
  state: "to-come" | "in-force" | "over";
  adopted: { by: string; meeting: Day; on: Day } | null;
};

/** A unit that takes part, with those below it. `with`: other housing organisations that it belongs to. */
export type Party = {
  id: string;
  kind: UnitKind;
  side: Side;
  name: string;
  until: Day | null;
  with: string[];
  below: Party[];
};

/** What somebody may do with a revision: prepare it, adopt it, or nothing. */
export type Revises = "prepares" | "adopts" | null;

export type AgreementView = {
  content: AgreementContent;
  version: Version;
  versions: Version[];
  parties: Party[];
  /** What a function is called, by its code. */
  functions: Record<string, Words>;
  /** What this reader may do. */
  revises: Revises;
};
