import { randomUUID } from "node:crypto";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { listFile } from "#lib/directory/list/list-input.ts";
import { keepView } from "../../inbox/keep-view.ts";
import { searchLog } from "../../log/search-log.ts";
import { tryList } from "../../people/invite-list.ts";
import { tick, untick } from "../../protection/checklist.ts";
import { sayNoNames } from "../../words/words.ts";
import { publishNothing } from "../publish-nothing.ts";
import { valueOf, type World } from "../world.ts";
import { day, lead, type Making, matterOf, onReferral } from "./sound-acts.ts";
import { soundMeetings } from "./sound-meetings.ts";
import { soundRevisions } from "./sound-revisions.ts";

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
const caseworker = "sagsbehandler.sck";

const saysNoName = (world: World, persona: string) =>
  world.asks(persona, async (tx, me) => sayNoNames(tx, me, new Set(["smørrebrødsklub"])));

const leader = "leder.sck";
const listOf = (row: string) => Buffer.from(`Mail;Navn;Funktion;Enhed\n${row}\n`).toString("base64");
const colleague = "boligraadgiver2.sck";
const people = new WeakMap<World, Promise<string>>();
/** Asked once: a change of their posts signs the colleague out. */
const colleagueOf = (world: World): Promise<string> => {
  const known = people.get(world) ?? world.asks(colleague, async (_tx, me) => me.person);
  people.set(world, known);
  return known;
};
let nextAbsence = 0;

/** About the second housing adviser, by who leads them. */
const onColleague =
  (body: (world: World) => Promise<object>): Making =>
  async (world) => ({ as: leader, params: { id: await colleagueOf(world) }, body: { ...(await body(world)) } });

const narrowed = { list: "held", state: "late" } as const;

/** Every other change, by the route that takes it. A route that is not here is red in `matrix.test.ts`. */
export const soundChanges: Record<string, Making> = {
  ...soundMeetings,
  "/api/referrals": async (world) => ({
    as: titanparken,
    body: {
      ...(await matterOf("BOLIGYDELSE")(world)),
      service: "BOLIGYDELSE",
      consent: { name: "written", feedback: "yes" },
      to: await world.post(caseworker),
    },
  }),
  "/api/bulk": async (world) => ({ as: adviser, body: { act: "agenda", codes: [await lead(world, "sent")] } }),
  "/api/protection/checklist": async (world) => {
    await world.asks("admin", async (tx, me) => untick(tx, me, { point: "dpia" }));
    return { as: "admin", body: { point: "dpia", on: await day(world, -1) } };
  },
  "/api/protection/checklist/take-back": async (world) => {
    await world.asks("admin", async (tx, me) => tick(tx, me, { point: "residents", on: me.today }));
    return { as: "admin", body: { point: "residents" } };
  },
  "/api/log/search": async (world) => ({ as: "dpo", body: { from: await day(world, -30), to: await day(world, 0) } }),
  "/api/log/export": async (world) => {
    const search = await world.asks("dpo", async (tx, me) => {
      const asked = await searchLog(tx, me, { from: addDays(me.today, -30), to: me.today });
      return valueOf(asked).id;
    });
    return { as: "dpo", body: { search, purpose: "control" } };
  },
  "/api/statistics/export": async (world) => {
    await publishNothing(world, "2025-01-01");
    return { as: "forum", body: { quarter: "2025-01-01", purpose: "report" } };
  },
  "/api/views": async () => ({ as: titanparken, body: narrowed }),
  "/api/views/remove": async () => ({ as: titanparken, body: narrowed }),
  "/api/views/move": async (world) => {
    await world.as(titanparken, (tx, me) => keepView(tx, me, narrowed));
    return { as: titanparken, body: { ...narrowed, to: "later" } };
  },
  "/api/find": async () => ({ as: titanparken, body: { service: "BOLIGYDELSE" } }),
  "/api/referrals/[code]/presence": onReferral("taken", adviser, { there: true }),
  "/api/text": async () => ({ as: titanparken, body: { text: "åbner ikke døren" } }),
  "/api/words": async (world) => {
    for (const persona of [titanparken, adviser, caseworker]) await saysNoName(world, persona);
    return { as: "admin", body: { word: "smørrebrødsklub" } };
  },
  "/api/words/drop": async () => ({ as: "admin", body: { word: "smørrebrødsklub" } }),
  "/api/drafts": async () => ({ as: titanparken, body: { service: "BOLIGYDELSE", situations: ["NY"] } }),
  "/api/drafts/[id]/remove": async (world) => {
    const id = randomUUID();
    await world.asks(
      titanparken,
      ({ sql }) => sql`
      insert into draft (partnership_id, id, person_id, coded) values (door.partnership(), ${id}, door.me(), '{}')`,
    );
    return { as: titanparken, params: { id }, body: { page: "form" } };
  },
  "/api/account/sessions/end": async () => ({ as: titanparken, body: { session: "others" } }),
  "/api/account/mail": async () => ({ as: titanparken, body: { on: ["waits", "deadline"] } }),
  "/api/account/calendar": async () => ({ as: titanparken, body: {} }),
  "/api/account/calendar/remove": async () => ({ as: titanparken, body: {} }),
  "/api/session/extend": async () => ({ as: titanparken, body: {} }),
  "/api/notices/seen": async () => ({ as: titanparken, body: { upTo: "2026-11-12 09:00:00+01" } }),
  "/api/contacts/[post]": async (world) => ({
    as: adviser,
    params: { post: await world.post(adviser) },
    body: { phone: "20000021", mail: "", hours: { mon: { from: "9", to: "12" } } },
  }),
  "/api/contacts/[post]/capacity": async (world) => ({
    as: adviser,
    params: { post: await world.post(adviser) },
    body: { service: "UDSAETTELSE" },
  }),
  "/api/contacts/[post]/check": async (world) => ({
    as: adviser,
    params: { post: await world.post(adviser) },
    body: {},
  }),
  "/api/people": async (world) => ({
    as: leader,
    body: {
      name: "Ny Kollega",
      mail: `ny.${randomUUID()}@brobyg.example`,
      holds: [await world.post(adviser)],
      from: await day(world, 0),
    },
  }),
  "/api/people/list": async (world) => {
    const file = listOf(`ny.${randomUUID()}@brobyg.example;Ny Kollega;Boligrådgiver;SCK`);
    const plan = await world.as(leader, async (tx, me) =>
      tryList(tx, me, { file: listFile.parse(file), locale: "da" }),
    );
    return { as: leader, body: { file, seen: valueOf(plan).seen } };
  },
  "/api/people/list/try": async () => ({
    as: leader,
    body: { file: listOf("ny@brobyg.example;Ny Kollega;Boligrådgiver;SCK") },
  }),
  "/api/people/requests": async (world) => {
    const [person, post] = [
      await world.asks("vicevaert.lundtoftegade", async (_tx, me) => me.person),
      await world.post(titanparken),
    ];
    const request = await world.asks("leder.akb", async ({ sql }) => {
      const [asked] = await sql<{ id: string }[]>`
        select coalesce(door.request_post(${person}, ${post}, 'deputy', door.today()),
          (select id from holding_request where outcome is null and person_id = ${person} and post_id = ${post})) as id`;
      return asked?.id;
    });
    return { as: "admin", body: { request, answer: "refused" } };
  },
  "/api/people/[id]/absence": onColleague(async (world) => {
    const ahead = 30 + (nextAbsence++ % 300);
    return { from: await day(world, ahead), to: await day(world, ahead) };
  }),
  "/api/people/[id]/absence/back": onColleague(async (world) => {
    const from = `2030-01-${String(1 + (nextAbsence++ % 28)).padStart(2, "0")}`;
    await world.asks(
      leader,
      async ({ sql }) => sql`
      insert into absence (partnership_id, person_id, from_day, to_day)
      values (door.partnership(), ${await colleagueOf(world)}, ${from}, ${from}) on conflict do nothing`,
    );
    return { from: formatDanishDate(from as Day) };
  }),
  "/api/people/[id]/contact": onColleague(async () => ({ phone: "20000022", mail: "" })),
  "/api/people/[id]/hand-over": onColleague(async () => ({ heirs: {} })),
  "/api/people/[id]/link": onColleague(async () => ({})),
  "/api/people/[id]/posts": onColleague(async (world) => ({
    post: await world.post("mentor.sck"),
    as: "deputy",
    from: await day(world, 0),
  })),
  "/api/people/[id]/posts/end": onColleague(async (world) => ({ post: await world.post("mentor.sck") })),
  ...soundRevisions,
  // Last, since the colleague is gone then.
  "/api/people/[id]/leave": onColleague(async () => ({ heirs: {} })),
};
