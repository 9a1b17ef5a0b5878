import { findHard } from "./guard.ts";
import { sampleLocal } from "./sample-local.ts";

/** What the guard finds besides names, as one reads it: "phone 22 33 44 55". For tests, never for logs. */
export const marked = (text: string): string[] =>
  findHard(text, sampleLocal).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
