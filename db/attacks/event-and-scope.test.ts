import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Attack, type Attacker, openAttacker, type Sql, withEvent } from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];

describe("an event", () => {
  type Told = { as: "from" | "to"; act?: string; who?: string; at?: string; skip?: number };
  const tell =
    (place: Place, { as, act = "agenda", who, at = "app_now()", skip = 0 }: Told) =>
    async (sql: Sql) => {
      const of = them.its[place];
      await sql`update referral set events = events + 1 where id = ${of.id}`;
      return sql.unsafe(
        `insert into event (partnership_id, id, referral_id, seq, handover_id, act, person_id, post_id, details, at)
       values ($1, $2, $3, $4, $5, $6, coalesce($7, door.me()), $8, '{}', ${at})`,
        [
          of.partnership,
          randomUUID(),
          of.id,
          of.events + 1 + skip,
          of.handover,
          act,
          who ? them.person(who) : null,
          of[as],
        ],
      );
    };

  const attacks: Attack[] = [
    ["is told by whoever did it", adviser, tell("taken", { as: "to" }), 1],
    ["is not told in another's name", adviser, tell("taken", { as: "to", who: titanparken }), "42501"],
    ["is not told as another post", adviser, tell("taken", { as: "from" }), "42501"],
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
      "BB001",
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
  test("is not made possible by an event that claims there was something to undo", async () => {
    const { id, partnership, events, handover, to } = them.its.concealed;
    const before = { referral: {}, handovers: [], parties: [{ post: to, scope: "whole", until: null }] };
    const outcome = await them.attack(adviser, async (sql) => {
      await sql`update referral set events = events + 1 where id = ${id}`;
      await sql`
        insert into event (partnership_id, id, referral_id, seq, handover_id, act, person_id, post_id, details, before)
        values (${partnership}, ${randomUUID()}, ${id}, ${events + 1}, ${handover}, 'accept', door.me(), ${to}, '{}',
          ${sql.json(before)})`;
      await sql`update party set scope = 'whole' where referral_id = ${id} and post_id = ${to}`;
      return sql`select 1 from referral_matter where referral_id = ${id}`;
    });
    expect(outcome).toBe("BB006");
  });
});
