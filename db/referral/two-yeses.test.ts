import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.owns(["agreement"], async (sql) => {
    await sql`alter table agreement disable trigger user`;
    await sql`update agreement set content = replace(content::text, '"rulesOut": ["written", "oral"]', '"rulesOut": ["oral"]')::jsonb`;
    await sql`alter table agreement enable trigger user`;
  });
});
afterAll(() => world.close());

test("of two units that the resident has said yes for, in two ways, a correction is refused with a sentence", async () => {
  const warden = "vicevaert.titanparken";
  const consent = { name: "written" as const, feedback: "yes" as const };
  const code = await world.logs(warden, { service: "SKP", answers: { VED: "JA" }, consent });
  await world.does("skp.sck", "accept", code);
  const to = await world.post("brobygger.lokalomraadekontoret");
  await world.does("skp.sck", "send", code, { to, consent: { name: "oral" } });
  const done = await world
    .tries(warden, "correct", code, { situations: ["SES_IKKE"], answers: { VED: "NEJ" }, contact: "together" })
    .catch((error: { code?: string }) => ({ ok: false as const, code: `threw ${error.code}` }));
  expect(done.ok ? "done" : done.code).toBe("answers-contradict");
});
