import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import {
  type Attack,
  type Attacker,
  type Its,
  openAttacker,
  type Sql,
  stepReferral,
  tellEvent,
  withEvent,
} from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];

describe("an event", () => {
  const withEventOf = (place: Place, as: "from" | "to") => (sql: Sql) =>
    withEvent(them.its[place], { act: "agenda", as: them.its[place][as] })(sql);
  const twice = (place: Place, as: "from" | "to") => async (sql: Sql) => {
    await withEventOf(place, as)(sql);
    const of = them.its[place];
    return tellEvent(
      sql,
      { ...of, events: of.events + 1 },
      { act: "follow_up", as: of[as], details: { on: addDays(them.today, 3) } },
    );
  };
  type Told = {
    as: "from" | "to";
    act?: string;
    who?: string;
    at?: string;
    skip?: number;
    reason?: string;
    details?: Record<string, string>;
  };
  const tell =
    (place: Place, { as, act = "agenda", who, at = "app_now()", skip = 0, reason, details = {} }: Told) =>
    async (sql: Sql) => {
      const of = them.its[place];
      return sql.unsafe(
        `insert into event (partnership_id, referral_id, seq, handover_id, act, person_id, post_id, reason, details, at)
       values ($1, $2, $3, $4, $5, coalesce($6, door.me()), $7, $8, $9, ${at})`,
        [
          of.partnership,
          of.id,
          of.events + 1 + skip,
          of.handover,
          act,
          who ? them.person(who) : null,
          of[as],
          reason ?? null,
          sql.json(details),
        ],
      );
    };

  const attacks: Attack[] = [
    ["is told by whoever did it", adviser, withEventOf("taken", "to"), 1],
    ["is of an act that there is", adviser, tell("taken", { as: "to", act: "Fru Hansen bor på 3. sal" }), "22P02"],
    [
      "says nothing in words of one's own",
      adviser,
      tell("taken", { as: "to", details: { until: "Fru Hansen" } }),
      "BB008",
    ],
    ["gives no reason in words of one's own", adviser, tell("taken", { as: "to", reason: "Fru Hansen" }), "BB008"],
    [
      "is no look at a screen that there is not",
      adviser,
      async (sql) => sql`select door.look('fru-hansen', '{}')`,
      "BB009",
    ],
    ["is one act a transaction", adviser, twice("taken", "to"), "BB008"],
    ["is not told alone", adviser, tell("taken", { as: "to" }), "BB013"],
    ["is not told in another's name", adviser, tell("taken", { as: "to", who: titanparken }), "42501"],
    ["is not told as another post", adviser, tell("taken", { as: "from" }), "BB008"],
    ["is not told by the coordinator of others' referrals", "sagsbehandler.sck", tell("taken", { as: "to" }), "BB008"],
    ["is not told by a former receiver", adviser, tell("returned", { as: "to" }), "BB008"],
    [
      "of what only the system does is not told by a person",
      adviser,
      tell("taken", { as: "to", act: "succeed" }),
      "BB008",
    ],
    ["of taking over is not told by the sender", titanparken, tell("sent", { as: "from", act: "accept" }), "BB008"],
    ["of withdrawing is not told by the receiver", adviser, tell("sent", { as: "to", act: "withdraw" }), "BB008"],
    ["of a consent is not told by the receiver", adviser, tell("sent", { as: "to", act: "consent" }), "BB008"],
    ["of voiding is not told by the holder", adviser, tell("taken", { as: "to", act: "void" }), "BB008"],
    ["of an undo needs something to undo", adviser, tell("taken", { as: "to", act: "undo" }), "BB008"],
    ["is not told of tomorrow", adviser, tell("taken", { as: "to", at: "app_now() + interval '1 day'" }), "BB008"],
    ["skips no number", adviser, tell("taken", { as: "to", skip: 1 }), "BB008"],
    ["is never rewritten", adviser, (sql) => sql`update event set act = 'return'`, "42501"],
    ["is never deleted", adviser, (sql) => sql`delete from event`, "42501"],
  ];
  test.each(attacks)("%s (%s)", async (_claim, persona, statements, outcome) => {
    expect(await them.attack(persona, statements)).toBe(outcome);
  });
});

describe("what a post may see", () => {
  type Giving = { to: () => string; scope: string; until?: string; hears?: boolean };
  const give =
    (place: Place, { to, scope, until = "null", hears = true }: Giving) =>
    (sql: Sql) =>
      sql.unsafe(
        `insert into party (partnership_id, referral_id, post_id, scope, until, sees_result)
       values ($1, $2, $3, '${scope}', ${until}, ${hears})
       on conflict (partnership_id, referral_id, post_id)
       do update set scope = excluded.scope, until = excluded.until, sees_result = excluded.sees_result`,
        [them.its[place].partnership, them.its[place].id, to()],
      );
  /** The same after an event of one's own, as the steps want it. */
  const told = (place: Place, as: "from" | "to", giving: Giving) => (sql: Sql) =>
    withEvent(them.its[place], { act: "agenda", as: them.its[place][as], next: give(place, giving) })(sql);
  const skp = () => them.post("skp.sck");
  const its = (place: Place, side: "from" | "to") => () => them.its[place][side];
  const proposedTo = () => them.post("brobygger.lokalomraadekontoret");

  const attacks: Attack[] = [
    ["changes with an event", adviser, give("taken", { to: its("taken", "to"), scope: "whole" }), "BB006"],
    ["is nothing without a part in it", adviser, told("taken", "to", { to: skp, scope: "whole" }), "BB006"],
    ["is not even a part without one", adviser, told("taken", "to", { to: skp, scope: "part" }), "BB006"],
    ["is nothing of a proposal", titanparken, told("proposed", "from", { to: proposedTo, scope: "whole" }), "BB006"],
    [
      "is not raised while the matter is hidden",
      adviser,
      told("concealed", "to", { to: its("concealed", "to"), scope: "whole" }),
      "BB006",
    ],
    [
      "is not raised by a former receiver",
      adviser,
      give("returned", { to: its("returned", "to"), scope: "whole" }),
      "BB006",
    ],
    [
      "is not taken by the coordinator",
      "sagsbehandler.sck",
      give("taken", { to: () => them.post("sagsbehandler.sck"), scope: "whole" }),
      "BB006",
    ],
    [
      "is not taken from the origin",
      adviser,
      told("taken", "to", { to: its("taken", "from"), scope: "part" }),
      "BB006",
    ],
    [
      "is not taken from the holder",
      titanparken,
      told("taken", "from", { to: its("taken", "to"), scope: "none" }),
      "BB006",
    ],
    [
      "is no outcome for an origin without consent to it",
      titanparken,
      told("concealed", "from", { to: its("concealed", "from"), scope: "whole" }),
      "BB006",
    ],
    [
      "has an end once it is closed",
      adviser,
      give("completed", { to: its("completed", "to"), scope: "whole" }),
      "BB006",
    ],
    [
      "ends after 90 days",
      adviser,
      give("completed", { to: its("completed", "to"), scope: "whole", until: "door.today() + 400" }),
      "BB006",
    ],
    ["is never deleted", adviser, (sql) => sql`delete from party`, "42501"],
  ];
  test.each(attacks)("%s (%s)", async (_claim, persona, statements, outcome) => {
    expect(await them.attack(persona, statements)).toBe(outcome);
  });
});

describe("an undo", () => {
  const { accept, pretend } = {
    accept: (sql: Sql, of: Its) =>
      sql`insert into event (partnership_id, referral_id, seq, handover_id, act, person_id, post_id, details)
        values (${of.partnership}, ${of.id}, ${of.events + 1}, ${of.handover}, 'agenda', door.me(), ${of.to}, '{}')`,
    pretend: (of: Its) => ({ referral: {}, handovers: [], parties: [{ post: of.to, scope: "whole", until: null }] }),
  };

  test("puts back what the database kept, and nobody says what that was", async () => {
    const of = them.its.concealed;
    const outcome = await them.attack(
      adviser,
      (sql) => sql`
        insert into event (partnership_id, referral_id, seq, handover_id, act, person_id, post_id, details, before)
        values (${of.partnership}, ${of.id}, ${of.events + 1}, ${of.handover}, 'agenda', door.me(), ${of.to},
          '{}', ${sql.json(pretend(of))})`,
    );
    expect(outcome).toBe("42501");
  });

  test("is of another transaction than what it undoes, savepoint or not", async () => {
    const of = them.its.taken;
    const outcome = await them.attack(adviser, async (sql) => {
      await sql.savepoint(async (inner) => {
        await accept(inner, of);
        await stepReferral(inner, of, ", on_agenda = true");
      });
      return tellEvent(sql, { ...of, events: of.events + 1 }, { act: "undo", as: of.to, details: { undid: "agenda" } });
    });
    expect(outcome).toBe("BB008");
  });
});
