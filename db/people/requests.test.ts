import type postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PostRequest } from "#lib/directory/people-view.ts";
import { ok } from "#lib/result.ts";
import { situations } from "../testing/situations.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { givePost } from "./holdings.ts";
import { invite } from "./invite.ts";
import { leave } from "./leave.ts";
import { readPeople } from "./read-people.ts";
import { answerRequest } from "./requests.ts";

let world: World;
let worlds = 0;
beforeEach(async () => {
  world = await openWorld();
  // Every clone has the same partnership, and a process keeps a directory for as long as it counts the same.
  worlds += 1;
  await world.owns(["partnership"], (sql) => sql`update partnership set directory = directory + ${worlds * 7000}`);
});
afterEach(() => world.close());

const leader = "leder.akb";
const idOf = (persona: string) => world.asks(persona, async (_tx, me) => me.person);
const waiting = async (persona: string): Promise<PostRequest[]> =>
  valueOf(await world.as(persona, (tx, me) => readPeople(tx, me, "da"))).requests;
const answers = (persona: string, request: string, answer: "confirmed" | "refused" | "withdrawn") =>
  world.as(persona, (tx, me) => answerRequest(tx, me, { request, answer, locale: "da" }));
const mailsTo = (kind: string) =>
  world.owns(
    ["mail", "person"],
    (sql) => sql<{ name: string }[]>`
      select p.name from mail m join person p on p.id = m.person_id where m.kind = ${kind} order by m.at, p.name`,
  );
const logged = (what: string) => world.owns(["log"], (sql) => sql`select 1 from log where what = ${what}`);
const refusalOf = async (persona: string, statement: string) => {
  try {
    await world.asks(persona, ({ sql }) => sql.unsafe(statement));
    return null;
  } catch (error) {
    return (error as postgres.PostgresError).code;
  }
};

const asks = async (who: string, post = "vicevaert.titanparken", as: "holder" | "deputy" = "holder") => {
  const person = await idOf(who);
  const to = await world.post(post);
  return world.as(leader, (tx, me) => givePost(tx, me, { person, post: to, as, from: me.today }));
};
async function asked(who: string): Promise<string> {
  expect(valueOf(await asks(who))).toEqual({ waits: true });
  return (await waiting(leader)).at(-1)?.id ?? "";
}
const invites = async (mail: string) => {
  const holds = [await world.post("vicevaert.guldberg-have")];
  return world.as(leader, (tx, me) =>
    invite(tx, me, { name: "Nanna Nøglering", mail, holds, standsIn: [], from: me.today, locale: "da" }),
  );
};

describe("a housing organisation's post that its leader gives", () => {
  test("counts for nothing until an administrator has confirmed it, and then it does", async () => {
    const code = await situations.sent(world);
    const post = await world.post("vicevaert.titanparken");
    const request = await asked("vicevaert.lundtoftegade");
    const acts = () => world.asks("vicevaert.lundtoftegade", async (_tx, me) => me.posts.includes(post));
    const sees = () =>
      world.asks("vicevaert.lundtoftegade", ({ sql }) => sql`select 1 from referral where code = ${code}`);
    expect([await acts(), (await sees()).length]).toEqual([false, 0]);
    expect(await mailsTo("request-waits")).toEqual([{ name: "Emil Tastesen" }]);
    valueOf(await answers("admin", request, "confirmed"));
    await world.signsInAgain("vicevaert.lundtoftegade");
    expect([await acts(), (await sees()).length]).toEqual([true, 1]);
    expect(await mailsTo("welcome")).toEqual([{ name: "Yusuf Opgangsdal" }]);
    expect(await mailsTo("request-confirmed")).toEqual([{ name: "Torben Tagrende" }]);
    expect((await mailsTo("access-changed")).map(({ name }) => name)).toEqual(["Selma Låsebjerg", "Selma Låsebjerg"]);
    expect([await logged("holding_request.asked"), await logged("holding_request.confirmed")]).toEqual([
      [expect.anything()],
      [expect.anything()],
    ]);
  });

  test("is shown to the leader who asked and to the administrator, and to nobody else", async () => {
    await asked("vicevaert.lundtoftegade");
    const line = {
      name: "Yusuf Opgangsdal",
      label: "Projektleder/social vicevært, Titanparken",
      askedBy: "Torben Tagrende",
    };
    expect(await waiting(leader)).toMatchObject([{ ...line, mayConfirm: false, mayWithdraw: true }]);
    expect(await waiting("admin")).toMatchObject([{ ...line, mayConfirm: true, mayWithdraw: false }]);
    expect(await waiting("leder.sck")).toEqual([]);
    for (const persona of ["dpo", "vicevaert.titanparken", "vicevaert.lundtoftegade", "forum"])
      expect(await world.asks(persona, ({ sql }) => sql`select 1 from holding_request`)).toHaveLength(0);
  });

  test("is refused, and whoever asked is told; a newcomer who was to come by it alone does not come", async () => {
    const { person, waits } = valueOf(await invites("nanna@noerrebro.example"));
    expect(waits).toBe(true);
    expect(await mailsTo("invitation")).toEqual([]);
    valueOf(await answers("admin", (await waiting("admin"))[0]?.id ?? "", "refused"));
    expect(await mailsTo("request-refused")).toEqual([{ name: "Torben Tagrende" }]);
    const [gone] = await world.owns(
      ["person"],
      (sql) => sql`select left_on is not null as gone from person where id = ${person}`,
    );
    expect(gone).toEqual({ gone: true });
    expect([await mailsTo("invitation"), await mailsTo("left"), await waiting("admin")]).toEqual([[], [], []]);
  });

  test("lets a newcomer in by a link once it is confirmed, also one who was refused before", async () => {
    valueOf(await invites("nanna@noerrebro.example"));
    valueOf(await answers("admin", (await waiting("admin"))[0]?.id ?? "", "refused"));
    const { person } = valueOf(await invites("nanna@noerrebro.example"));
    valueOf(await answers("admin", (await waiting("admin"))[0]?.id ?? "", "confirmed"));
    expect(await mailsTo("invitation")).toEqual([{ name: "Nanna Nøglering" }]);
    const rows = await world.owns(
      ["person", "holding"],
      (sql) => sql`select p.left_on, h.kind from person p join holding h on h.person_id = p.id where p.id = ${person}`,
    );
    expect(rows).toEqual([{ left_on: null, kind: "holder" }]);
  });

  test("is answered once: two administrators at the same moment are one yes", async () => {
    const request = await asked("vicevaert.lundtoftegade");
    const both = await Promise.all([answers("admin", request, "confirmed"), answers("admin", request, "refused")]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.filter((each) => !each.ok)).toMatchObject([{ code: "request-over" }]);
    expect(await answers("admin", request, "confirmed")).toMatchObject({ code: "request-over" });
    expect(await answers(leader, request, "withdrawn")).toMatchObject({ code: "request-over" });
  });

  test("is taken back by whoever asked, and by nobody else", async () => {
    const request = await asked("vicevaert.lundtoftegade");
    for (const persona of ["admin", "leder.sck", "vicevaert.lundtoftegade"])
      expect(await answers(persona, request, "withdrawn")).toMatchObject({ code: "not-yours" });
    valueOf(await answers(leader, request, "withdrawn"));
    expect([await waiting(leader), await mailsTo("welcome"), await mailsTo("request-refused")]).toEqual([[], [], []]);
  });

  test("that somebody else gave meanwhile is not given twice", async () => {
    const request = await asked("vicevaert.lundtoftegade");
    const [person, post] = [await idOf("vicevaert.lundtoftegade"), await world.post("vicevaert.titanparken")];
    valueOf(await world.as("admin", (tx, me) => givePost(tx, me, { person, post, as: "deputy", from: me.today })));
    expect(await answers("admin", request, "confirmed")).toMatchObject({ code: "already-holds" });
    valueOf(await answers("admin", request, "refused"));
  });

  test("waits once, and no longer for somebody who has left", async () => {
    await asked("vicevaert.lundtoftegade");
    expect(await asks("vicevaert.lundtoftegade")).toMatchObject({ code: "already-asked", field: "post" });
    const person = await idOf("vicevaert.lundtoftegade");
    valueOf(await world.as("admin", (tx, me) => leave(tx, me, { person, heirs: {} })));
    expect(await waiting("admin")).toEqual([]);
  });

  test("is given at once by an administrator, who is a second person already", async () => {
    const [person, post] = [await idOf("vicevaert.lundtoftegade"), await world.post("vicevaert.titanparken")];
    const given = await world.as("admin", (tx, me) => givePost(tx, me, { person, post, as: "deputy", from: me.today }));
    expect(valueOf(given)).toEqual({ waits: false });
  });
});

describe("nobody confirms", () => {
  test("what is for themselves, or what they asked for", async () => {
    const forAdmin = await asked("admin");
    expect(await answers("admin", forAdmin, "confirmed")).toMatchObject({ code: "not-yours" });
    expect(await refusalOf("admin", `select door.answer_request('${forAdmin}', 'confirmed', 'da')`)).toBe("BB006");
    const byLeader = await asked("vicevaert.lundtoftegade");
    // The leader becomes an administrator too, by somebody else.
    const [person, post] = [await idOf(leader), await world.post("administrator")];
    valueOf(await world.as("admin", (tx, me) => givePost(tx, me, { person, post, as: "holder", from: me.today })));
    await world.signsInAgain(leader);
    expect(await answers(leader, byLeader, "confirmed")).toMatchObject({ code: "not-yours" });
    expect(await refusalOf(leader, `select door.answer_request('${byLeader}', 'confirmed', 'da')`)).toBe("BB006");
    valueOf(await answers("admin", byLeader, "confirmed"));
    valueOf(await answers(leader, forAdmin, "withdrawn"));
  });

  test("by SQL what they may not: the table is the door's, and the door asks who", async () => {
    const request = await asked("vicevaert.lundtoftegade");
    for (const persona of [leader, "leder.sck", "vicevaert.lundtoftegade", "dpo"])
      expect([
        persona,
        await refusalOf(persona, `select door.answer_request('${request}', 'confirmed', 'da')`),
      ]).toEqual([persona, "BB006"]);
    for (const statement of [
      "update holding_request set outcome = 'confirmed'",
      "insert into holding_request select * from holding_request",
      "delete from holding_request",
    ])
      for (const persona of [leader, "admin"])
        expect([persona, await refusalOf(persona, statement)]).toEqual([persona, "42501"]);
    const [lundtofte, skp] = [await idOf("vicevaert.lundtoftegade"), await world.post("skp.sck")];
    const own = await idOf(leader);
    const post = await world.post("vicevaert.titanparken");
    for (const [who, which] of [
      [own, post],
      [lundtofte, skp],
    ])
      expect(await refusalOf(leader, `select door.request_post('${who}', '${which}', 'holder', door.today())`)).toBe(
        "BB006",
      );
  });
});

test("a leader who gives a post to somebody whom others lead asks too", async () => {
  const [person, post] = [await idOf("sundhed.fc"), await world.post("skp.sck")];
  const given = await world.as("leder.sck", (tx, me) =>
    givePost(tx, me, { person, post, as: "deputy", from: me.today }),
  );
  expect(valueOf(given)).toEqual({ waits: true });
  expect(await world.as("sundhed.fc", async (_tx, me) => ok(me.posts.length))).toMatchObject({ ok: true });
});
