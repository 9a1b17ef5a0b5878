import { randomUUID } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, serveFrom } from "#db/testing/call-handler.ts";
import { publishNothing } from "#db/testing/publish-nothing.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { drawnTexts } from "#lib/text/a-drawn-sign.ts";
import { toSpreadsheet } from "./export/[quarter]/spreadsheet.ts";

let world: World;
const quarter = "2025-01-01";

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  await publishNothing(world, quarter);
});
afterAll(async () => world.close());

async function say(persona: string, body: object = { quarter, purpose: "report" }) {
  const { POST } = await import("./export/route.ts");
  const token = await world.token(persona);
  return ask(POST, { path: "/api/statistics/export", token, body: { intent: randomUUID(), ...body } });
}
async function file(persona: string) {
  const { GET } = await import("./export/[quarter]/route.ts");
  return ask(GET, { params: { quarter }, token: await world.token(persona) });
}

test("the spreadsheet is there once its purpose stands in the log, for whoever said it, five times an hour", async () => {
  expect((await file("forum")).status).toBe(404);
  expect((await say("forum")).status).toBe(200);
  const { status, headers } = await file("forum");
  expect([status, headers.get("content-type"), headers.get("content-disposition")]).toEqual([
    200,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    'attachment; filename="brobyg-tal-2025-1.xlsx"',
  ]);
  expect((await file("leder.akb")).status).toBe(404);
  const rows = await world.owns(
    ["log"],
    (sql) => sql`select kind, what, referrals, detail from log where kind = 'export'`,
  );
  expect(rows).toEqual([{ kind: "export", what: "figures", referrals: [], detail: { quarter, purpose: "report" } }]);
  for (let more = 1; more <= 4; more += 1) expect((await file("forum")).status).toBe(200);
  expect((await file("forum")).status).toBe(429);
});

test("a purpose or quarter that there is not is refused, and a stranger finds nothing", async () => {
  expect((await say("leder.sck", { quarter, purpose: "curiosity" })).status).toBe(400);
  expect((await say("leder.sck", { quarter: "2025-02-01", purpose: "report" })).status).toBe(400);
  expect((await say("leder.sck", { quarter: "2024-01-01", purpose: "report" })).status).toBe(404);
  for (const persona of ["sagsbehandler.sck", "dpo", "vicevaert.titanparken"]) {
    expect((await say(persona)).status, persona).toBe(404);
    expect((await file(persona)).status, persona).toBe(404);
  }
});

/** The text of every file in a zip. */
function unzip(zip: Buffer): string {
  let text = "";
  for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 4)) {
    const packed = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(begins, begins + packed);
    text += zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes).toString() : bytes.toString();
  }
  return text;
}

test("the spreadsheet holds what the screen shows, and no text of it is a formula", async () => {
  const figure = {
    key: "referrals" as const,
    title: "=Henvisninger",
    about: "+Om",
    head: ["-Ydelse", "@Antal"],
    rows: [
      { name: "=HYPERLINK()", cells: [{ text: "12", number: 12 }] },
      { name: "SKP", cells: [{ text: "Færre end 5", number: null }] },
    ],
    bars: [],
    notes: ["Hvorfor"],
  };
  const text = unzip(await toSpreadsheet([figure], "1. kvartal 2025"));
  for (const said of [
    "'=Henvisninger",
    "'+Om",
    "'-Ydelse",
    "'@Antal",
    "'=HYPERLINK()",
    "SKP",
    "Færre end 5",
    "Hvorfor",
  ])
    expect(text.replaceAll("&apos;", "'")).toContain(said);
  expect(text).toContain("<v>12</v>");
  expect(text).not.toMatch(/<f>/);
});

test("every sign that a text may have stands in the spreadsheet as it was written, and no name of a sheet ends in half of one", async () => {
  const figure = {
    key: "referrals" as const,
    title: `${"x".repeat(30)}🥹`,
    about: "Om",
    head: ["Ydelse", "Antal"],
    rows: drawnTexts.map((typed) => ({ name: `a${typed}`, cells: [] })),
    bars: [],
    notes: [],
  };
  const text = unzip(await toSpreadsheet([figure], "1. kvartal 2025"));
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  const read = text.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  for (const typed of drawnTexts) expect(read).toContain(`a${typed}`);
  expect(text).not.toContain("\ufffd");
});
