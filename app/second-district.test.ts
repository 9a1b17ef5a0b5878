import { randomUUID } from "node:crypto";
import type { ReactElement } from "react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "#db/meeting/call.ts";
import { close } from "#db/meeting/close.ts";
import { readMeeting } from "#db/meeting/read-meeting.ts";
import { readMeetings } from "#db/meeting/read-meetings.ts";
import { start } from "#db/meeting/start.ts";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { anyWords } from "#db/testing/access/stage.ts";
import { ask, serveFrom, visit } from "#db/testing/call-handler.ts";
import { addAmager, amager, inAmager } from "#db/testing/second-district.ts";
import { personas } from "#db/testing/who-sees.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays } from "#lib/calendar/day.ts";

/** Two districts in one database, each with an agreement of its own. */
let world: World;
let posts: ReadonlyMap<string, string>;
/** An open referral of each, which the other must never see. */
const codes = { here: "", there: "" };

const guide = inAmager("vejleder.strandengen");
const debt = inAmager("gaeld.socialcenter");
const social = inAmager("socialraadgiver.socialcenter");
const ofAmager = amager.posts.map(({ key }) => inAmager(key));
/** One of each duty. */
const readers = [guide, social, ...["chef.oeernes", "styregruppen", "administrator", "databeskyttelse"].map(inAmager)];
const ofNoerrebro = personas.filter((persona) => !persona.includes("@"));
const pages = import.meta.glob<{ default: unknown }>("./**/page.tsx");

beforeAll(async () => {
  world = await openWorld();
  posts = await addAmager(world);
  serveFrom(world.pool);
  codes.here = await world.logs("vicevaert.titanparken", { service: "SKP" });
  codes.there = await world.logs(guide, { service: "GAELD" });
});
afterAll(() => world.close());

/** What a page hands on, without the components that it hands it to. */
const data = (key: string, value: unknown): unknown =>
  key === "_owner" || (key === "type" && typeof value === "object") ? undefined : value;
const asks = async (persona: string, path: string, body: object) =>
  ask(await handlerOf("POST", path, {}), {
    path,
    token: await world.token(persona),
    body: { intent: randomUUID(), ...body },
  });
const findings = async (persona: string, text: string) => {
  const { json } = await asks(persona, "/api/text", { text });
  const { value } = json as { value: { findings: { kind: string; start: number; end: number }[] } };
  return value.findings.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
};

describe("in the second district", () => {
  test("a referral is taken over and finished", async () => {
    const code = await world.logs(guide, { service: "GAELD" });
    await world.does(debt, "accept", code);
    await world.does(debt, "progress", code, { what: "KONTAKT" });
    const done = await world.does(debt, "complete", code, { outcome: "BUDGET" });
    expect([done.referral.status, done.referral.closedBy]).toEqual(["closed", "complete"]);
  });

  test("a referral is sent back with a reason of its own agreement, and with no other", async () => {
    const code = await world.logs(guide, { service: "STOETTE" });
    expect((await world.tries(social, "return", code, { reason: "SAMTYKKE" })).ok).toBe(false);
    const { referral } = await world.does(social, "return", code, { reason: "INTET_JA" });
    expect([referral.waiting, referral.past.at(-1)?.state]).toEqual([null, "returned"]);
  });

  test("age decides who receives, as its own route says", async () => {
    const age = { service: "JOB", situations: ["CV"] };
    await world.logs(guide, { ...age, answers: { ALDER: "UNDER_30" } });
    const older = await world.logs(guide, { ...age, answers: { ALDER: "FRA_30" } });
    expect((await world.tries(inAmager("unge.jobhuset"), "accept", older)).ok).toBe(false);
    expect((await world.tries(inAmager("job.jobhuset"), "accept", older)).ok).toBe(true);
  });

  test("what has lain stands on the agenda of its own meeting, which is held every six weeks", async () => {
    await world.logs(guide, { service: "STOETTE" }, { ago: 40 });
    const { calls } = await world.asks(social, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
    expect(calls.map(({ series, cadence }) => [series, cadence])).toEqual([["SAMMOEDE", { everyWeeks: 6 }]]);
    const when = { onDay: world.today(), startsAt: "09:30", place: calls[0]?.places[0]?.id ?? "" };
    const called = calls[0]?.posts.filter(({ always }) => always).map(({ id }) => id) ?? [];
    const { id } = valueOf(
      await world.as(social, (tx, me) => call(tx, me, { series: "SAMMOEDE", ...when, posts: called })),
    );
    valueOf(await world.as(social, (tx, me) => start(tx, me, id)));
    const held = await world.asks(social, async (tx, me) => valueOf(await readMeeting(tx, me, { id, lang: "en" })));
    const late = held.items.filter((item) => item.kind === "case");
    expect(late.map(({ service, waitsFor }) => [service, waitsFor])).toEqual([
      ["Støtte i hverdagen", "Socialrådgiver, Socialcenteret"],
    ]);
    const next = { ...when, onDay: addDays(when.onDay, 42) };
    expect((await world.as(social, (tx, me) => close(tx, me, { meeting: id, words: anyWords, next }))).ok).toBe(true);
  });

  test("no service of the first can be referred", async () => {
    const sent = await asks(guide, "/api/referrals", { service: "SKP" });
    expect([sent.status >= 400 && sent.status < 500, sent.json["ok"]]).toEqual([true, false]);
  });
});

describe("what is called something", () => {
  test("is what it is in one's own district", async () => {
    const signe = "kaffe i Fælleshuset Signe på torsdag";
    expect(await findings(guide, signe)).toEqual([]);
    expect(await findings("raadgiver.mimersgade", signe)).toEqual(["name Signe"]);
    const nora = "kaffe i Café Nora på torsdag";
    expect(await findings("raadgiver.mimersgade", nora)).toEqual([]);
    expect(await findings(guide, nora)).toEqual(["name Nora"]);
  });

  test("is an address with a number there, also when it is sent", async () => {
    const note = "mågebuen 7 har klaget";
    expect(await findings(guide, note)).toEqual(["address mågebuen 7"]);
    expect(await findings("raadgiver.mimersgade", note)).toEqual([]);
    const saved = await asks(guide, "/api/drafts", { service: "GAELD", note });
    expect(saved.json).toMatchObject({ value: { note: { state: "held-back" } } });
  });
});

describe("to whom a helhedsplan belongs", () => {
  const [keeper, theirs] = [inAmager("administrator"), "admin"] as const;
  const unitOf = (name: string, district: "Amager" | "Nørrebro" = "Amager") =>
    world.owns(["unit", "unit_name", "partnership"], async (sql) => {
      const [unit] = await sql<{ id: string }[]>`
        select n.unit_id as id from unit_name n join partnership s on s.id = n.partnership_id
        where n.short = ${name} and (s.name = 'Nørrebro') = ${district === "Nørrebro"}`;
      if (!unit) throw new Error(`no unit ${name}`);
      return unit.id;
    });
  const owned = () =>
    world.owns(
      ["unit_owner", "responsible_request"],
      (sql) => sql`
        select unit_id, owner_id, valid_to::text, null as outcome from unit_owner
        union all select unit_id, owner_id, null, outcome::text from responsible_request order by 1, 2, 3`,
    );

  test("is kept in one's own district, and the other neither reads, ends nor answers it", async () => {
    const from = formatDanishDate(world.today());
    const new_ = { kind: "housing-organisation", name: "Havnens Boligforening", short: "Havnens", from };
    expect((await asks(keeper, "/api/units", new_)).status).toBe(200);
    const both = { unit: await unitOf("Strandengen"), owner: await unitOf("Havnens") };
    expect((await asks(keeper, "/api/units/owners", { ...both, from })).status).toBe(200);
    expect((await asks(keeper, "/api/units/responsible", both)).status).toBe(200);
    const [request] = await world.owns(
      ["responsible_request"],
      (sql) => sql<{ id: string }[]>`
      select id from responsible_request where unit_id = ${both.unit}`,
    );
    const before = await owned();
    expect(before.length).toBeGreaterThan(1);
    for (const [path, body] of [
      ["/api/units/owners/end", { ...both, from }],
      ["/api/units/responsible", both],
      ["/api/units/responsible/answer", { request: request?.id, answer: "confirmed" }],
      ["/api/units/responsible/answer", { request: request?.id, answer: "withdrawn" }],
    ] as const) {
      const refused = await asks(theirs, path, body);
      expect([path, refused.status >= 400 && refused.status < 500]).toEqual([path, true]);
    }
    for (const persona of ofNoerrebro) {
      const rows = await world.asks(
        persona,
        ({ sql }) => sql`select 1 from unit_owner where owner_id = ${both.owner}
          union all select 1 from responsible_request where id = ${request?.id ?? null}`,
      );
      expect([persona, rows.count]).toEqual([persona, 0]);
    }
    expect(await owned()).toEqual(before);
  });

  test("is never an organisation of the other district, nor is theirs given to one of one's own", async () => {
    const from = formatDanishDate(world.today());
    const [own, other] = [
      { unit: await unitOf("Strandengen"), owner: await unitOf("Havnens") },
      { unit: await unitOf("Titanparken", "Nørrebro"), owner: await unitOf("HAB", "Nørrebro") },
    ];
    const before = await owned();
    for (const [persona, mixed] of [
      [keeper, { unit: own.unit, owner: other.owner }],
      [keeper, { unit: other.unit, owner: own.owner }],
      [theirs, { unit: other.unit, owner: own.owner }],
      [theirs, { unit: own.unit, owner: other.owner }],
    ] as const)
      for (const path of ["/api/units/owners", "/api/units/owners/end", "/api/units/responsible"]) {
        const body = path === "/api/units/responsible" ? mixed : { ...mixed, from };
        const refused = await asks(persona, path, body);
        expect([persona, path, refused.status >= 400 && refused.status < 500]).toEqual([persona, path, true]);
      }
    expect(await owned()).toEqual(before);
  });
});

describe("of the other district", () => {
  test("nobody reads a row", async () => {
    const tables = await world.owns(
      [],
      (sql) => sql<{ name: string }[]>`
        select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege('brobyg_app', c.oid, 'select')
        order by 1`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const each = tables.map(
      ({ name }) => `select '${name}' as name, count(*)::int as rows from "${name}" where partnership_id <> $1`,
    );
    for (const persona of [...ofAmager, ...ofNoerrebro]) {
      const seen = await world.asks(persona, ({ sql }, me) =>
        sql.unsafe<{ name: string; rows: number }[]>(each.join(" union all "), [me.partnership]),
      );
      expect([persona, seen.filter(({ rows }) => rows > 0)]).toEqual([persona, []]);
    }
  });

  test("nobody does anything to a referral, and each is told that there is none", async () => {
    const tries = async (people: readonly string[], code: string) => {
      for (const persona of people) {
        const tried = await world.tries(persona, "accept", code);
        expect([persona, tried.ok ? "accepted" : tried.code]).toEqual([persona, "not-found"]);
      }
    };
    await tries(ofAmager, codes.here);
    await tries(ofNoerrebro, codes.there);
  });

  test("nobody sends to a post", async () => {
    const code = await world.logs("vicevaert.titanparken", { service: "SKP" });
    await world.does("skp.sck", "accept", code);
    const sent = await world.tries("skp.sck", "send", code, { to: posts.get("gaeld.socialcenter") });
    expect(sent.ok).toBe(false);
  });

  test("no page says a word, in either language", async () => {
    const theirs = noerrebro.units.filter(({ kind }) => kind === "estate" || kind === "helhedsplan");
    const foreign = [...theirs.map(({ short }) => short), "Café Nora", "Nørrebro", "Forum", "{forum}", codes.here];
    // A function without its name, or a text without English, where English is read.
    const nameless = new RegExp(`"en":""|", (?:${amager.units.map(({ short }) => short).join("|")})"|.{40}undefined`);
    const files = Object.entries(pages).filter(([path]) => path.startsWith("./(work)/") && !path.includes("["));
    for (const persona of readers) {
      const token = await world.token(persona);
      for (const language of ["da", "en"]) {
        let shown = 0;
        for (const [path, load] of files) {
          const { default: page } = await load();
          const drawn = await visit(page, { path: "/", token: `${token}; locale=${language}` }).then(
            (element) => JSON.stringify((element as ReactElement).props, data),
            (error: { digest?: string }) => {
              if (/^NEXT_(HTTP_ERROR_FALLBACK;404|REDIRECT)/.test(error.digest ?? "")) return "";
              throw error;
            },
          );
          if (drawn !== "") shown += 1;
          expect([persona, path, foreign.filter((each) => drawn.includes(each))]).toEqual([persona, path, []]);
          expect([persona, path, nameless.exec(drawn)?.[0]]).toEqual([persona, path, undefined]);
        }
        expect([persona, shown > 2]).toEqual([persona, true]);
      }
    }
  });
});
