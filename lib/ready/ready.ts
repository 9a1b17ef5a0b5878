import type { AgreementContent } from "../agreement/agreement.ts";
import type { Code } from "../agreement/words.ts";
import type { Day } from "../calendar/day.ts";
import type { Point } from "../protection/checklist.ts";

/** How far the first edition of an agreement has come, until one governs; `comes` on its first day. */
export type FirstEdition = { state: "none" | "begun" | "proposed" } | { state: "comes"; from: Day };

/** "Klar til brug": what is left before everybody can work. Names in the reader's language. */
export type Left = {
  agreement: FirstEdition | null;
  /** Functions that no unit has. */
  unplaced: string[];
  /** Functions of a unit that nobody holds. */
  vacant: string[];
  /** Services that somebody sends and nobody would get. */
  unreceived: string[];
  unticked: Point[];
};

/**
 * "Til IT-driften": what the database tells of the machinery that no screen shows. Backups it cannot know of, so nothing
 * is said of them.
 */
export const operationTasks = ["mail", "anchor", "check", "unsound"] as const;
export type OperationTask = (typeof operationTasks)[number];
export type Operation = { mailed: boolean; anchored: boolean; checkedOn: Day | null; sound: boolean | null };

/** What somebody is asked on the start page for their duty, besides what waits for them. */
export type Start = {
  left: Left | null;
  operation: OperationTask[];
  /** The officer's advice is not ticked. */
  advice: boolean;
};

export const isReady = ({ agreement, unplaced, vacant, unreceived, unticked }: Left): boolean =>
  agreement === null && [unplaced, vacant, unreceived, unticked].every(({ length }) => length === 0);

/** Is there anything of it on the start page? */
export const asksAnything = ({ left, operation, advice }: Start): boolean =>
  advice || operation.length > 0 || (left !== null && !isReady(left));

/** A check of the log is good for so many days. */
export const checkDays = 90;

/** @param due the day on which a check is so old that another is asked for */
export function operationLeft({ mailed, anchored, checkedOn, sound }: Operation, due: Day): OperationTask[] {
  const wanted: Record<OperationTask, boolean> = {
    mail: !mailed,
    anchor: !anchored,
    check: sound !== false && (checkedOn === null || checkedOn < due),
    unsound: sound === false,
  };
  return operationTasks.filter((task) => wanted[task]);
}

/** Services with an answer for which none of the functions that the agreement names is held by anybody. */
export const withoutReceiver = ({ routes }: AgreementContent, held: ReadonlySet<Code>): Code[] =>
  routes
    .filter(({ to }) => to.length === 0 || to.some(({ functions }) => !functions.some((code) => held.has(code))))
    .map(({ service }) => service);
