/** The stages of `npm test`, in the order in which they run. */
export const stageNames = ["types", "lint", "rules", "database", "app", "browser"] as const;
export type StageName = (typeof stageNames)[number];
