import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { letterOf } from "#jobs/letter.ts";
import { addDays } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { sayAway } from "./absence.ts";
import { endPost, givePost } from "./holdings.ts";
import { sendLink } from "./invite.ts";
import { keepContact } from "./keep-contact.ts";
import { leave } from "./leave.ts";

let world: World;
let worlds = 0;
beforeEach(async () => {
  world = await openWorld();
  worlds += 1;
  await world.owns(["partnership"], (sql) => sql`update partnership set directory = directory + ${worlds * 9000}`);
});
afterEach(() => world.close());

type Row = { to: string; kind: string; values: Record<string, string>; locale: "da"; at: Date };
const mails = () =>
  world.owns(
    ["mail"],
    (sql) => sql<Row[]>`select to_address as to, kind, "values", locale, at from mail order by kind, to_address`,
  );
const idOf = (persona: string) => world.asks(persona, async (_tx, me) => me.person);
const own = { origin: "https://brobyg.example", from: "brobyg@brobyg.example" };

type Doing = (tx: Tx, me: Member, person: string) => Promise<Result<unknown>>;
/** Every act of power over a person, and what they are told. */
const acts: [what: string, kind: string, doing: Doing][] = [
  [
    "gives a post",
    "welcome",
    async (tx, me, person) =>
      givePost(tx, me, { person, post: await world.post("boligraadgiver.sck"), as: "deputy", from: me.today }),
  ],
  [
    "ends a post",
    "post-ended",
    async (tx, me, person) => endPost(tx, me, { person, post: await world.post("skp.sck") }),
  ],
  [
    "says that they are away",
    "absence-said",
    (tx, me, person) => sayAway(tx, me, { person, from: me.today, to: addDays(me.today, 3) }),
  ],
  [
    "writes another number",
    "contact-changed",
    (tx, me, person) => keepContact(tx, me, { person, phone: "20304050", mail: null }),
  ],
  ["sends a link", "invitation", (tx, me, person) => sendLink(tx, me, { person, locale: "da" })],
  ["ends their time here", "left", (tx, me, person) => leave(tx, me, { person, heirs: {} })],
];

describe("whoever is concerned is told, and the data protection officer", () => {
  test.each(acts)("when a leader %s", async (_what, kind, doing) => {
    await world.post("boligraadgiver.sck");
    await world.post("skp.sck");
    const person = await idOf("skp.sck");
    valueOf(await world.as("leder.sck", (tx, me) => doing(tx, me, person)));
    const told = await mails();
    const to = (address: string) =>
      told.filter((mail) => mail.to === `${address}@brobyg.example`).map((mail) => mail.kind);
    expect(to("skp.sck")).toContain(kind);
    expect(to("dpo")).toEqual(["access-changed"]);
    for (const mail of told) {
      const letter = letterOf(mail, own);
      expect([mail.kind, letter?.text.includes("{")]).toEqual([mail.kind, false]);
    }
  });

  test.each(acts.slice(1))("when an administrator does so to the officer: %s", async (_what, kind, doing) => {
    const person = await idOf("dpo");
    const of = kind === "post-ended" ? await world.post("databeskyttelsesraadgiver") : "";
    const done = await world.as("admin", (tx, me) =>
      of ? endPost(tx, me, { person, post: of }) : doing(tx, me, person),
    );
    valueOf(done);
    const told = (await mails()).filter(({ to }) => to === "dpo@brobyg.example").map((mail) => mail.kind);
    expect(told).toContain(kind);
  });

  test("but nobody of what they do themselves", async () => {
    const person = await idOf("skp.sck");
    valueOf(await world.as("skp.sck", (tx, me) => sayAway(tx, me, { person, from: me.today, to: me.today })));
    valueOf(await world.as("skp.sck", (tx, me) => keepContact(tx, me, { person, phone: "20304050", mail: null })));
    expect(await mails()).toEqual([]);
  });
});
