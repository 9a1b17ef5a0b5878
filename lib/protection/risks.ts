/** What could go wrong for people, each with the threats of THREATS.md that lead there. Some have none: they are not a program's. */
export const risks = {
  recognised: ["T4", "T5", "T21", "T26", "T40"],
  colleague: ["T2", "T3", "T6", "T7", "T8", "T9", "T24", "T27", "T35", "T36", "T37", "T39"],
  stranger: ["T1", "T14", "T15", "T19", "T20", "T28"],
  account: ["T30", "T31", "T32", "T33", "T34", "T38"],
  gap: ["T10", "T11", "T12", "T13", "T16", "T29", "T41"],
  lost: ["T17", "T18", "T22", "T23"],
  untrue: ["T25"],
  tooLong: [],
  pressed: [],
} as const satisfies Record<string, readonly string[]>;
export type Risk = keyof typeof risks;

export const allRisks = Object.entries(risks) as [Risk, readonly string[]][];

/** What no program can settle, by the part of the page where it stands. */
export const questions = {
  controllers: ["controllers"],
  basis: ["basis", "special"],
  recipients: ["processors", "transfers"],
  deletion: ["deadlines", "backups"],
  security: ["disks"],
  assessment: ["needed", "necessity", "weighing", "residents", "officer", "prior", "informed"],
  pseudonymous: ["counts"],
} as const satisfies Record<string, readonly string[]>;
export type QuestionPart = keyof typeof questions;
export type Question = (typeof questions)[QuestionPart][number];

export const allQuestions: readonly Question[] = Object.values(questions).flat();
