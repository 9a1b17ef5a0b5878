import file from "../../../agreements/noerrebro.json" with { type: "json" };
import { readLocal } from "./local.ts";

/** The place that the tests' notes are written in. */
export const sampleLocal = readLocal(file.local);
