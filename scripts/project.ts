import path from "node:path";

/** The folder of package.json. */
export const PROJECT = path.dirname(import.meta.dirname);

/** What a run makes and keeps: databases, secrets, notes on what is built. Ignored by git. */
export const KEPT = path.join(PROJECT, ".brobyg");
