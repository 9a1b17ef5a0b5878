import { afterAll, beforeAll, expect, test } from "vitest";
import { showCode } from "#lib/referral/code.ts";
import { say } from "../testing/access/say.ts";
import { type Answered, type Served, serveWorld } from "../testing/access/served.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import {
  type Case,
  cases,
  differences,
  ended,
  everythingFound,
  type Feedback,
  noticesTo,
  origin,
  outcomes,
  type Print,
  progressed,
  rowsFound,
  settle,
  ticksWhile,
} from "./muted.ts";
import { type Asked, type Asks, everythingTold, everyWay } from "./muted-surfaces.ts";

let stage: Stage;
let server: Served;
let token: string;
let answers = 0;

beforeAll(async () => {
  stage = await openStage();
  server = await serveWorld(stage.world);
  token = (await stage.token(origin)) ?? "";
}, 600_000);
afterAll(async () => {
  await server?.stop();
  await stage?.close();
});

/**
 * The whole answer but for its date and the nonce that it was given. A page of which a part was still being drawn comes in
 * pieces, as the machine has time: they are put where they belong.
 */
function comparable({ status, headers, body }: Answered): string {
  const kept = [...headers].filter(([name]) => name !== "date").map(([name, value]) => `${name}: ${value}`);
  const nonce = /nonce-([\w+/=]+)/.exec(headers.get("content-security-policy") ?? "")?.[1];
  const all = [status, ...kept, headers.get("content-type")?.startsWith("text/html") ? inOnePiece(body) : body].join(
    "\n",
  );
  return nonce ? all.replaceAll(nonce, "…") : all;
}

/** What is drawn, without the scripts that draw it, and then what those say, line by line. */
function inOnePiece(html: string): string {
  const said: string[] = [];
  const drawn = html.replaceAll(/<script[^>]*>(.*?)<\/script>/gs, (_, script: string) => {
    const flight = /^self\.__next_f\.push\(\[1,(".*")\]\)$/s.exec(script)?.[1];
    if (flight) said.push(JSON.parse(flight) as string);
    return "";
  });
  const pieces = new Map<string, string>();
  const rest = drawn.replaceAll(
    /<div hidden id="S:(\w+)">(.*?)<\/div>(?=<div hidden id="S:|<\/body>|$)/gs,
    (_, id, piece) => {
      pieces.set(String(id), String(piece));
      return "";
    },
  );
  const whole = rest
    .replaceAll(/<template id="B:(\w+)"><\/template>/g, (_, id) => pieces.get(String(id)) ?? "")
    .replaceAll(/<!--\/?\$\??-->/g, "");
  return [
    whole,
    ...said
      .join("")
      .split("\n")
      .map((line) => line.replace(/^\w+:/, ""))
      .toSorted(),
  ].join("\n");
}

const asks: Asks = async ({ method, body }, address) => {
  answers += 1;
  return comparable(await server.send(address, { method: method === "PAGE" ? "GET" : method, token, body }));
};

const basisOf = async (code: string): Promise<string> =>
  JSON.parse((await server.send(`/api/referrals/${code}`, { token })).body).basis;

async function told(code: string, only: (asked: Asked) => boolean): Promise<Print> {
  await settle(stage);
  return {
    ...(await everythingTold(asks, (await everyWay(stage, code, await basisOf(code))).filter(only))),
    ...(await everythingFound(stage.world, code)),
    ...(await noticesTo(stage)),
    ...(await rowsFound(stage.world)),
  };
}

const all = () => true;
/** Enough to see that something was told at all. */
const aFew = ({ method, params }: Asked) => method === "GET" && params["code"] !== undefined;

/** What the origin is told before and after, and what its live stream says. */
async function around({ at, does, undone }: Case, feedback: Feedback) {
  const asked = feedback === "yes" ? aFew : all;
  const code = await at(stage.world, feedback);
  const before = await told(code, asked);
  const ticks = await ticksWhile(stage.world, async () => {
    await does(stage.world, code);
    await undone?.(stage.world, code);
  });
  const after = await told(code, asked);
  return { surfaces: Object.keys(before).length, ticks, different: differences(before, after) };
}

test("what others do without a yes to feedback changes no byte, row, notice or tick of the origin's", async () => {
  const betrayed: string[] = [];
  let surfaces = 0;
  let silent = 0;
  const doings = cases.flatMap((each) => [{ ...each, undone: undefined }, ...(each.undone ? [each] : [])]);
  for (const each of doings) {
    const found = await around(each, "no");
    surfaces = Math.max(surfaces, found.surfaces);
    for (const what of [...found.ticks.map((tick) => `a tick: ${tick}`), ...found.different])
      betrayed.push(`${each.name}${each.undone ? ", undone" : ""}: ${what}`);
    if (each.undone) continue;
    const twin = await around(each, "yes");
    if (twin.ticks.length + twin.different.length === 0) silent += 1;
  }
  say("muted", {
    "acts, and acts taken back": [doings.length, "all"],
    "surfaces each before and after": [surfaces, "all"],
    "answers of the server": [answers, "–"],
    "that tell an origin without consent": [betrayed.length, 0],
    "that a twin with consent does not see": [silent, 0],
  });
  expect(betrayed.slice(0, 5)).toEqual([]);
  expect(silent).toBe(0);
});

test("it reads Afsluttet in the same words, whatever came of it", async () => {
  const pages: Asked["route"][] = ["/api/referrals/[code]", "/referrals/[code]", "/referrals/[code]/print"];
  for (const route of [...pages, "/referrals/[code]/receipt"]) {
    const seen = new Map<string, string>();
    for (const outcome of outcomes)
      for (const lead of [ended(outcome), progressed(outcome)]) {
        const code = await lead(stage.world, "no");
        await settle(stage);
        const page = await asks({ name: route, method: "GET", route, params: {} }, route.replace("[code]", code));
        const ids = [...new Set(page.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g))];
        const plain = [...ids, code, showCode(code)].reduce((text, id, at) => text.replaceAll(id, `id ${at}`), page);
        const halves = showCode(code).split("-");
        seen.set(
          halves.reduce((text, half) => text.replaceAll(half, "half"), plain),
          outcome,
        );
      }
    expect([...seen.values()], route).toHaveLength(1);
  }
});
