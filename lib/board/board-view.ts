import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { AgendaReason } from "#lib/meeting/agenda.ts";
import type { TimeLeft, Wait } from "#lib/referral/line.ts";

/** The groups of the board, in the order in which they are looked at. */
export const clocks = ["late", "last_day", "in_time", "on_hold"] as const;
export type Clock = (typeof clocks)[number];

/** Rows of one group that are shown at once. */
export const rowsOfGroup = 100;

/** The units of the filter are ids of municipal ones; every other is the same "a helhedsplan". */
export const helhedsplan = "helhedsplan";

/** What the address of the board asks for. Whatever else stands there is read as nothing. */
export const boardQuery = z.object({
  service: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional()
    .catch(undefined),
  unit: z
    .union([z.uuid(), z.literal(helhedsplan)])
    .optional()
    .catch(undefined),
  clock: z.enum(clocks).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  lang: z.enum(["da", "en"]).catch("da"),
});
export type BoardQuery = z.infer<typeof boardQuery>;

/** One open referral as facts. Posts are named in the reader's language; null is a helhedsplan, whichever it is. */
export type BoardRow = {
  code: string;
  /** Is the reader a party to it, so that it may be opened? */
  mine: boolean;
  service: string;
  holder: string | null;
  ball: string | null;
  wait: Wait;
  /** What it is on hold for, and until when. */
  hold: { what: string; until: Day } | null;
  left: TimeLeft | null;
  /** Whole weeks since it was logged. */
  weeks: number;
  /** Why it is stuck, as the agenda of a meeting would say; empty when it goes as agreed. */
  reasons: AgendaReason[];
};

export type BoardGroup = { clock: Clock; count: number; rows: BoardRow[] };

export type BoardView = {
  groups: BoardGroup[];
  /** Posts that something waits for and that nobody is there for, deputies included. */
  vacant: { post: string | null; waiting: number }[];
  page: number;
  pages: number;
};
