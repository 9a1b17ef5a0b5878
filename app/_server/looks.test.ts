import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutesWords } from "#app/api/meetings/[id]/close/minutes-words.ts";
import { agreementOf, directoryOf } from "#db/directory/directory.ts";
import { call } from "#db/meeting/call.ts";
import { close } from "#db/meeting/close.ts";
import { decideRest } from "#db/meeting/decide.ts";
import { invitable, placesFor, seriesOf } from "#db/meeting/series.ts";
import { start } from "#db/meeting/start.ts";
import { ask, serveFrom, visit } from "#db/testing/call-handler.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { ok } from "#lib/result.ts";
import { findFiles, readSource } from "#scripts/sources.ts";

type Row = { who: string; what: string; kind: string; codes: string[]; posts: number; detail: object | null };

let world: World;
let code: string;
let late: string;
let meeting: string;
let coming: string;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  late = await world.logs("vicevaert.titanparken", { service: "SKP" }, { ago: 40 });
  code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
  meeting = await closedMeeting();
  coming = await world.asks(coordinator, async ({ sql }) => {
    const [next] = await sql<{ id: string }[]>`select id from meeting where state = 'called'`;
    return next?.id ?? "";
  });
});
afterAll(async () => world.close());

const coordinator = "sagsbehandler.sck";

/** A meeting that was called, held and closed; its cases are the referrals that are late. */
async function closedMeeting(): Promise<string> {
  const post = await world.post("sagsbehandler.sck");
  const result = await world.as(coordinator, async (tx, me) => {
    const [agreement, directory] = await Promise.all([agreementOf(tx, me), directoryOf(tx, me)]);
    const days = workingDays(agreement.workingDays.exceptions);
    const series = seriesOf(agreement, agreement.meetings[0]?.code ?? "");
    if (!series) throw new Error("the agreement has no meetings");
    const [place = ""] = placesFor(directory, post);
    const posts = invitable(directory, series).map((each) => each.post.id);
    const at = { onDay: me.today, startsAt: "10:00", place };
    const { id } = valueOf(await call(tx, me, { series: series.code, ...at, posts }));
    valueOf(await start(tx, me, id));
    valueOf(await decideRest(tx, me, id));
    valueOf(await close(tx, me, { meeting: id, next: { ...at, onDay: days.add(me.today, 40) }, words: minutesWords }));
    return ok(id);
  });
  return valueOf(result);
}

/** The rows of the log that say who looked, without those of before. */
async function looks(during: () => Promise<unknown>): Promise<Row[]> {
  const all = () =>
    world.owns(
      ["log", "account", "person", "referral"],
      (sql) => sql<(Row & { id: string })[]>`
        select l.id, split_part(a.email, '@', 1) as who, l.what, l.kind,
          array(select r.code from referral r where r.id::text = any (l.referrals) order by 1) as codes, cardinality(l.posts) as posts, l.detail
        from log l join person p on p.id = l.person_id join account a on a.id = p.account_id
        where l.kind in ('look', 'export') order by l.at`,
    );
  const before = new Set((await all()).map(({ id }) => id));
  await during();
  return (await all()).filter(({ id }) => !before.has(id)).map(({ id: _, ...row }) => row);
}

type Flow = {
  what: string;
  who: string;
  /** The file under app, and how it is asked. */
  from: string;
  params?: () => Record<string, string>;
  query?: () => Record<string, string>;
  /** What is sent, where it is not asked for in an address. */
  body?: () => object;
  shows: () => string[];
  kind?: "export";
  /** Only a meeting that has begun is held. */
  begun?: true;
};

const one = { params: () => ({ code }), shows: () => [code] };
const both = () => [code, late];
const met = { params: () => ({ id: meeting }), shows: both };
const toCome = { params: () => ({ id: coming }), shows: both };

/** Every page and every handler that shows a referral. */
const flows: Flow[] = [
  { what: "referral", who: "boligraadgiver.sck", from: "(work)/referrals/[code]/page.tsx", ...one },
  { what: "referral", who: "boligraadgiver.sck", from: "api/referrals/[code]/route.ts", ...one },
  {
    what: "referral",
    who: "boligraadgiver.sck",
    from: "(work)/inbox/page.tsx",
    query: () => ({ open: code }),
    shows: () => [code],
  },
  { what: "access", who: "boligraadgiver.sck", from: "api/referrals/[code]/access/route.ts", ...one },
  { what: "receipt", who: "vicevaert.titanparken", from: "(work)/referrals/[code]/receipt/page.tsx", ...one },
  { what: "slip", who: "vicevaert.titanparken", from: "(work)/referrals/[code]/slip/page.tsx", ...one, kind: "export" },
  {
    what: "print",
    who: "vicevaert.titanparken",
    from: "(work)/referrals/[code]/print/page.tsx",
    ...one,
    kind: "export",
  },
  {
    what: "new",
    who: "vicevaert.titanparken",
    from: "(work)/referrals/new/page.tsx",
    query: () => ({ same: code }),
    shows: () => [code],
  },
  { what: "work", who: "vicevaert.titanparken", from: "(work)/page.tsx", shows: () => [code, late] },
  { what: "work", who: "boligraadgiver.sck", from: "api/work/route.ts", shows: () => [code] },
  { what: "inbox", who: "boligraadgiver.sck", from: "(work)/inbox/page.tsx", shows: () => [code] },
  { what: "inbox", who: "boligraadgiver2.sck", from: "api/inbox/route.ts", shows: () => [code] },
  {
    what: "find",
    who: "boligraadgiver.sck",
    from: "api/find/route.ts",
    body: () => ({ code: code.slice(1) }),
    shows: () => [code],
  },
  { what: "notices", who: "boligraadgiver.sck", from: "(work)/notices/page.tsx", shows: () => [code] },
  { what: "notices", who: "boligraadgiver2.sck", from: "api/notices/route.ts", shows: () => [code] },
  { what: "board", who: coordinator, from: "(work)/board/page.tsx", shows: () => [code, late] },
  {
    what: "board",
    who: coordinator,
    from: "api/board/route.ts",
    query: () => ({ service: "SKP" }),
    shows: () => [late],
  },
  { what: "leader", who: "leder.sck", from: "(work)/leader/page.tsx", shows: () => [code, late] },
  { what: "meeting", who: "skp.sck", from: "(work)/meetings/[id]/page.tsx", ...toCome },
  { what: "meeting", who: coordinator, from: "(work)/meetings/[id]/hold/page.tsx", ...toCome, begun: true },
  { what: "meeting", who: "boligraadgiver.sck", from: "api/meetings/[id]/route.ts", ...met },
  { what: "minutes", who: "mentor.sck", from: "(work)/meetings/[id]/minutes/page.tsx", ...met },
  { what: "minutes", who: "skp.sck", from: "api/meetings/[id]/minutes/route.ts", ...met },
];

async function follow({ who, from, params, query, body, begun }: Flow): Promise<unknown> {
  if (begun) valueOf(await world.as(who, (tx, me) => start(tx, me, coming)));
  const file = (await import(/* @vite-ignore */ `#app/${from}`)) as Record<"default" | "GET" | "POST", unknown>;
  const asked = { params: params?.() ?? {}, token: await world.token(who) };
  if (file.default) return visit(file.default, { path: "/", ...asked, query: query?.() ?? {} });
  const path = `/api/x?${new URLSearchParams(query?.())}`;
  const answer = await ask(file.GET ?? file.POST, { path, ...asked, body: body?.() });
  if (answer.status !== 200) throw new Error(`${from}: ${answer.status} ${answer.text}`);
  return answer;
}

function detailOf({ kind, params }: Flow): object | null {
  const id = params?.()["id"];
  return kind ? { purpose: "resident" } : id ? { meeting: id } : null;
}

describe("every look is in the log when it is over", () => {
  test.each(flows)("$what, by $who: $from", async (flow) => {
    const rows = await looks(() => follow(flow));
    expect(rows).toContainEqual({
      who: flow.who,
      what: flow.what,
      kind: flow.kind ?? "look",
      codes: flow.shows().toSorted(),
      posts: expect.any(Number),
      detail: detailOf(flow),
    });
    for (const { posts } of rows) expect(posts).toBeGreaterThan(0);
  });
});

const refresh = (who: string, from: string): Flow => ({ what: "", who, from, shows: () => [] });

test("every page and every handler that shows a referral is followed above (C13)", () => {
  const showing = findFiles("app/**/{page,route}.{ts,tsx}").filter((file) =>
    [...reached(file)].some((each) => /\blook\(tx, /.test(readSource(each))),
  );
  const followed = new Set(flows.map(({ from }) => `app/${from}`));
  expect([...followed].filter((file) => !showing.includes(file))).toEqual([]);
  expect(showing.filter((file) => !followed.has(file) && !others.includes(file))).toEqual([]);
});

/** They reach a read for what it is made of, and answer with nothing of a referral; the log page has tests of its own. */
const others = [
  "app/api/meetings/route.ts",
  "app/(work)/meetings/page.tsx",
  "app/api/meetings/[id]/approve/route.ts",
  "app/(work)/find/page.tsx",
  "app/(work)/log/page.tsx",
  "app/api/log/export/[search]/route.ts",
];

function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ""] of readSource(file).matchAll(/^(?:import|\} from)[^;]*?["']([#.][^"']+\.tsx?)["'];/gm)) {
    const next = name.startsWith("#") ? name.slice(1) : path.join(path.dirname(file), name);
    if (/^(app|db)\//.test(next)) reached(next, seen);
  }
  return seen;
}

describe("a list that looks again by itself", () => {
  test("writes a row when what stands in it has changed, and none before", async () => {
    const again = refresh("boligraadgiver2.sck", "api/inbox/route.ts");
    expect(await looks(() => follow(again))).toEqual([]);
    const more = await world.logs("vicevaert.lundtoftegade", { service: "UDSAETTELSE" });
    expect(await looks(() => follow(again))).toMatchObject([{ what: "inbox", codes: [code, more].toSorted() }]);
    expect(await looks(() => follow(again))).toEqual([]);
  });

  test("and opened by a person it writes one each time", async () => {
    const opened = refresh("boligraadgiver2.sck", "(work)/inbox/page.tsx");
    expect(await looks(() => follow(opened))).toHaveLength(1);
    expect(await looks(() => follow(opened))).toHaveLength(1);
  });
});

test("a look by somebody who has no part in the referral says so", async () => {
  const opens = { ...refresh(coordinator, "api/referrals/[code]/route.ts"), params: () => ({ code }) };
  expect(await looks(() => follow(opens))).toMatchObject([{ what: "referral", detail: { outside: true } }]);
});

test("what is hidden leaves no look, since nothing was shown", async () => {
  const hidden = { ...refresh("skp.sck", "api/referrals/[code]/route.ts"), params: () => ({ code }) };
  expect(await looks(() => expect(follow(hidden)).rejects.toThrow("404"))).toEqual([]);
});

describe("when the log cannot be written", () => {
  beforeAll(() =>
    world.owns(["log"], async (sql) => {
      // What was shown within the hour needs no row when a list looks again.
      await sql`update log set at = at - interval '2 hours'`;
      await sql`revoke insert on log from brobyg_door`;
    }),
  );

  test.each(flows.filter(({ begun }) => !begun))("$from shows nothing to $who", async (flow) => {
    await expect(follow(flow)).rejects.toThrow("permission denied for table log");
  });
});
