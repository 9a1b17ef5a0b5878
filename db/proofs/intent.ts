import { createHash, randomUUID } from "node:crypto";
import postgres from "postgres";
import { filledIn } from "#lib/referral/a-referral.ts";
import { logForm } from "#lib/referral/log-form.ts";
import type { Result } from "#lib/result.ts";
import { agreementOf } from "../directory/directory.ts";
import { once } from "../intent/once.ts";
import { log } from "../referral/log.ts";
import { perform } from "../referral/perform.ts";
import { openWorld, type World } from "../testing/world.ts";
import { lookInside } from "./inside.ts";

const origin = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
const service = "UDSAETTELSE";
const consent = { name: "written", feedback: "yes" };

/** One way in which a client says the same thing more than once, and what must come of it. */
type Way = (stage: Stage) => Promise<number>;
type Stage = { world: World; jobs: postgres.Sql };

const bodyOf = (said: unknown) => createHash("sha256").update(JSON.stringify(said)).digest();

/** Logs as the application does, under a key that the client made. */
const logging = ({ world }: Stage, key: string, said: object = {}): Promise<Result<{ code: string }>> =>
  world.as(origin, (tx, me) =>
    once(tx, me, { key, body: bodyOf(said) }, async () => {
      const filled = filledIn(await agreementOf(tx, me, me.agreement), service, me.today);
      return log(tx, me, logForm.parse({ ...filled, consent, service, ...said }));
    }),
  );

const acting = (
  { world }: Stage,
  key: string,
  doing: { code: string; act: "accept" | "return" },
): Promise<Result<string>> =>
  world.as(adviser, (tx, me) =>
    once(tx, me, { key, body: bodyOf(doing) }, async () => {
      const done = await perform(tx, me, { ...doing, input: { reason: "SAMTYKKE" } });
      return done.ok ? { ok: true, value: done.value.event } : done;
    }),
  );

const logged = async ({ jobs }: Stage) => {
  const [row] = await jobs<{ count: number }[]>`select count(*)::int as count from referral`;
  return row?.count ?? 0;
};

/** Everybody got through, and got the same answer. */
function same<T>(results: Result<T>[]): T {
  const answers = new Set(results.map((result) => JSON.stringify(result)));
  const [first] = results;
  if (answers.size !== 1 || !first?.ok) throw new Error(`not one answer: ${[...answers].join(" ")}`);
  return first.value;
}

function expectEqual(found: number, wanted: number, what: string): void {
  if (found !== wanted) throw new Error(`${found} ${what} where there should be ${wanted}`);
}

const ways: Record<string, Way> = {
  "a double tap on Send": async (stage) => {
    const key = randomUUID();
    const before = await logged(stage);
    same(await Promise.all([logging(stage, key), logging(stage, key)]));
    expectEqual((await logged(stage)) - before, 1, "referrals");
    return 2;
  },
  "a retry when no answer came": async (stage) => {
    const key = randomUUID();
    const before = await logged(stage);
    same([await logging(stage, key), await logging(stage, key), await logging(stage, key)]);
    expectEqual((await logged(stage)) - before, 1, "referrals");
    return 3;
  },
  "five taps on Overtag": async (stage) => {
    const code = await stage.world.logs(origin, { service });
    const key = randomUUID();
    const { events } = await lookInside(stage.jobs, code);
    same(await Promise.all([1, 2, 3, 4, 5].map(() => acting(stage, key, { code, act: "accept" }))));
    expectEqual((await lookInside(stage.jobs, code)).events - events, 1, "events");
    return 5;
  },
  "one key for two things at once": async (stage) => {
    const code = await stage.world.logs(origin, { service });
    const key = randomUUID();
    const { events } = await lookInside(stage.jobs, code);
    const both = await Promise.all([
      acting(stage, key, { code, act: "accept" }),
      acting(stage, key, { code, act: "return" }),
    ]);
    const refused = both.filter((result) => !result.ok && result.code === "other-body");
    expectEqual(refused.length, 1, "refusals of another body");
    expectEqual((await lookInside(stage.jobs, code)).events - events, 1, "events");
    return 2;
  },
  "one key for something else later": async (stage) => {
    const key = randomUUID();
    const before = await logged(stage);
    await logging(stage, key);
    const other = await logging(stage, key, { contact: "directly" });
    if (other.ok || other.code !== "other-body") throw new Error("another body got through");
    expectEqual((await logged(stage)) - before, 1, "referrals");
    return 2;
  },
  "a retry of what was refused": async (stage) => {
    const key = randomUUID();
    const before = await logged(stage);
    const wrong = await logging(stage, key, { situations: [] });
    if (wrong.ok) throw new Error("what is missing was not refused");
    // Refused leaves no trace: the same key may now mean the form as it was put right.
    same([await logging(stage, key), await logging(stage, key)]);
    expectEqual((await logged(stage)) - before, 1, "referrals");
    return 3;
  },
};

export type IntentFigures = { intents: number; calls: number };

/**
 * Says everything more than once, in every way a client does: it is done once, everybody gets the one answer, and another
 * body under the same key is refused. Throws on the first that is not.
 */
export async function intend({ intents }: { intents: number }): Promise<IntentFigures> {
  const world = await openWorld({ connections: 6 });
  const jobs = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
  try {
    const kinds = Object.entries(ways);
    let calls = 0;
    for (let each = 0; each < intents; each += 1) {
      const [name, way] = kinds[each % kinds.length] ?? [];
      if (!way) continue;
      calls += await way({ world, jobs }).catch((error: unknown) => {
        throw new Error(`${name}: ${String(error)}`, { cause: error });
      });
    }
    return { intents, calls };
  } finally {
    await jobs.end();
    await world.close();
  }
}
