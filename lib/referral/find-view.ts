/** How a referral stands, as everybody who sees it may know: no clock and no pause, which are not for all of them. */
export const findStates = ["waiting", "taken", "next_step", "closed"] as const;
export type FindState = (typeof findStates)[number];

/** The most that one search shows: whoever gets more says more. */
export const mostFound = 25;

/**
 * One referral that was found: plain data, named in the reader's language. Whoever had a part in it and sees no more is told
 * neither how it stands nor where it lies.
 */
export type FoundRow = {
  code: string;
  service: string;
  state: FindState | "voided" | null;
  /** "Ligger hos"; null for a helhedsplan that this reader is not told. */
  holder: string | null;
  /** The week since when it lies there. */
  week: number | null;
  /** This reader has, had, or leads who has a part in it: the way to its page. */
  opens: boolean;
};

/** `near`: none has that very code, these have one that looks like it. */
export type FoundView = { rows: FoundRow[]; more: boolean; near: boolean };
