import { type AnchorPlaces, anchorLog } from "./anchor-log.ts";
import { chainLogs } from "./chain-log.ts";
import { purge } from "./purge.ts";
import type { Job } from "./run.ts";

const minute = 60;

/** Everything that the app does without a person. */
export const allJobs = ({ anchors }: { anchors: AnchorPlaces }): Job[] => [
  { name: "chain-log", every: 2, run: chainLogs },
  { name: "anchor-log", every: 15 * minute, run: (pool) => anchorLog(pool, anchors) },
  { name: "purge", every: 60 * minute, run: purge },
];
