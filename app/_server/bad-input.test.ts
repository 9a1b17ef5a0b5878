import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { answers, spoiled } from "#db/testing/spoil.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays } from "#lib/calendar/day.ts";

type Route = { GET?: unknown; POST?: unknown };
/** Every route there is, but the stream, which does not end. */
const routes = Object.entries(import.meta.glob<Route>(["../api/**/route.ts", "!../api/live/route.ts"]));

let world: World;
let token: string;
let code: string;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  token = await world.token("sagsbehandler.sck");
  code = await world.logs("vicevaert.titanparken", { service: "BOLIGYDELSE" });
});
afterAll(async () => world.close());

const ids = () => [code, "2A2A2A2A", randomUUID(), "not-an-id", "%00", "a\u0000b", "__proto__", "x".repeat(300)];

test.each(routes)("%s has an answer to whatever it is asked", async (_file, load) => {
  const { GET } = await load();
  const queries = [
    "",
    "list=x&rows=-1&state=%00",
    `rows=1e9&lang=xx&service=${"x".repeat(500)}`,
    "rows=%00&page=-1&clock=x&post=x",
  ];
  const asked = GET ? ids().flatMap((id) => queries.map((query) => ({ id, query }))) : [];
  for (const { id, query } of asked) {
    // What it may ask for is limited, which is another test's.
    forgetCounts();
    const { status, text } = await ask(GET, { path: `/api/x?${query}`, params: { code: id, id }, token });
    expect([id, query, answers.includes(status) ? "" : `${status} ${text}`]).toEqual([id, query, ""]);
  }
});

/** Something that would be taken, to be spoiled one value at a time. */
type Sent = { to: string; params?: Record<string, string>; as: string; body: Record<string, unknown> };

const titanparken = "vicevaert.titanparken";
const caseworker = "sagsbehandler.sck";
type Body = Record<string, unknown>;
const act = (name: string, as: string, body: Body | (() => Body), of = "sent"): [string, () => Promise<Sent>] => [
  name,
  async () => ({
    to: "../api/referrals/[code]/[act]/route.ts",
    params: { code: await at(of), act: name },
    as,
    body: typeof body === "function" ? body() : body,
  }),
];
const soon = () => formatDanishDate(addDays(world.today(), 9));
const id = randomUUID();

const matter = { situations: ["NY"], answers: { PENSION: "INGEN" }, contact: "directly" };
const sent: [string, () => Promise<Sent>][] = [
  [
    "a referral",
    async () => ({
      to: "../api/referrals/route.ts",
      as: titanparken,
      body: {
        ...matter,
        service: "BOLIGYDELSE",
        consent: { name: "written", feedback: "yes" },
        agreed: false,
        onTheSpot: false,
        note: "Ring i morgen",
        recognisable: "no",
        sameAs: code,
        to: await world.post(caseworker),
      },
    }),
  ],
  [
    "a draft",
    async () => ({
      to: "../api/drafts/route.ts",
      as: titanparken,
      body: {
        ...matter,
        service: "BOLIGYDELSE",
        draft: id,
        savedAt: "2026-11-12T09:00:00Z",
        note: "Ring",
        consent: { name: "written" },
        sameAs: code,
      },
    }),
  ],
  [
    "a draft that goes",
    async () => ({ to: "../api/drafts/[id]/remove/route.ts", params: { id }, as: titanparken, body: { page: "form" } }),
  ],
  [
    "notices that were read",
    async () => ({ to: "../api/notices/seen/route.ts", as: titanparken, body: { upTo: world.now().toISOString() } }),
  ],
  [
    "what one gets mail about",
    async () => ({ to: "../api/account/mail/route.ts", as: titanparken, body: { on: ["waits", "news"] } }),
  ],
  [
    "a search",
    async () => ({
      to: "../api/find/route.ts",
      as: titanparken,
      body: { code, service: "BOLIGYDELSE", unit: id, state: "taken" },
    }),
  ],
  [
    "several at once",
    async () => ({
      to: "../api/bulk/route.ts",
      as: caseworker,
      body: { act: "assign", codes: [code], person: id },
    }),
  ],
  [
    "a meeting",
    async () => ({
      to: "../api/meetings/route.ts",
      as: caseworker,
      body: {
        series: "NETVAERKSMOEDE",
        onDay: soon(),
        startsAt: "10:00",
        place: id,
        posts: [await world.post(caseworker)],
      },
    }),
  ],
  [
    "a point",
    async () => ({
      to: "../api/meetings/[id]/points/route.ts",
      params: { id },
      as: caseworker,
      body: { title: "Nyt hold", recognisable: "no" },
    }),
  ],
  [
    "a decision",
    async () => ({
      to: "../api/meetings/[id]/decide/route.ts",
      params: { id },
      as: caseworker,
      body: { item: id, decision: "answer", owner: id, due: "one_week", text: "Ring", recognisable: "no" },
    }),
  ],
  [
    "how a meeting was",
    async () => ({
      to: "../api/meetings/[id]/evaluation/route.ts",
      params: { id },
      as: caseworker,
      body: { daily_work: "4", remark: "Kortere", salt: id, recognisable: "no" },
    }),
  ],
  [
    "a correction of minutes",
    async () => ({
      to: "../api/meetings/[id]/minutes/corrections/route.ts",
      params: { id },
      as: caseworker,
      body: { text: "SKP kom senere", recognisable: "no" },
    }),
  ],
  [
    "who came",
    async () => ({
      to: "../api/meetings/[id]/attend/route.ts",
      params: { id },
      as: caseworker,
      body: { post: id, attendance: "present" },
    }),
  ],
  [
    "an action that is done",
    async () => ({ to: "../api/meetings/actions/done/route.ts", as: caseworker, body: { action: id, done: true } }),
  ],
  act("ask", caseworker, {
    text: "Hvornår?",
    recognisable: "no",
    basis: JSON.stringify({ waiting: null, current: null, status: "open" }),
  }),
  act("ask", caseworker, { question: "RING" }),
  act("return", caseworker, () => ({ reason: "SAMTYKKE", date: soon(), destination: id })),
  act("redirect", caseworker, { to: id, reason: "ENHED" }),
  act("advise", caseworker, { text: "Ring", recognisable: "no" }, "discussed"),
  act("assign", caseworker, { person: id }),
  act("call", caseworker, () => ({ what: "propose_time", on: soon(), part: "morning" })),
  act("correct", titanparken, { ...matter, note: "Ring", recognisable: "no" }),
  act("letter", titanparken, { answers: { PENSION: "INGEN" } }),
  act("consent", titanparken, { to: id, name: "written", feedback: "yes" }),
  act("send", titanparken, { to: id, consent: { name: "written" }, agreed: false }),
  act("withdraw", titanparken, { reason: "XX" }),
  act("identity", caseworker, () => ({ on: soon() }), "taken"),
  act("progress", caseworker, { what: "XX" }, "taken"),
  act("hold", caseworker, () => ({ until: soon(), reason: "XX" }), "taken"),
  act("follow_up", caseworker, () => ({ on: soon() }), "taken"),
  act("complete", caseworker, { outcome: "XX", means: ["XX"] }, "taken"),
  act("void", "leder.akb", { reason: "XX" }),
];

const places = new Map<string, Promise<string>>();
/** A referral in that state, once. */
function at(of: string): Promise<string> {
  const known = places.get(of) ?? lead(of);
  places.set(of, known);
  return known;
}
async function lead(of: string): Promise<string> {
  const name = of === "discussed" ? ("not_yet" as const) : ("written" as const);
  const led = await world.logs(titanparken, { service: "BOLIGYDELSE", consent: { name, feedback: "no" } });
  if (of === "taken") await world.does(caseworker, "accept", led);
  return led;
}

test.each(sent)("%s has an answer to whatever stands in it", async (_what, make) => {
  const { to, params = {}, as, body } = await make();
  const { POST } = (await routes.find(([file]) => file === to)?.[1]()) ?? {};
  const opened = await world.token(as);
  for (const wrong of spoiled(body)) {
    forgetCounts();
    const { status, text } = await ask(POST, { params, token: opened, body: { ...wrong, intent: randomUUID() } });
    expect([wrong, answers.includes(status) ? "" : `${status} ${text}`]).toEqual([wrong, ""]);
  }
});
