import { readJson } from "#app/_server/read.ts";
import { referralReader } from "#app/(work)/referral-words.ts";
import { readAccess } from "#db/referral/read-access.ts";
import type { AccessView } from "#lib/referral/access-view.ts";

/** "Hvem kan se den?", read when somebody asks for it. */
export const GET = readJson<AccessView, { code: string }>(async (tx, me, { code }) =>
  readAccess(tx, me, { code, reader: await referralReader() }),
);
