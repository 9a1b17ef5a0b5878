import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeCount, codeOf, showCode } from "#lib/referral/code.ts";
import { soundBodies } from "../testing/access/expand.ts";
import { actSights, matrix } from "../testing/access/matrix.ts";
import { say } from "../testing/access/say.ts";
import { type Answered, type Served, serveWorld } from "../testing/access/served.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { addressOf } from "../testing/access/walk.ts";

const pairs = 200;
/** Sees none of what the adviser in Mimersgade sends across the administrations, and is called to no meeting. */
const asker = "brobygger.suf";
const millisecondsApart = 5;

let stage: Stage;
let server: Served;
let hidden: string[];

beforeAll(async () => {
  stage = await openStage();
  hidden = [];
  for (let each = 0; each < pairs; each += 1)
    hidden.push(await stage.world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" }));
  server = await serveWorld(stage.world);
}, 600_000);
afterAll(async () => {
  await server?.stop();
  await stage?.close();
});

type Endpoint = {
  name: string;
  method: string;
  route: string;
  act?: string;
  ids: () => [there: string, absent: string];
};

const absentCode = () => codeOf(randomBytes(4).readUInt32BE() % codeCount);

/** Every way in that takes an id, with ids of things that are there and hidden. */
function endpoints(): Endpoint[] {
  let turn = 0;
  const codes = (): [string, string] => [hidden[turn++ % pairs] ?? "", absentCode()];
  const meetings = (): [string, string] => [stage.meetings[turn++ % 2 === 0 ? "called" : "closed"], randomUUID()];
  const drafts = (): [string, string] => [stage.draft, randomUUID()];
  const idsOf: Record<string, Endpoint["ids"]> = { referral: codes, meeting: meetings, draft: drafts };
  return Object.entries(matrix).flatMap(([way, row]): Endpoint[] => {
    const [kind = "", route = ""] = way.split(" ");
    const method = kind === "PAGE" ? "GET" : kind;
    if (row?.of === "act")
      return Object.keys(actSights).map((act) => ({
        name: act,
        method,
        route: route.replace("[act]", act),
        act,
        ids: codes,
      }));
    const ids = idsOf[row?.of ?? ""];
    return ids ? [{ name: way, method, route, ids }] : [];
  });
}

/** The answer without what the asker said, and without what is new each time. */
function comparable({ status, headers, body }: Answered, id: string): string {
  const kept = [...headers].filter(([name]) => name !== "date").map(([name, value]) => `${name}: ${value}`);
  const nonce = /nonce-([\w+/=]+)/.exec(headers.get("content-security-policy") ?? "")?.[1];
  const all = [status, ...kept, body].join("\n");
  const said = [id, showCode(id), ...(nonce ? [nonce] : [])];
  return said.reduce((text, word) => text.replaceAll(word, "…"), all);
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

type Measured = { apart: number; different: string[] };

/** Asks for as many hidden as absent ids and says how far apart the medians are, hidden minus absent, and which answers differ. */
async function measure({ name, method, route, act, ids }: Endpoint, asking: Asking): Promise<Measured> {
  const { bodyOf, token } = asking;
  const times: [number[], number[]] = [[], []];
  const different: string[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const both = ids();
    const answers: string[] = [];
    // In turns, and each of them first as often as the other: a machine that is busy is busy for both.
    for (const which of pair % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const id = both[which];
      const address = addressOf({ route, params: { code: id, id } });
      const body = method === "POST" ? bodyOf({ route, act } as never) : undefined;
      const began = performance.now();
      const answered = await server.send(address, { method, token, body });
      times[which].push(performance.now() - began);
      answers[which] = comparable(answered, id);
    }
    if (answers[0] !== answers[1]) different.push(`${name}:\n${answers[0]}\n${answers[1]}`);
  }
  return { apart: median(times[0]) - median(times[1]), different };
}
type Asking = { bodyOf: Awaited<ReturnType<typeof soundBodies>>; token: string | undefined };

test("what is hidden answers as what never was, to the byte and in the same time", async () => {
  const asking = { bodyOf: await soundBodies(stage), token: await stage.token(asker) };
  const different: string[] = [];
  const slower: string[] = [];
  let furthest = 0;
  let again = 0;
  const all = endpoints();
  for (const endpoint of all) {
    const rounds = [await measure(endpoint, asking)];
    // A difference that is there stays there, and on the same side; what the machine did meanwhile does neither.
    if (Math.abs(rounds[0]?.apart ?? 0) >= millisecondsApart) {
      again += 1;
      while (rounds.length < 5) rounds.push(await measure(endpoint, asking));
    }
    different.push(...rounds.flatMap((round) => round.different));
    const apart = Math.abs(median(rounds.map((round) => round.apart)));
    furthest = Math.max(furthest, apart);
    if (apart >= millisecondsApart)
      slower.push(`${endpoint.name}: ${rounds.map((round) => round.apart.toFixed(1)).join(", ")} ms`);
  }
  say("oracle", {
    "ways in with an id": [all.length, "all"],
    "hidden and as many absent ids at each": [pairs, 200],
    "answers that differ by a byte": [different.length, 0],
    "measured five times over": [again, "–"],
    "milliseconds between the medians at most": [furthest.toFixed(2), `< ${millisecondsApart}`],
  });
  expect(different.slice(0, 3)).toEqual([]);
  expect(slower).toEqual([]);
});
