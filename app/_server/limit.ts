import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type Refused, refused } from "#lib/result.ts";
import { changesPerMinute } from "./settings.ts";

/** What one account may do only so often. */
export type Limited = "change" | "export";

/** The longest form is drawn, and a list is taken out, with a few exports an hour; nobody needs more by hand. */
const exportsPerHour = 5;

const kept = globalThis as typeof globalThis & { brobygLimits?: Record<Limited, RateLimiterMemory> };

function limits(): Record<Limited, RateLimiterMemory> {
  kept.brobygLimits ??= {
    change: new RateLimiterMemory({ keyPrefix: "change", points: changesPerMinute(), duration: 60 }),
    export: new RateLimiterMemory({ keyPrefix: "export", points: exportsPerHour, duration: 60 * 60 }),
  };
  return kept.brobygLimits;
}

/**
 * Counts one change or export of an account, and refuses with "too-many" (in `details.wait` the seconds until the next one
 * is taken) when there have been too many. Counted in this process: several processes each count for themselves.
 */
export async function spend(what: Limited, account: string): Promise<Refused | null> {
  try {
    await limits()[what].consume(account);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return refused("too-many", undefined, { wait: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}
