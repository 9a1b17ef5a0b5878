import { fill } from "#lib/fill.ts";
import type { Age } from "#lib/referral/line.ts";
import type messages from "#messages/da.json";

/** What the inbox says, in one language. `waits` and `state` are the words of the referral's own page. */
export type InboxWords = Pick<typeof messages, "inbox" | "state"> & { waits: (typeof messages)["referral"]["waits"] };

type AroundTheRows =
  | "title"
  | "lists"
  | "views"
  | "filter"
  | "caption"
  | "empty"
  | "atMost"
  | "more"
  | "panel"
  | "whole"
  | "close"
  | "own";

/** What its rows say, and what is said of them. */
export type InboxRowWords = Omit<InboxWords, "inbox"> & { inbox: Omit<InboxWords["inbox"], AroundTheRows> };

/** "i dag", "3 dage", "2 uger": how long it has waited. */
export function ageWords({ in: unit, count }: Age, { age }: InboxRowWords["inbox"]): string {
  if (count === 0) return age.today;
  if (unit === "days") return count === 1 ? age.day : fill(age.days, { count: String(count) });
  return count === 1 ? age.week : fill(age.weeks, { count: String(count) });
}
