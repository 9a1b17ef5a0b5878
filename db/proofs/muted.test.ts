import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts, otherEvents } from "#lib/referral/acts.ts";
import { tellsOrigin } from "#lib/referral/muted.ts";
import { handlerOf, pageOf } from "../testing/access/handlers.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { ask, serveFrom } from "../testing/call-handler.ts";
import {
  type Case,
  cases,
  differences,
  done,
  ended,
  everythingFound,
  type Feedback,
  muted,
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
