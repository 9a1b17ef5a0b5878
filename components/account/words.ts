import type messages from "#messages/da.json";

type FormWords = Pick<(typeof messages)["form"], "summary" | "unsent" | "retry">;

/** What is said where somebody shows who they are, at login and again. */
export type ProofWords = { proof: (typeof messages)["proof"]; form: FormWords };

/** And where a second step is chosen, with the codes for the day it is lost. */
export type EnrolWords = ProofWords & Pick<typeof messages, "codes" | "invitation">;

/** What "Min konto" says. */
export type AccountWords = ProofWords & Pick<typeof messages, "account" | "codes">;
