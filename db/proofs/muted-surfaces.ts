import { randomUUID } from "node:crypto";
import { matrix } from "../testing/access/matrix.ts";
import { day } from "../testing/access/sound-acts.ts";
import type { Stage } from "../testing/access/stage.ts";
import { addressOf } from "../testing/access/walk.ts";
import { origin, type Print } from "./muted.ts";

/** One question of the origin: a way in, filled in. */
export type Asked = {
  name: string;
  method: string;
  route: string;
  params: Record<string, string>;
  query?: string;
  body?: object;
};
/** The whole answer, without what is new each time. */
export type Asks = (asked: Asked, address: string) => Promise<string>;

/** Acts that an origin cannot do to what somebody else has: each is refused, and what it is refused with is compared. */
const refusing = (on: string, to: string, person: string): Record<string, object> => ({
  open: {},
  accept: {},
  return: { reason: "SAMTYKKE" },
  redirect: { to, reason: "FUNKTION" },
  ask: { question: "RING" },
  advise: {},
  assign: { person },
  progress: { what: "KONTAKT" },
  hold: { until: on, reason: "BEBOER" },
  resume: {},
  follow_up: { on },
  complete: { outcome: "SOEGT", means: [] },
  close: { outcome: "RAAD" },
  send: { to, consent: { name: "written", feedback: "yes" } },
  confirm: {},
  drop: {},
  answer: { choice: "I_DAG" },
  withdraw: { reason: "KLARET" },
  undo: {},
  journal: {},
  approve: {},
  void: { reason: "FORKERT" },
});

/** An origin that saw something else is told that somebody was first, and by whom. */
const otherBasis = JSON.stringify({ waiting: `${randomUUID()}:sent`, current: null, status: "open" });

/** Every way in of the matrix that answers without changing anything, and every refusal, for one referral. */
export async function everyWay(stage: Stage, code: string, basis: string): Promise<Asked[]> {
  const { world } = stage;
  const [on, to, person] = await Promise.all([
    day(world, 9),
    world.post("boligraadgiver.sck"),
    world.asks(origin, async (_tx, me) => me.person),
  ]);
  const asked: Asked[] = [];
  for (const [way, row] of Object.entries(matrix)) {
    const [kind = "", route = ""] = way.split(" ");
    const reads = kind === "PAGE" || kind === "GET";
    if (!row || (!reads && row.of !== "act" && !posted[route])) continue;
    if (row.of === "everybody" || row.of === "account" || row.of === "search" || moving.includes(route)) continue;
    const add = (params: Record<string, string>, more: Partial<Asked> = {}) =>
      asked.push({
        name: `${way} ${more.name ?? ""}`.trim(),
        method: kind,
        route,
        params,
        ...("query" in more ? { query: more.query as string } : {}),
        ...(more.body ? { body: more.body } : {}),
      });
    if (row.of === "act") {
      for (const [act, body] of Object.entries(refusing(on, to, person)))
        for (const [seen, given] of [
          ["as shown", basis],
          ["otherwise", otherBasis],
        ] as const)
          add({ code, act }, { name: `${act}, seen ${seen}`, body: { ...body, basis: given, intent: randomUUID() } });
      // What it may do is refused as well when it saw something else.
      for (const [act, body] of Object.entries({
        call: { what: "here_now" },
        agenda: {},
        identity: { on },
        consent: { withdrawn: true },
      }))
        add(
          { code, act },
          { name: `${act}, seen otherwise`, body: { ...body, basis: otherBasis, intent: randomUUID() } },
        );
    } else if (row.of === "referral") {
      add({ code }, posted[route] ? { body: posted[route]?.(code)[0] ?? {} } : {});
    } else if (row.of === "meeting") {
      for (const id of [stage.meetings.called, stage.meetings.closed]) add({ id }, { name: id });
    } else if (row.of === "nothing") {
      if (posted[route]) for (const [at, body] of posted[route](code).entries()) add({}, { name: String(at), body });
      else add(row.at ?? {});
      for (const query of queries[way] ?? []) add({}, { name: query, query });
    }
  }
  return asked;
}

/** The stream is listened to apart; the others say how long the session has lasted. */
const moving = ["/api/live", "/api/session", "/account"];

/** Changes nothing, and is posted all the same: what was asked may stand in no address. */
const posted: Record<string, (code: string) => object[]> = {
  "/api/referrals/[code]/presence": () => [{ there: true }],
};

/** Other lists that stand at the same address. */
const queries: Record<string, string[]> = {
  "GET /api/inbox": ["list=held", "list=waits&view=late", "list=held&view=meeting", "list=held&sort=newest"],
};

/** Without the moment at which it was asked, and without the keys that each drawing makes for its forms. */
const lasting = (answer: string): string =>
  answer
    .replaceAll(/(upTo|intent)(\\*":\\*"|" value=")[^"\\]*/g, "$1$2…")
    .replaceAll(/("name":"(?:upTo|intent)","value":")[^"]*/g, "$1…");

/** Everything that the origin is told, by way in. Throws where a refusal was taken: then it changed what is compared. */
export async function everythingTold(asks: Asks, ways: readonly Asked[]): Promise<Print> {
  const told: Print = {};
  for (const asked of ways) {
    const address = addressOf(asked) + (asked.query ? `?${asked.query}` : "");
    const answer = await asks(asked, address);
    if (asked.params["act"] && answer.startsWith("200")) throw new Error(`${asked.name} was done`);
    told[asked.name] = lasting(answer);
  }
  return told;
}
