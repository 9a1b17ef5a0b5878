import { type AnchorPlaces, anchorLog } from "./anchor-log.ts";
import { callPeople } from "./call-people.ts";
import { chainLogs } from "./chain-log.ts";
import { dutiesFollow } from "./duties-follow.ts";
import { endHolds } from "./end-holds.ts";
import { endLongTransactions } from "./end-long-transactions.ts";
import { endPresence } from "./end-presence.ts";
import { expireConsents } from "./expire-consents.ts";
import { publishFigures } from "./publish-figures.ts";
import { purge } from "./purge.ts";
import { remindOfClocks } from "./remind-of-clocks.ts";
import { retention } from "./retention.ts";
import type { Job } from "./run.ts";
import { type Sending, sendMail } from "./send-mail.ts";
import { succeedPosts } from "./succeed-posts.ts";
import { tellByMail } from "./tell-by-mail.ts";

const minute = 60;

/** Everything that the app does without a person. */
export const allJobs = ({ anchors, mail }: { anchors: AnchorPlaces; mail: Sending }): Job[] => [
  { name: "chain-log", every: 2, run: chainLogs },
  { name: "anchor-log", every: minute, run: (pool) => anchorLog(pool, anchors) },
  { name: "tell-by-mail", every: 15, run: tellByMail },
  { name: "send-mail", every: 5, run: (pool) => sendMail(pool, mail) },
  { name: "end-presence", every: 15, run: endPresence },
  { name: "end-long-transactions", every: 15, run: endLongTransactions },
  { name: "duties-follow", every: minute, run: dutiesFollow },
  { name: "succeed-posts", every: minute, run: succeedPosts },
  { name: "end-holds", every: 10 * minute, run: endHolds },
  { name: "expire-consents", every: 10 * minute, run: expireConsents },
  { name: "remind-of-clocks", every: 10 * minute, run: remindOfClocks },
  { name: "call-people", every: 10 * minute, run: callPeople },
  { name: "publish-figures", every: 10 * minute, run: publishFigures },
  { name: "purge", every: 60 * minute, run: purge },
  { name: "retention", every: 60 * minute, run: retention },
];
