import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readReferral } from "./read-referral.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const warden = "vicevaert.titanparken";

/** Taken over anonymously, passed on to a unit that the origin knows nothing of, and taken over there. */
async function wentOn(name: "written" | "not_yet") {
  const consent = { name: "not_yet" as const, feedback: "no" as const };
  const code = await world.logs(warden, { service: "SKP", answers: { VED: "JA" }, consent });
  await world.does("skp.sck", "accept", code);
  const to = await world.post("brobygger.lokalomraadekontoret");
  await world.does("skp.sck", "send", code, { to, consent: { name } });
  await world.does("brobygger.suf", "accept", code);
  return code;
}
const barred = async (code: string) => {
  const read = await world.as(warden, (tx, me) => readReferral(tx, me, { code, reader: { locale: "da", aPlan: "" } }));
  return valueOf(read).offers.correct?.questions.flatMap(({ choices }) => choices.filter((each) => each.barred));
};
const corrects = async (code: string) => {
  const done = await world
    .tries(warden, "correct", code, { situations: ["SES_IKKE"], answers: { VED: "NEJ" }, contact: "together" })
    .catch((error: unknown) => ({ ok: false as const, code: String(error) }));
  return done.ok ? "done" : done.code;
};

test("an origin that may not hear how it goes hears nothing of a yes that was given where it went on", async () => {
  const [without, withYes] = [await wentOn("not_yet"), await wentOn("written")];
  expect(await barred(withYes)).toEqual(await barred(without));
  expect([await corrects(without), await corrects(withYes)]).toEqual(["done", "done"]);
});

test("a resident who has said yes by word of mouth is referred to a helhedsplan without a false answer", async () => {
  const to = await world.post("vicevaert.lundtoftegade");
  const answers: string[] = [];
  for (const VED of ["NEJ", "SKRIFTLIGT"])
    answers.push(
      await world
        .logs("boligraadgiver2.sck", {
          service: "LOKAL",
          to,
          answers: { VED },
          consent: { name: "oral", feedback: "yes" },
        })
        .then(() => `taken with ${VED}`, String),
    );
  // The one answer left to an oral yes says that it was given in writing.
  expect(answers).not.toEqual([expect.stringContaining("answers-contradict"), "taken with SKRIFTLIGT"]);
});

test("an origin who has it from another post too is told why an answer does not stand", async () => {
  const code = await wentOn("written");
  const builder = await world.post("brobygger.lokalomraadekontoret");
  const { person } = await world.asks(warden, async (_tx, me) => me);
  await world.owns(
    ["holding"],
    (sql) => sql`insert into holding (partnership_id, person_id, post_id, kind, valid_from)
      select partnership_id, ${person}, ${builder}, 'holder', valid_from from holding where person_id = ${person} limit 1`,
  );
  await world.signsInAgain(warden);
  expect(await barred(code)).toHaveLength(2);
  expect(await corrects(code)).toBe("answers-contradict");
});
