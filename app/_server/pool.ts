import { openPool, type Pool } from "#db/client.ts";
import { databaseUrl } from "./settings.ts";

const kept = globalThis as typeof globalThis & { brobygPool?: Pool };

/** The one pool of this process, as the application's login. */
export const pool = (): Pool => {
  kept.brobygPool ??= openPool(databaseUrl());
  return kept.brobygPool;
};
