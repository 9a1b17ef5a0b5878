import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays } from "#lib/calendar/day.ts";
import { listFile } from "#lib/directory/list/list-input.ts";
import type { ListPlan } from "#lib/directory/list/list-plan.ts";
import { addressOf } from "../seed/demo-people.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { inviteList, tryList } from "./invite-list.ts";
import { leave } from "./leave.ts";
import { readListPosts } from "./list-posts.ts";
import { readPeople } from "./read-people.ts";

let world: World;
let worlds = 0;
beforeEach(async () => {
  world = await openWorld();
  // Every clone has the same partnership, and a process keeps a directory for as long as it counts the same.
  worlds += 1;
  await world.owns(["partnership"], (sql) => sql`update partnership set directory = directory + ${worlds * 3000}`);
});
afterEach(() => world.close());

const sheet = (...rows: string[]) =>
  listFile.parse(Buffer.from(["Mail;Navn;Funktion;Enhed;Fra", ...rows].join("\n")).toString("base64"));
const tries = (persona: string, ...rows: string[]) =>
  world.as(persona, (tx, me) => tryList(tx, me, { file: sheet(...rows), locale: "da" }));
const does = (persona: string, seen: string, ...rows: string[]) =>
  world.as(persona, (tx, me) => inviteList(tx, me, { file: sheet(...rows), seen, locale: "da" }));
async function invites(persona: string, ...rows: string[]) {
  const { seen } = valueOf(await tries(persona, ...rows));
  return valueOf(await does(persona, seen, ...rows));
}
const outcomes = ({ lines }: ListPlan) => lines.map(({ row, outcome }) => [row, outcome]);
const faults = (plan: ListPlan) => plan.faults.map(({ row, column, code }) => [row, column, code]);

const all = () =>
  world.owns(
    ["account", "person", "holding", "holding_request", "mail", "invitation", "log", "partnership"],
    async (sql) => {
      const [row] = await sql`
        select (select count(*) from account) as accounts, (select count(*) from person) as people,
          (select count(*) from holding) as holdings, (select count(*) from holding_request) as requests,
          (select count(*) from mail) as mails, (select count(*) from invitation) as links,
          (select count(*) from log) as log, (select max(directory) from partnership) as directory`;
      return row;
    },
  );
const held = (mail: string) =>
  world.owns(
    ["account", "person", "holding", "post", "unit_name"],
    (sql) => sql<{ function: string; from: string }[]>`
      select p.function, h.valid_from::text as "from" from account a join person x on x.account_id = a.id
      join holding h on h.person_id = x.id join post p on p.id = h.post_id where a.email = ${mail} order by 1`,
  );
const mailed = (mail: string) =>
  world.owns(
    ["mail"],
    (sql) => sql<{ kind: string }[]>`select kind from mail where to_address = ${mail} and kind <> 'access-changed'`,
  );

const nanna = "nanna@noerrebro.example;Nanna Nøglering;Boligrådgiver;SCK;";
const mentor = "Nanna@noerrebro.example;Nanna Nøglering;Social mentor;SCK;";
const bo = "bo@noerrebro.example;Bo Bagtrappe;Projektleder/social vicevært;Titanparken;";

describe("a list that is tried", () => {
  test("says what would happen, and nothing of it is there: no account, no mail, no row of the log", async () => {
    await world.asks("admin", async () => null);
    const before = await all();
    const plan = valueOf(await tries("admin", nanna, mentor));
    expect(outcomes(plan)).toEqual([
      [2, "invited"],
      [3, "invited"],
    ]);
    expect(plan.lines[0]).toMatchObject({ mail: "nanna@noerrebro.example", post: "Boligrådgiver, SCK" });
    expect(await all()).toEqual(before);
  });

  test("says what is wrong by row and column, of the cells and of what only the database knows", async () => {
    const plan = valueOf(
      await tries(
        "admin",
        nanna,
        "bo@a;Bo;Astronaut;SCK;",
        `${addressOf("admin")};Emil Tastesen;Boligrådgiver;SCK;`,
        `${addressOf("skp.sck")};Signe;Social mentor;SCK;`,
      ),
    );
    expect(faults(plan).slice(0, 2)).toEqual([
      [3, "mail", "mail"],
      [3, "function", "function"],
    ]);
    expect(faults(plan)[2]).toEqual([4, "function", "oneself"]);
    expect(faults(plan)[3]).toEqual([5, "function", "already-deputy"]);
    expect(outcomes(plan)).toContainEqual([2, "invited"]);
  });
});

describe("a list that is confirmed", () => {
  test("invites once whoever stands twice, with all the posts, each from its day", async () => {
    const day = addDays(await world.asks("admin", async (_tx, me) => me.today), 10);
    expect(await invites("admin", nanna, `${mentor}${formatDanishDate(day)}`, bo)).toEqual({ people: 2, waits: 0 });
    expect((await held("nanna@noerrebro.example")).map(({ from }) => from).toSorted()[1]).toBe(day);
    expect(await mailed("nanna@noerrebro.example")).toEqual([{ kind: "invitation" }]);
    expect(await mailed("bo@noerrebro.example")).toEqual([{ kind: "invitation" }]);
  });

  test("again it gives nothing twice and mails nobody; whoever is here gets what is new and is told", async () => {
    await invites("admin", nanna);
    const plan = valueOf(await tries("admin", nanna, mentor));
    expect(outcomes(plan)).toEqual([
      [2, "held"],
      [3, "given"],
    ]);
    expect(await invites("admin", nanna)).toEqual({ people: 0, waits: 0 });
    expect(await mailed("nanna@noerrebro.example")).toHaveLength(1);
    expect(await invites("admin", nanna, mentor)).toEqual({ people: 1, waits: 0 });
    expect(await held("nanna@noerrebro.example")).toHaveLength(2);
  });

  test("is not done where one row is wrong, and nothing of the others is left", async () => {
    await world.asks("admin", async () => null);
    const before = await all();
    const rows = [nanna, bo, `${addressOf("admin")};Emil Tastesen;Boligrådgiver;SCK;`];
    const { seen } = valueOf(await tries("admin", ...rows));
    expect(await does("admin", seen, ...rows)).toMatchObject({ ok: false, code: "list-faults" });
    expect(await all()).toEqual(before);
  });

  test("is not done where it comes to something else than was seen", async () => {
    const { seen } = valueOf(await tries("admin", nanna, mentor));
    await invites("admin", nanna);
    expect(await does("admin", seen, nanna, mentor)).toMatchObject({ ok: false, code: "list-changed" });
    expect(await does("admin", "x", nanna)).toMatchObject({ ok: false, code: "list-changed" });
    expect(await held("nanna@noerrebro.example")).toHaveLength(1);
  });

  test("lets in again whoever had left", async () => {
    const person = await world.asks("boligraadgiver2.sck", async (_tx, me) => me.person);
    valueOf(await world.as("admin", (tx, me) => leave(tx, me, { person, heirs: {} })));
    const row = `${addressOf("boligraadgiver2.sck")};Hvad som helst;Social mentor;SCK;`;
    expect(outcomes(valueOf(await tries("admin", row)))).toEqual([[2, "invited"]]);
    expect(await invites("admin", row)).toEqual({ people: 1, waits: 0 });
    const [row_] = await world.owns(["person"], (sql) => sql`select left_on from person where id = ${person}`);
    expect(row_).toEqual({ left_on: null });
  });
});

describe("of one list", () => {
  const many = Array.from({ length: 12 }, (_, at) => `ny${at}@noerrebro.example;Ny Nummer;Boligrådgiver;SCK;`);
  const known = ["skp.sck", "mentor.sck"].map((name) => `${addressOf(name)};Kendt;Boligrådgiver;SCK;`);
  /** How many mails of each kind somebody got. */
  const got = (name: string) =>
    world.owns(
      ["mail"],
      (sql) => sql<{ kind: string; mails: number }[]>`
        select kind, count(*)::int as mails from mail where to_address = ${addressOf(name)} group by kind order by kind`,
    );

  test("the data protection officer is told once, as is everybody who got something", async () => {
    expect(await invites("admin", ...many, ...known)).toEqual({ people: 14, waits: 0 });
    expect(await got("dpo")).toEqual([{ kind: "access-changed", mails: 1 }]);
    expect(await got("mentor.sck")).toEqual([{ kind: "welcome", mails: 1 }]);
  });

  test("whoever confirms what a leader asks for is told once, and the officer too", async () => {
    const asked = many.map((row) => row.replace("Boligrådgiver;SCK", "Social vicevært;Guldberg Have"));
    expect(await invites("leder.akb", ...asked)).toEqual({ people: 0, waits: 12 });
    expect(await got("admin")).toEqual([{ kind: "request-waits", mails: 1 }]);
    expect(await got("dpo")).toEqual([{ kind: "access-changed", mails: 1 }]);
  });

  test("each of another one is told of again", async () => {
    await invites("admin", ...many.slice(0, 2));
    await invites("admin", ...many.slice(2));
    expect(await got("dpo")).toEqual([{ kind: "access-changed", mails: 2 }]);
  });
});

describe("a list of a leader", () => {
  const guldberg = "nanna@noerrebro.example;Nanna Nøglering;Social vicevært;Guldberg Have;";

  test("names the posts of their units and no others", async () => {
    expect(faults(valueOf(await tries("leder.akb", nanna)))).toContainEqual([2, "unit", "unit"]);
    const posts = await world.as("leder.akb", (tx, me) => readListPosts(tx, me, "da"));
    expect(valueOf(posts).map(({ unit }) => unit)).not.toContain("SCK");
  });

  test("becomes requests where a second person confirms, and asks for none twice", async () => {
    expect(outcomes(valueOf(await tries("leder.akb", guldberg)))).toEqual([[2, "waits"]]);
    expect(await invites("leder.akb", guldberg)).toEqual({ people: 0, waits: 1 });
    expect(await invites("leder.akb", guldberg)).toEqual({ people: 0, waits: 1 });
    const { requests } = valueOf(await world.as("admin", (tx, me) => readPeople(tx, me, "da")));
    expect(requests.map(({ name }) => name)).toEqual(["Nanna Nøglering"]);
    expect(await mailed("nanna@noerrebro.example")).toEqual([]);
  });

  test("does not say whether an address of others is known, nor what its owner is called", async () => {
    const row = `${addressOf("mentor.sck")};Hvem Ved;Social vicevært;Guldberg Have;`;
    expect(valueOf(await tries("leder.akb", row)).lines).toMatchObject([{ name: "Hvem Ved", outcome: "waits" }]);
  });
});

test("nobody else tries or confirms a list, or reads what it may name", async () => {
  for (const persona of ["dpo", "forum", "sagsbehandler.sck", "vicevaert.titanparken"]) {
    expect(await tries(persona, nanna), persona).toMatchObject({ ok: false, code: "not-yours" });
    expect(await does(persona, "x", nanna), persona).toMatchObject({ ok: false, code: "not-yours" });
    expect(await world.as(persona, (tx, me) => readListPosts(tx, me, "da"))).toMatchObject({ code: "not-found" });
  }
});
