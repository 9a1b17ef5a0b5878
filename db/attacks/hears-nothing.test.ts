import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";

/** Whoever has no part in a referral and knows its id hears the same of it as of none, to the last word of the error. */

let world: World;
const hidden: Record<string, string> = {};
const titanparken = "vicevaert.titanparken";

beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  const consents = {
    "with a yes in writing": { answers: { VED: "JA" }, consent: { name: "written", feedback: "no" } },
    "with a yes by word of mouth": { answers: { VED: "JA" }, consent: { name: "oral", feedback: "yes" } },
    "without a yes": { answers: { VED: "JA" }, consent: { name: "not_yet", feedback: "no" } },
  } as const;
  for (const [name, form] of Object.entries(consents)) {
    const code = await world.logs(titanparken, { service: "SKP", ...form });
    const [row] = await world.asks(
      titanparken,
      ({ sql }) => sql<{ id: string }[]>`select id from referral where code = ${code}`,
    );
    hidden[name] = row?.id ?? "";
  }
});
afterAll(() => world.close());

const none = "00000000-0000-4000-8000-000000000000";
/** Each table whose rows tell of a referral, with a row that somebody could mean to add. */
const adding: Record<string, (referral: string) => string> = {
  event: (id) => `insert into event (partnership_id, id, referral_id, seq, act, person_id, post_id, details)
    values (door.partnership(), gen_random_uuid(), '${id}', 3, 'correct', door.me(), (door.posts())[1], '{}')`,
  handover: (
    id,
  ) => `insert into handover (partnership_id, referral_id, seq, from_post, to_post, state, discussion, agreed)
    values (door.partnership(), '${id}', 2, (door.posts())[1], (door.posts())[1], 'sent', false, false)`,
  referral_matter: (
    id,
  ) => `insert into referral_matter (partnership_id, referral_id, version, situations, answers, contact, written_on)
    values (door.partnership(), '${id}', 2, '{SES_IKKE}', '{"VED":"NEJ"}', 'together', door.today())`,
  consent: (id) => `insert into consent (partnership_id, referral_id, seq, unit_id, name, recorded_on)
    select door.partnership(), '${id}', 2, unit_id, 'not_yet', door.today() from post where id = (door.posts())[1]`,
  party: (id) => `insert into party (partnership_id, referral_id, post_id, scope, sees_result)
    values (door.partnership(), '${id}', (door.posts())[1], 'whole', true)`,
  message: (id) => `insert into message (partnership_id, referral_id, event_id, kind, code, at)
    values (door.partnership(), '${id}', gen_random_uuid(), 'question', 'VED', app_now())`,
  result: (id) => `insert into result (partnership_id, referral_id, event_id, kind, code, on_day)
    values (door.partnership(), '${id}', gen_random_uuid(), 'outcome', 'VED', door.today())`,
  notice: (id) => `insert into notice (partnership_id, to_post, kind, referral_id, event_id, person_id, release_at)
    values (door.partnership(), (door.posts())[1], 'sent', '${id}', gen_random_uuid(), door.me(), app_now())`,
  presence: (id) => `insert into presence (partnership_id, referral_id, person_id, post_id, seen_at)
    values (door.partnership(), '${id}', door.me(), (door.posts())[1], app_now())`,
  resident_mark: (id) => `insert into resident_mark (partnership_id, referral_id, mark)
    values (door.partnership(), '${id}', gen_random_uuid())`,
};

/** All that the database says of it. */
const heard = async (persona: string, text: string): Promise<unknown> =>
  world
    .asks(persona, ({ sql }) => sql.unsafe(text).then(({ count }) => `wrote ${count}`))
    .catch(({ code, message, detail, hint, where, constraint_name }) => ({
      code,
      message,
      detail,
      hint,
      where,
      constraint_name,
    }));

test.each(Object.keys(adding))("of %s", async (table) => {
  const said = adding[table] ?? (() => "");
  for (const persona of ["mentor.sck", "vicevaert.lundtoftegade", "admin"]) {
    const ofNone = await heard(persona, said(none));
    expect(ofNone).toMatchObject({ code: expect.stringMatching(/^(42501|BB\d{3})$/) });
    for (const [name, id] of Object.entries(hidden))
      expect([persona, name, await heard(persona, said(id))]).toEqual([persona, name, ofNone]);
  }
});

test("of what the door is asked about it", async () => {
  const asked = await world.asks(
    "mentor.sck",
    ({ sql }) => sql<{ name: string; kinds: string[] }[]>`
      select p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes::oid[]) with ordinality x (t, at) order by at) as kinds
      from pg_proc p where p.pronamespace = 'door'::regnamespace and has_function_privilege(p.oid, 'execute')
        and p.prorettype <> 'trigger'::regtype and p.proargtypes::oid[] && '{uuid,uuid[]}'::regtype[]::oid[] order by 1`,
  );
  const given = (kind: string, id: string) => {
    if (kind === "uuid") return `'${id}'::uuid`;
    if (kind === "uuid[]") return `array['${id}']::uuid[]`;
    return `null::${kind}`;
  };
  const told: unknown[] = [];
  for (const { name, kinds } of asked) {
    const call = (id: string) => `select * from door.${name}(${kinds.map((kind) => given(kind, id)).join(", ")})`;
    const answers = await Promise.all(
      [none, ...Object.values(hidden)].map(async (id) => {
        const said = await world
          .asks("mentor.sck", ({ sql }) => sql.unsafe(call(id)).then((rows) => JSON.stringify([...rows])))
          .catch(({ code, message, where }) => JSON.stringify({ code, message, where }));
        return said.replaceAll(id, "its id");
      }),
    );
    if (new Set(answers).size > 1) told.push({ name, answers });
  }
  expect(told).toEqual([]);
  expect(asked.length).toBeGreaterThan(20);
});
