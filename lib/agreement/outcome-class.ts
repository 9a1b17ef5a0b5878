/** What an outcome comes to in the figures, whatever the agreement calls it. */
export const outcomeClasses = ["helped", "partly", "none", "unknown"] as const;
export type OutcomeClass = (typeof outcomeClasses)[number];
