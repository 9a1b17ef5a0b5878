import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type Refused, refused } from "#lib/result.ts";
import { changesPerMinute } from "./settings.ts";

/** What one account, or one source without any, may do only so often. */
export type Limited =
  | "change"
  | "export"
  | "look"
  | "find"
  | "presence"
  | "step"
  | "password"
  | "feed"
  | "paper"
  | "read"
  | "list"
  | "visit";

/** The longest form is drawn, and a list is taken out, with a few exports an hour; nobody needs more by hand. */
const exportsPerHour = 5;
/** A text is looked over once a pause in writing, which nobody makes twice a second. */
const looksPerMinute = 120;
/** A search is typed and sent; what asks more often asks for every code there is. */
const findsPerMinute = 40;

/** Four times a minute from each screen that is looked at, and at once when somebody comes or goes; never less than changes. */
const presencesPerMinute = () => Math.max(120, changesPerMinute());

/** Steps of signing in from one address: a whole office may stand behind it. What guesses, the database counts besides. */
const stepsPerMinute = () => Math.max(120, changesPerMinute());

/** A list is read anew once a second at most, on each of the few screens that somebody has open; never less than changes. */
const readsPerMinute = () => Math.max(1_200, changesPerMinute());

/** What is there for everybody, from one address. */
const visitsPerMinute = () => Math.max(240, changesPerMinute());

/** Calendars ask a few times a day; those of a whole organisation may all come from one address. */
const feedsPerMinute = 240;

/** Papers that are drawn for one account. */
const papersPerMinute = 20;

/** A list of people is tried, put right and tried again; each is a whole file. */
const listsPerMinute = 20;

/** Tries of the old password by whoever changes it. */
const passwordsPerMinute = 6;

const kept = globalThis as typeof globalThis & { brobygLimits?: Record<Limited, RateLimiterMemory> };

function limits(): Record<Limited, RateLimiterMemory> {
  kept.brobygLimits ??= {
    change: new RateLimiterMemory({ keyPrefix: "change", points: changesPerMinute(), duration: 60 }),
    look: new RateLimiterMemory({ keyPrefix: "look", points: looksPerMinute, duration: 60 }),
    find: new RateLimiterMemory({ keyPrefix: "find", points: findsPerMinute, duration: 60 }),
    presence: new RateLimiterMemory({ keyPrefix: "presence", points: presencesPerMinute(), duration: 60 }),
    export: new RateLimiterMemory({ keyPrefix: "export", points: exportsPerHour, duration: 60 * 60 }),
    step: new RateLimiterMemory({ keyPrefix: "step", points: stepsPerMinute(), duration: 60 }),
    read: new RateLimiterMemory({ keyPrefix: "read", points: readsPerMinute(), duration: 60 }),
    visit: new RateLimiterMemory({ keyPrefix: "visit", points: visitsPerMinute(), duration: 60 }),
    feed: new RateLimiterMemory({ keyPrefix: "feed", points: feedsPerMinute, duration: 60 }),
    paper: new RateLimiterMemory({ keyPrefix: "paper", points: papersPerMinute, duration: 60 }),
    list: new RateLimiterMemory({ keyPrefix: "list", points: listsPerMinute, duration: 60 }),
    password: new RateLimiterMemory({ keyPrefix: "password", points: passwordsPerMinute, duration: 60 }),
  };
  return kept.brobygLimits;
}

/**
 * Counts one of them for an account or a source, and refuses with "too-many" (in `details.wait` the seconds until the next one
 * is taken) when there have been too many. Counted in this process: several processes each count for themselves.
 */
export async function spend(what: Limited, whose: string): Promise<Refused | null> {
  try {
    await limits()[what].consume(whose);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return refused("too-many", undefined, { wait: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
  }
}
