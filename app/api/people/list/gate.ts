import { longestBody } from "#lib/directory/list/list-input.ts";

/** A file is longer than a form, and is counted for itself. */
export const listGate = { counts: "list", body: { longest: longestBody, tooLong: "list-too-large" } } as const;
