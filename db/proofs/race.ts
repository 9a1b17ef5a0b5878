import postgres from "postgres";
import { type Act, basisOf } from "#lib/referral/acts.ts";
import type { Result } from "#lib/result.ts";
import { loadCase } from "../referral/load-case.ts";
import type { Written } from "../referral/write-change.ts";
import { openWorld, type World } from "../testing/world.ts";
import { lookInside } from "./inside.ts";

const origin = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
const colleague = "boligraadgiver2.sck";
const caseworker = "sagsbehandler.sck";

type Runner = [who: string, act: Act, input: object];

const returned: Runner[2] = { reason: "SAMTYKKE" };
const withdrawn: Runner[2] = { reason: "KLARET" };
/** Of the posts: who answers, who takes back. Whoever stands here alone may win. */
const runners = (caseworkerPost: string): Record<"answering" | "passing on", Runner[]> => ({
  answering: [
    [adviser, "accept", {}],
    [origin, "withdraw", withdrawn],
    [colleague, "return", returned],
    [colleague, "accept", {}],
    [adviser, "redirect", { to: caseworkerPost, reason: "FUNKTION" }],
    [adviser, "return", returned],
    [colleague, "redirect", { external: "RETSHJAELP", reason: "MYNDIGHED" }],
    [origin, "withdraw", withdrawn],
  ],
  "passing on": [
    [caseworker, "accept", {}],
    [adviser, "complete", { outcome: "AFVAERGET" }],
    [colleague, "withdraw", withdrawn],
    [caseworker, "return", returned],
    [adviser, "withdraw", withdrawn],
    [colleague, "complete", { outcome: "AFVAERGET" }],
    [caseworker, "redirect", { external: "RETSHJAELP", reason: "MYNDIGHED" }],
    [caseworker, "accept", {}],
  ],
});

export type RaceFigures = { rounds: number; runners: number; wins: Record<string, number> };

/**
 * Lets two to eight people act on one referral at the same moment, each resting on what they all saw before. Exactly one
 * wins, one event is told, and everybody else hears who was first, with what and when; a completion, which has to wait
 * until nothing waits, may also hear just that. Throws on the first round that ends otherwise.
 */
export async function race({ rounds, together }: { rounds: number; together: number }): Promise<RaceFigures> {
  const world = await openWorld({ connections: 9 * together });
  const jobs = postgres(world.database.jobsUrl, { max: together, onnotice: () => {} });
  try {
    const figures: RaceFigures = { rounds, runners: 0, wins: {} };
    const lanes = runners(await world.post(caseworker));
    let next = 0;
    const run = async () => {
      while (next < rounds) {
        const round = next++;
        const count = 2 + (round % 7);
        const passing = Math.floor(round / 7) % 2 === 1;
        const lane = lanes[passing ? "passing on" : "answering"];
        // Another line-up each time, and always one who may win: the first two of a lane stand for its two sides.
        const turn = Math.floor(round / 14) % lane.length;
        const line = [...lane.slice(turn), ...lane.slice(0, turn)].slice(0, count);
        const started = passing && line.every(([, act]) => act === "complete") ? [...line, ...lane.slice(0, 1)] : line;
        const code = passing ? await passedOn(world) : await world.logs(origin, { service: "UDSAETTELSE" });
        const winner = await start({ world, jobs, code, line: started });
        figures.runners += started.length;
        figures.wins[winner] = (figures.wins[winner] ?? 0) + 1;
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: together }, run));
    const failed = ended.find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
    return figures;
  } finally {
    await jobs.end();
    await world.close();
  }
}

async function passedOn(world: World): Promise<string> {
  const code = await world.logs(origin, { service: "UDSAETTELSE" });
  await world.does(adviser, "accept", code);
  await world.does(adviser, "send", code, { to: await world.post(caseworker) });
  return code;
}

type Start = { world: World; jobs: postgres.Sql; code: string; line: Runner[] };

async function start({ world, jobs, code, line }: Start): Promise<string> {
  const before = await lookInside(jobs, code);
  const basis = await world.asks(origin, async (tx) => {
    const loaded = await loadCase(tx, code, { lock: false });
    if (!loaded) throw new Error("the origin lost sight of it");
    return basisOf(loaded.referral);
  });
  const results = await Promise.all(line.map(([who, act, input]) => world.tries(who, act, code, input, { basis })));
  const after = await lookInside(jobs, code);
  const told = () => line.map(([who, act], index) => `${who} ${act}: ${outcome(results[index])}`).join("; ");

  const winners = line.filter((_, index) => results[index]?.ok);
  const [winner] = winners;
  if (winners.length !== 1 || !winner) throw new Error(`${winners.length} won: ${told()}`);
  if (after.events !== before.events + 1) throw new Error(`${after.events - before.events} events: ${told()}`);
  if (after.waiting.length > 1 || after.current.length > 1) throw new Error(`two of one: ${told()}`);
  line.forEach(([who, act], index) => {
    const result = results[index];
    if (!result || result.ok) return;
    const first = result.details as { act?: string; post?: string; at?: string } | undefined;
    const heard =
      result.code === "stale" && first?.act === winner[1] && first.post && /^\d\d\.\d\d$/.test(first.at ?? "");
    const tooEarly = act === "complete" && result.code === "not-now";
    if (!heard && !tooEarly) throw new Error(`${who} was not told who was first: ${told()}`);
  });
  return winner[1];
}

const outcome = (result: Result<Written> | undefined) =>
  result?.ok ? "won" : `${result?.code} ${JSON.stringify(result?.details ?? null)}`;
