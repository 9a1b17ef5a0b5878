import type { When } from "./referral-view.ts";

/**
 * How much a post finds of a referral, the most first. origin: whole, with the same resident's other needs · whole · facts:
 * where it is and what happened · part: what they did themselves · overview: what stands in a list of open ones · told: the
 * same, once somebody has told them the code · log: who has seen it, and nothing of it
 */
export const levels = ["origin", "whole", "facts", "part", "overview", "told", "log"] as const;
export type Level = (typeof levels)[number];

/** A post that finds something, by the policies themselves. */
export type Seer = { post: string; mine: boolean; level: Level };

/** `list`: it stood in a list, at a meeting or in the log · `opened` · `printed`: on a slip or a print for the resident */
export type LookKind = "list" | "opened" | "printed";
export type LookView = { posts: string[]; when: When; kind: LookKind; times: number };

/** "Who can see this?": which functions, how much, and who has looked. No person, no time of day. */
export type AccessView = { seers: Seer[]; looks: LookView[] };

/** What the tables in which somebody finds something come to. Null: nothing. */
export function levelOf(tables: readonly string[], told: boolean): Level | null {
  const finds = (table: string) => tables.includes(table);
  if (finds("referral") && told) return "told";
  if (finds("resident_mark")) return "origin";
  if (finds("referral_matter")) return "whole";
  if (finds("consent")) return "facts";
  if (finds("event")) return "part";
  if (finds("referral")) return "overview";
  return finds("log") ? "log" : null;
}
