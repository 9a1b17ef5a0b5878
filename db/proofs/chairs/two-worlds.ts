import type { Day } from "#lib/calendar/day.ts";
import type { Pool } from "../../client.ts";
import { elsewhere } from "../on-time.ts";
import { livesByMail } from "./by-mail.ts";
import { fateOf } from "./fate.ts";
import { type DayJob, type Lived, lives } from "./live.ts";
import { luckOf } from "./luck.ts";
import { openStage } from "./stage.ts";
import { type Spread, spreadOf } from "./unseen.ts";

/** `jobs`: all of the app's, of which other proofs hold some. `tell`: telling by mail, at eight o'clock. */
type Asked = {
  seed: number;
  days: number;
  every: number;
  jobs: readonly DayJob[];
  tell: (pool: Pool, today: Day) => Promise<unknown>;
};

export type TwoWorlds = Lived & { unseen: { app: Spread; mail: Spread } };

/**
 * One partnership in two worlds: with the app, on a real database through its own acts, jobs and meetings, and with mail
 * only. The same fate and the same chance in both. Throws, with the seed, on the first day on which something of the app's
 * world lies between two chairs.
 */
export async function twoWorlds({ seed, days, every, jobs, tell }: Asked): Promise<TwoWorlds> {
  const luck = luckOf(seed);
  const fate = fateOf(luck, days);
  const stage = await openStage(fate, luck);
  try {
    const daily = [...jobs.filter(({ name }) => !elsewhere.includes(name)), { name: "tell-by-mail", run: tell }];
    const lived = await lives(stage, { jobs: daily, every });
    return { ...lived, unseen: { app: spreadOf(lived.longest), mail: spreadOf(livesByMail(fate, luck)) } };
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    await stage.close();
  }
}
