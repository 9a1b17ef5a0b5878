import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, serveFrom, visit } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { POST as invites } from "./route.ts";
import { GET as template } from "./template/route.ts";
import { POST as tries } from "./try/route.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());

const letters = (text: string) => Buffer.from(text).toString("base64");
const head = "Mail;Navn;Funktion;Enhed";
const nanna = letters(`${head}\nnanna@noerrebro.example;Nanna Nøglering;Boligrådgiver;SCK\n`);
const asks = async (handler: Parameters<typeof ask>[0], body: object, intent: string = randomUUID()) =>
  ask(handler, { path: "/api/people/list", token: await world.token("admin"), body: { ...body, intent } });

test("a list is tried and then confirmed; sent again with the same key it is done once", async () => {
  const tried = await asks(tries, { file: nanna });
  expect(tried.status).toBe(200);
  const { seen, faults } = tried.json["value"] as { seen: string; faults: unknown[] };
  expect(faults).toEqual([]);
  const intent = randomUUID();
  const first = await asks(invites, { file: nanna, seen }, intent);
  expect([first.status, first.json["value"]]).toEqual([200, { people: 1, waits: 0 }]);
  const again = await asks(invites, { file: nanna, seen }, intent);
  expect([again.status, again.json["value"]]).toEqual([200, { people: 1, waits: 0 }]);
});

test("what is no list is refused in words, and a file longer than a form is taken", async () => {
  const said = async (file: string | undefined) => {
    const { status, json } = await asks(tries, { file });
    return [status, json["message"]];
  };
  expect(await said(undefined)).toEqual([400, "Vælg en fil."]);
  expect(await said(letters("%PDF-1.7"))).toEqual([400, expect.stringContaining("Filen er en PDF")]);
  expect(await said("…")).toEqual([400, expect.stringContaining("kan ikke læses som en liste")]);
  expect(await said(letters(`Mail;Navn;Funktion\na;b;c`))).toEqual([400, expect.stringContaining("“Enhed” mangler")]);
  expect(await said(letters(`${head}\n${"a;b;c;d\n".repeat(10_000)}`))).toEqual([
    400,
    "Filen har 10000 linjer. Den må have 150. Del den i flere.",
  ]);
  expect(await said(letters("a".repeat(190_000)))).toEqual([400, expect.stringContaining("Filen er for stor")]);
  expect(await said(letters("a".repeat(300_000)))).toEqual([413, expect.stringContaining("Filen er for stor")]);
});

test("the template is a workbook for whoever keeps people, and nobody else finds it", async () => {
  const { status, headers } = await ask(template, { token: await world.token("admin") });
  expect([status, headers.get("content-disposition")]).toEqual([
    200,
    'attachment; filename="liste-over-personer.xlsx"',
  ]);
  expect((await ask(template, { token: await world.token("dpo") })).status).toBe(404);
});

test("the page is there for whoever keeps people", async () => {
  const { default: page } = await import("../../../(work)/admin/people/list/page.tsx");
  const visits = async (persona: string) =>
    visit(page, { path: "/admin/people/list", token: await world.token(persona) });
  expect(await visits("admin")).toMatchObject({ props: { current: "people" } });
  expect(await visits("leder.sck")).toMatchObject({ props: { current: "leader" } });
  await expect(visits("forum")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
