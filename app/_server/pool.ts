import { openPool, type Pool } from "#db/client.ts";
import { databaseUrl, directDatabaseUrl } from "./settings.ts";

const kept = globalThis as typeof globalThis & { brobygPool?: Pool; brobygDirect?: Pool };

/** The one pool of this process that asks and changes, as the application's login. */
export const pool = (): Pool => {
  kept.brobygPool ??= openPool(databaseUrl());
  return kept.brobygPool;
};

/** What listens needs a connection that stays its own, which no pooler gives. */
export const listeningPool = (): Pool => {
  const direct = directDatabaseUrl();
  if (!direct) return pool();
  kept.brobygDirect ??= openPool(direct, { max: 1 });
  return kept.brobygDirect;
};
