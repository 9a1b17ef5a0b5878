import { afterAll, beforeAll, expect, test } from "vitest";
import { serveFrom, visit } from "#db/testing/call-handler.ts";
import { addPartnership, elsewhere } from "#db/testing/elsewhere.ts";
import { personas } from "#db/testing/who-sees.ts";
import { openWorld, type World } from "#db/testing/world.ts";

const { default: page } = await import("./page.tsx");

let world: World;
let unit: string;
beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
  serveFrom(world.pool);
  const rows = await world.asks("admin", ({ sql }) => sql<{ id: string }[]>`select id from unit limit 1`);
  unit = rows[0]?.id ?? "";
});
afterAll(async () => world.close());

/** What a page throws that is not there. */
const absent = /NEXT_HTTP_ERROR_FALLBACK;404/;
const opens = async (persona: string, id: string) =>
  visit(page, { path: `/admin/units/${id}`, params: { id }, token: await world.token(persona) }).then(
    () => "shown",
    (error: { digest?: string }) => (absent.test(error.digest ?? "") ? "absent" : "broken"),
  );

test("a unit's page is there for the administrator of its partnership, and absent for everybody else", async () => {
  for (const persona of [...personas, elsewhere("admin")])
    expect([persona, await opens(persona, unit)]).toEqual([persona, persona === "admin" ? "shown" : "absent"]);
});

test("a unit that there is not is absent", async () => {
  expect(await opens("admin", "00000000-0000-4000-8000-000000000000")).toBe("absent");
  expect(await opens("admin", "x")).toBe("absent");
});
