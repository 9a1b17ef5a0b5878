import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts, otherEvents } from "#lib/referral/acts.ts";
import { tellsOrigin } from "#lib/referral/muted.ts";
import { handlerOf, pageOf } from "../testing/access/handlers.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { ask, serveFrom } from "../testing/call-handler.ts";
import {
  askedOn,
  type Case,
  cases,
  differences,
  done,
  ended,
  endedElsewhere,
  everythingFound,
  type Feedback,
  givenBack,
  muted,
  noticesTo,
  origin,
  outcomes,
  type Print,
  progressed,
  rowsFound,
  settle,
  ticksWhile,
  wentOn,
} from "./muted.ts";
import { type Asked, type Asks, everythingTold, everyWay } from "./muted-surfaces.ts";

let stage: Stage;
let token: string;
beforeAll(async () => {
  stage = await openStage();
  serveFrom(stage.world.pool);
  token = (await stage.token(origin)) ?? "";
  // A handler is read in when it is first asked.
  await told(stage.codes.taken);
}, 600_000);
afterAll(async () => stage?.close());

/** Asks the handlers and the pages themselves; `muted.prove.ts` asks a server, of everything and to the byte. */
const asks: Asks = async ({ method, route, params, body }, address) => {
  const page = method === "PAGE";
  const handler = page ? await pageOf(route, params) : await handlerOf(method, route, params);
  const { status, text, headers } = await ask(handler, { path: address, params, token, ...(body ? { body } : {}) });
  return [status, ...[...headers].map(String), text].join("\n");
};

const routes = ["/api/work", "/api/inbox", "/api/notices", "/api/notices/unread"];
const refused = ["resume", "complete", "call", "undo"];
const looksAt = ({ method, route, params }: Asked) =>
  method !== "PAGE" && (params["act"] ? refused.includes(params["act"]) : params["code"] || routes.includes(route));

async function told(code: string): Promise<Print> {
  await settle(stage);
  const page = JSON.parse((await asks(pageAt(code), `/api/referrals/${code}`)).split("\n").at(-1) ?? "{}");
  const ways = (await everyWay(stage, code, page.basis)).filter(looksAt);
  return {
    ...(await everythingTold(asks, ways)),
    ...(await everythingFound(stage.world, code)),
    ...(await noticesTo(stage)),
    ...(await rowsFound(stage.world)),
  };
}
const pageAt = (code: string): Asked => ({
  name: "",
  method: "GET",
  route: "/api/referrals/[code]",
  params: { code },
});

/** What the origin is told before and after, and how often its live stream speaks. */
async function around({ at, does, undone }: Case, feedback: Feedback) {
  const code = await at(stage.world, feedback);
  const before = await told(code);
  const ticks = await ticksWhile(stage.world, async () => {
    await does(stage.world, code);
    if (undone && feedback === "no") await undone(stage.world, code);
  });
  return { code, ticks, different: differences(before, await told(code)) };
}

describe("an origin that may not hear how it goes", () => {
  test.each(cases)("is told nothing of $name, in no list, notice, refusal, row or tick", async (each) => {
    expect(await around({ ...each, undone: undefined }, "no")).toMatchObject({ ticks: [], different: [] });
  });

  test.each(cases.filter(({ undone }) => undone))("nor of $name that is taken back", async (each) => {
    expect(await around(each, "no")).toMatchObject({ ticks: [], different: [] });
  });

  test("reads that it has ended, and the same whatever came of it", async () => {
    const seen = new Set<string>();
    for (const outcome of outcomes)
      for (const lead of [ended(outcome), progressed(outcome)]) {
        const code = await lead(stage.world, "no");
        const { text } = await ask(await handlerOf("GET", "/api/referrals/[code]", { code }), {
          params: { code },
          token,
        });
        const ids = [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))];
        const plain = ids.reduce((all, id, at) => all.replaceAll(id, `id ${at}`), text);
        seen.add(plain.replaceAll(code, "code").replaceAll(`${code.slice(0, 4)}-${code.slice(4)}`, "code"));
      }
    expect([...seen]).toHaveLength(1);
    expect([...seen][0]).toContain('"status":"closed"');
  });
});

describe("its twin with a yes", () => {
  const shown = ["progress 2", "hold", "follow_up", "send 1", "accept"];
  test.each(cases.filter(({ name }) => shown.includes(name)))("sees that $name was done", async (each) => {
    const { ticks, different } = await around(each, "yes");
    expect([...ticks, ...different]).not.toEqual([]);
    expect(different).not.toEqual([]);
  });
});

describe("its own acts", () => {
  test("reach whoever has it by now, and are numbered by the database", async () => {
    const { world, eye } = stage;
    const code = await wentOn(world, "no");
    const heir = await world.post("boligraadgiver.sck");
    for (const [act, input] of [
      ["call", { what: "here_now" }],
      ["agenda", {}],
      ["identity", { on: await world.asks(origin, async (_tx, me) => me.today) }],
    ] as const)
      await world.does(origin, act, code, input);
    const [row] = await eye.sql<
      { events: number; newest: number; talked: boolean; agenda: boolean; called: boolean }[]
    >`
      select r.events, (select max(e.seq) from event e where e.referral_id = r.id) as newest, r.on_agenda as agenda,
        (select h.identity_on is not null from handover h where h.id = r.current_id) as talked,
        exists (select 1 from notice n where n.referral_id = r.id and n.kind = 'here_now' and n.to_post = ${heir}) as called
      from referral r where r.code = ${code}`;
    expect(row).toEqual({ events: row?.newest, newest: row?.newest, agenda: true, talked: true, called: true });
    expect(await world.tries(origin, "undo", code)).toMatchObject({ ok: false });
  });

  test("take a consent back from everybody, with every word", async () => {
    const { world, eye } = stage;
    const code = await askedOn(world, "no");
    await world.does(origin, "consent", code, { withdrawn: true });
    const [row] = await eye.sql<{ waits: boolean; held: boolean; words: number; scopes: string[] }[]>`
      select r.waiting_id is not null as waits, r.current_id is not null as held,
        (select count(*)::int from message m where m.referral_id = r.id and m.body is not null) as words,
        array(select p.scope::text from party p where p.referral_id = r.id and p.post_id <> r.origin_post order by 1) as scopes
      from referral r where r.code = ${code}`;
    expect(row).toEqual({ waits: false, held: true, words: 0, scopes: ["facts", "part"] });
  });

  test("open again what has ended, with the one who took it over from it", async () => {
    const { world, eye } = stage;
    const code = await endedElsewhere(world, "no");
    await world.does(origin, "reopen", code, { reason: "NYT", consent: { name: "written", feedback: "no" } });
    const taker = await world.post("sagsbehandler.sck");
    const [row] = await eye.sql<{ open: boolean; mine: boolean; to: string }[]>`
      select r.status = 'open' as open, r.holder_post = r.origin_post as mine, h.to_post as to
      from referral r join handover h on h.id = r.waiting_id where r.code = ${code}`;
    expect(row).toEqual({ open: true, mine: true, to: taker });
  });

  test("take it back when it is given back, and undo that", async () => {
    const { world, eye } = stage;
    const code = await givenBack(world, "no");
    await world.does(origin, "accept", code);
    const holds = async () => {
      const [row] = await eye.sql<{ mine: boolean; state: string }[]>`
        select r.holder_post = r.origin_post as mine, h.state from referral r join handover h on h.id = r.current_id
        where r.code = ${code}`;
      return row;
    };
    expect(await holds()).toEqual({ mine: true, state: "accepted" });
    await world.does(origin, "undo", code);
    expect(await holds()).toEqual({ mine: false, state: "accepted" });
  });

  test("correct the situation, and tell of it", async () => {
    const { world, eye } = stage;
    const code = await wentOn(world, "no");
    const { situations, answers, contact } = await world.asks(origin, async (tx) => {
      const [row] = await tx.sql`select situations, answers, contact from referral_matter
        where referral_id = (select id from door.muted_referrals(array[${code}]))`;
      return row as Record<string, never>;
    });
    await world.does(origin, "correct", code, { situations, answers, contact });
    const heir = await world.post("boligraadgiver.sck");
    const [row] = await eye.sql`select count(*)::int as told from notice n join referral r on r.id = n.referral_id
      where r.code = ${code} and n.kind = 'correction' and n.to_post = ${heir}`;
    expect(row).toEqual({ told: 1 });
  });
});

test("every act is one that such an origin hears of or one that is done here", async () => {
  expect(Object.keys(tellsOrigin).toSorted()).toEqual(
    [...Object.keys(acts), ...otherEvents].filter((act) => act !== "undo").toSorted(),
  );
  expect(done).toEqual(muted);
});

test("the database says of every act what the rules say", async () => {
  const [handover] = await stage.eye.sql<{ id: string; from: string }[]>`
    select id, from_post as from from handover limit 1`;
  const other = await stage.world.post("sundhed.fc").catch(() => crypto.randomUUID());
  for (const [act, tells] of Object.entries(tellsOrigin)) {
    const asked = (post: string) =>
      stage.world.asks(origin, async ({ sql }) => {
        const [row] = await sql<{ told: boolean; undone: boolean }[]>`
          select door.tells(${act}, '{}', ${handover?.id ?? ""}, ${post}) as told,
            door.tells('undo', ${sql.json({ undid: act })}, ${handover?.id ?? ""}, ${post}) as undone`;
        return row;
      });
    const [side, no] = [tells !== "never", tells === "always"];
    expect([act, await asked(handover?.from ?? "")]).toEqual([act, { told: side, undone: side }]);
    expect([act, await asked(other)]).toEqual([act, { told: no, undone: no }]);
  }
});
