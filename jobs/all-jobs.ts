import { type AnchorPlaces, anchorLog } from "./anchor-log.ts";
import { callPeople } from "./call-people.ts";
import { chainLogs } from "./chain-log.ts";
import { publishFigures } from "./publish-figures.ts";
import { purge } from "./purge.ts";
import { retention } from "./retention.ts";
import type { Job } from "./run.ts";
import { type Sending, sendMail } from "./send-mail.ts";
import { succeedPosts } from "./succeed-posts.ts";

const minute = 60;

/** Everything that the app does without a person. */
export const allJobs = ({ anchors, mail }: { anchors: AnchorPlaces; mail: Sending }): Job[] => [
  { name: "chain-log", every: 2, run: chainLogs },
  { name: "anchor-log", every: minute, run: (pool) => anchorLog(pool, anchors) },
  { name: "send-mail", every: 5, run: (pool) => sendMail(pool, mail) },
  { name: "succeed-posts", every: minute, run: succeedPosts },
  { name: "call-people", every: 10 * minute, run: callPeople },
  { name: "publish-figures", every: 10 * minute, run: publishFigures },
  { name: "purge", every: 60 * minute, run: purge },
  { name: "retention", every: 60 * minute, run: retention },
];
