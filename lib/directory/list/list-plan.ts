import type { Day } from "#lib/calendar/day.ts";
import type { Fault } from "./judge.ts";

/**
 * What a row comes to: a link by mail, the post for somebody who is here already, a request that an administrator answers,
 * or nothing, since they hold it.
 */
export type Outcome = "invited" | "given" | "waits" | "held";
export type PlanLine = { row: number; mail: string; name: string; post: string; from: Day; outcome: Outcome };
/** What would happen, row by row, and what is wrong. `seen` says which plan was seen when it is confirmed. */
export type ListPlan = { lines: readonly PlanLine[]; faults: readonly Fault[]; seen: string };
/** What was done: so many people got a post, and so many wait for an administrator. */
export type ListDone = { people: number; waits: number };
