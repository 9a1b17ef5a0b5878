import type { MeetingSeries } from "#lib/agreement/agreement.ts";

type Attends = MeetingSeries["participants"][number]["attends"];

/** Why somebody who comes twice a year or as needed is proposed: they have been there too seldom, or a case is theirs. */
export const proposals = ["seldom", "concerned"] as const;
export type Proposal = (typeof proposals)[number];

/** So often a year they come anyhow. */
const timesAYear = 2;

/**
 * Whether to call a post that does not always come, and why; the convener decides. The agreement has some come "to gange om
 * året eller efter behov".
 *
 * @param met how many meetings of the series it was at in the calendar year of this one
 * @param concerned does a case of the agenda lie with, or wait for, its own administration?
 */
export function proposalFor(
  attends: Attends,
  { met, concerned }: { met: number; concerned: boolean },
): Proposal | null {
  if (attends !== "twice-a-year-or-as-needed") return null;
  if (concerned) return "concerned";
  return met < timesAYear ? "seldom" : null;
}
