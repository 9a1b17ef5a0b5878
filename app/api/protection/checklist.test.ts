import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { soundChanges } from "#db/testing/access/sound-changes.ts";
import { ask, serveFrom, visit } from "#db/testing/call-handler.ts";
import { addEmptyPartnership, first } from "#db/testing/empty-partnership.ts";
import { makeLive, tickChecklist } from "#db/testing/live.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { points } from "#lib/protection/checklist.ts";

const vicevaert = "vicevaert.titanparken";
let world: World;
beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  await addEmptyPartnership(world);
  serveFrom(world.pool);
  for (const persona of ["admin", "dpo", "forum", vicevaert, first("admin"), first("dpo"), first("forum")])
    await world.token(persona);
  await makeLive(world);
});
afterAll(async () => world.close());

async function post(what: "tick" | "take-back", persona: string, body: object) {
  const { POST } = (await (what === "tick"
    ? import("./checklist/route.ts")
    : import("./checklist/take-back/route.ts"))) as {
    POST: unknown;
  };
  return ask(POST, {
    path: `/api/protection/checklist${what === "tick" ? "" : "/take-back"}`,
    token: await world.token(persona),
    body: { intent: randomUUID(), ...body },
  });
}
const ticks = (point: string, on: string, persona = "admin") => post("tick", persona, { point, on });

async function logs() {
  const { POST } = await import("../referrals/route.ts");
  const sound = await soundChanges["/api/referrals"]?.(world);
  return ask(POST, {
    path: "/api/referrals",
    token: await world.token(vicevaert),
    body: { ...sound?.body, intent: randomUUID() },
  });
}

describe("the checklist", () => {
  test("is ticked with a day as it is typed, and stops the log until it is whole", async () => {
    for (const point of points) {
      const refused = await logs();
      expect([refused.status, refused.json["code"]]).toEqual([409, "checklist-open"]);
      expect(refused.json["message"]).toMatch(/^Ingen kan oprette en henvisning lige nu/);
      const done = await ticks(point, "2.11.2026", point === "officer" ? "dpo" : "admin");
      expect(done.status, done.text).toBe(200);
    }
    expect((await logs()).status).toBe(200);
    expect((await post("take-back", "admin", { point: "dpia" })).status).toBe(200);
    expect((await logs()).status).toBe(409);
  });

  test.each([
    ["a day to come", "dpia", "3.12.2026", 400, "date-past", "Datoen må ikke ligge efter i dag."],
    ["a day of last century", "dpia", "31.12.1999", 400, "wrong-input", "Skriv datoen som 12.11.2026."],
    ["no day", "dpia", "", 400, "wrong-input", "Skriv datoen som 12.11.2026."],
    ["a point that there is not", "coffee", "2.11.2026", 400, "wrong-input", "Vælg en af mulighederne."],
    [
      "what is ticked",
      "processing",
      "2.11.2026",
      409,
      "already-ticked",
      "Punktet er allerede krydset af. Genindlæs siden.",
    ],
    ["the officer's own", "officer", "2.11.2026", 403, "not-yours", "Det kan din funktion ikke gøre her."],
  ])("answers %s with its own sentence", async (_what, point, on, status, code, message) => {
    const { status: answered, json } = await ticks(point, on);
    expect([answered, json["code"], json["message"]]).toEqual([status, code, message]);
  });

  test("what was taken back is not taken back twice", async () => {
    const { status, json } = await post("take-back", "admin", { point: "dpia" });
    expect([status, json["code"]]).toEqual([409, "not-ticked"]);
  });
});

describe("its pages", () => {
  const draws = async (path: string, page: unknown, persona: string) =>
    JSON.stringify(await visit(page, { path, token: await world.token(persona) }), (key, value: unknown) =>
      key === "_owner" || key === "_store" ? undefined : value,
    );

  test("Ny henvisning draws no form before it is whole, and the form afterwards", async () => {
    const { default: page } = await import("#app/(work)/referrals/new/page.tsx");
    const open = await draws("/referrals/new", page, vicevaert);
    expect(open).toContain('"unticked":["dpia"]');
    expect(open).not.toContain('"services"');
    await tickChecklist(world);
    expect(await draws("/referrals/new", page, vicevaert)).toContain('"services"');
  });

  test("stand without an agreement: the start page and Databeskyttelse", async () => {
    const { default: start } = await import("#app/(work)/page.tsx");
    const { default: protection } = await import("#app/(work)/protection/page.tsx");
    for (const who of ["admin", "dpo", "forum"] as const) expect(await draws("/", start, first(who))).toBeTruthy();
    expect(await draws("/", start, first("admin"))).toContain('"agreement":{"state":"none"}');
    for (const who of ["admin", "dpo"] as const)
      expect(await draws("/protection", protection, first(who))).toContain("Der er ingen aftale endnu");
  });
});
