import { afterAll, beforeAll, expect, test } from "vitest";
import { newIds } from "../referral/new-ids.ts";
import {
  type Attack,
  type Attacker,
  openAttacker,
  type Sql,
  stepReferral,
  tellEvent,
  tellNotice,
} from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const mimersgade = "raadgiver.mimersgade";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];
type Json = Parameters<Sql["json"]>[0];

/** A correction of what was sent, whole but for what it writes of the situation. */
const corrects = (situations: string, answers: Json) => async (sql: Sql) => {
  const of = them.its.sent;
  const { event } = await tellEvent(sql, of, { act: "correct", as: of.from });
  await sql`insert into referral_matter (partnership_id, referral_id, version, situations, answers, letter_on, written_on)
    values (${of.partnership}, ${of.id}, 2, ${situations}::text[], ${sql.json(answers)}, '2026-01-05', door.today())`;
  await stepReferral(sql, of, ", urgent = false");
  await tellNotice(sql, of, { event, kind: "correction", to: of.to });
  return sql`select 1`;
};
const rent = { AARSAG: "HUSLEJE", TRIN: "RYKKER" };

/** A question, whole but for its words. */
const asks = (code: string | null, body: string | null) => async (sql: Sql) => {
  const of = them.its.sent;
  const { event } = await tellEvent(sql, of, { act: "ask", as: of.to });
  await sql`update handover set state = 'asked', opened_on = door.today(), questions = questions + 1,
    question_by = (select answer_by from handover where id = ${of.handover}) where id = ${of.handover}`;
  await stepReferral(sql, of, ", due_on = least(due_on, (select question_by from handover h where h.id = waiting_id))");
  await sql`insert into message (partnership_id, referral_id, event_id, handover_id, kind, code, body)
    values (${of.partnership}, ${of.id}, ${event}, ${of.handover}, 'question', ${code}, ${body})`;
  await tellNotice(sql, of, { event, kind: "asked", to: of.from });
  return sql`select 1`;
};

/** What the resident says of a discussion, in as many answers as are given. */
const consents = (place: Place, details: Record<string, string | boolean>, names: string[]) => async (sql: Sql) => {
  const of = them.its[place];
  const { event } = await tellEvent(sql, of, { act: "consent", as: of.from, details: { to: of.to, ...details } });
  for (const [at, name] of names.entries())
    await sql`insert into consent (partnership_id, referral_id, seq, unit_id, name, recorded_on, expires_on)
      select ${of.partnership}, ${of.id}, ${at + 2}, unit_id, ${name}, door.today(),
        case when ${name} = 'oral' then door.today() + 30 end from post where id = ${of.to}`;
  await sql`update handover set discussion = false where id = ${of.handover}`;
  await stepReferral(sql, of);
  await tellNotice(sql, of, { event, kind: "consent", to: of.to });
  return sql`select 1`;
};

/** Sent once more to whoever gave advice, with or without asking the resident again. */
const sendsAgain = (asked: boolean) => async (sql: Sql) => {
  const of = them.its.advised;
  const { seed, event, handover } = newIds();
  await sql`insert into event (partnership_id, id, referral_id, seq, handover_id, act, person_id, post_id, details)
    values (${of.partnership}, ${seed}, ${of.id}, ${of.events + 1}, ${handover}, 'send', door.me(), ${of.from},
      ${sql.json({ to: of.to, discussion: true, agreed: false })})`;
  if (asked)
    await sql`insert into consent (partnership_id, referral_id, seq, unit_id, name, recorded_on)
      select ${of.partnership}, ${of.id}, 2, unit_id, 'not_yet', door.today() from post where id = ${of.to}`;
  await sql`insert into handover (partnership_id, referral_id, from_post, to_post, state, discussion, agreed, delivered_on,
      answer_by, questions)
    select partnership_id, referral_id, from_post, to_post, 'sent', true, false, door.today(), answer_by, 0
    from handover where id = ${of.handover}`;
  await stepReferral(
    sql,
    of,
    `, next_step_by = null, waiting_id = '${handover}', due_on = (select answer_by from handover where id = '${handover}')`,
  );
  await tellNotice(sql, of, { event, kind: "sent", to: of.to });
  await sql`insert into party (partnership_id, referral_id, post_id, scope, until, sees_result)
    values (${of.partnership}, ${of.id}, ${of.to}, 'whole', null, true)
    on conflict (partnership_id, referral_id, post_id) do update set scope = 'whole', until = null`;
  return sql`select 1`;
};

/** Passed on out of the agreement, as its event says. */
const passesOut = (details: Record<string, string | boolean>) => async (sql: Sql) => {
  const of = them.its.sent;
  const told = { act: "redirect", as: of.to, reason: "MYNDIGHED", details: { external: "BORGERSERVICE", ...details } };
  const { event } = await tellEvent(sql, of, told);
  await sql`update handover set state = 'redirected', opened_on = door.today(), reason = 'MYNDIGHED' where id = ${of.handover}`;
  await stepReferral(
    sql,
    of,
    `, waiting_id = null, next_step_by = (select r.logged_on + (h.answer_by - h.delivered_on) from referral r
      join handover h on h.id = r.waiting_id where r.id = referral.id)`.replace(/\s+/g, " "),
  );
  await tellNotice(sql, of, { event, kind: "redirected_out", to: of.from });
  await sql`update party set scope = 'part' where referral_id = ${of.id} and post_id = ${of.to}`;
  return sql`select 1`;
};

const twins: Attack[] = [
  ["a situation is written anew", titanparken, corrects("{OVERBLIK}", rent), 1],
  ["a question is asked", adviser, asks("RING", null), 1],
  ["a yes is recorded", titanparken, consents("discussed", {}, ["written"]), 1],
  ["it is passed on out of the agreement", adviser, passesOut({}), 1],
  ["it is sent once more, and the resident asked", mimersgade, sendsAgain(true), 1],
];
test.each(twins)("%s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});

const words = "Fru Hansen, 2. tv";
const attacks: Attack[] = [
  ["no words stand for a date", titanparken, corrects("{OVERBLIK}", { ...rent, DATO: words }), "BB004"],
  ["nor for an age", titanparken, corrects("{OVERBLIK}", { ...rent, ALDER: { said: words } }), "BB004"],
  ["situations are one list", titanparken, corrects("{{OVERBLIK,AFDRAG},{BETALE,BREVE}}", rent), "BB004"],
  ["a question says something", adviser, asks(null, null), "BB008"],
  ["in more than an empty text", adviser, asks(null, ""), "BB008"],
  ["a unit is answered for once", titanparken, consents("discussed", {}, ["oral", "written"]), "BB007"],
  ["nor as not asked and asked", titanparken, consents("discussed", {}, ["not_yet", "written"]), "BB007"],
  ["nothing is sent before the resident is asked", mimersgade, sendsAgain(false), "BB013"],
  ["the event of a redirect says where it went, and nothing else", adviser, passesOut({ covered: true }), "BB008"],
];
test.each(attacks)("%s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});
