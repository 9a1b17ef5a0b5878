import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { draftOf } from "#db/agreement/draft.ts";
import { dropRevision, startRevision } from "#db/agreement/start-revision.ts";
import { ask, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { POST as activity } from "./activities/route.ts";
import { POST as contract } from "./contract/route.ts";
import { POST as local } from "./local/route.ts";
import { POST as texts } from "./texts/route.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(() => world.close());
beforeEach(async () => {
  forgetCounts();
  const left = await world.asks("admin", draftOf);
  if (left) valueOf(await world.as("admin", (tx, me) => dropRevision(tx, me, { version: left.version })));
  valueOf(await world.as("admin", startRevision));
});

type Told = { field?: string; message: string; details?: { errors?: { field: string; message: string }[] } };
const sends = async (handler: unknown, body: object) => {
  const token = await world.token("admin");
  const { status, json } = await ask(handler, { token, body: { version: 1, ...body, intent: randomUUID() } });
  const told = json as unknown as Told;
  return { status, errors: told.details?.errors ?? [{ field: told.field, message: told.message }] };
};
const said = (text: string) => ({ da: text, en: "" });

describe("bad input gets its own sentence at its field, and nothing is changed", () => {
  test.each<[what: string, handler: unknown, body: object, field: string, message: string]>([
    ["a day that is none", contract, { piece: "title", date: "31.2.2026" }, "date", "Skriv datoen som 12.11.2026."],
    ["a long title", contract, { piece: "title", title: said("x".repeat(1001)) }, "title.da", "Teksten er for lang."],
    ["a text without Danish", contract, { piece: "aims", intro: { en: "A" } }, "intro.da", "Skriv teksten på dansk."],
    [
      "a plan without a name",
      texts,
      { address: "economy", order: "n1", rows: { n1: { period: "2027" } } },
      "rows.n1.plan",
      "Skriv teksten.",
    ],
    [
      "too many lines",
      texts,
      {
        address: "contract.frame",
        order: Array.from({ length: 13 }, (_, at) => `n${at + 1}`).join(" "),
        rows: Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`n${at + 1}`, { text: said(`Linje ${at}`) }])),
      },
      "rows.n13.text.da",
      "Der kan højst være 12 linjer. Fjern én først.",
    ],
    [
      "a sign that no paper shows",
      texts,
      { address: "contract.frame", order: "n1", rows: { n1: { text: said("\u4f60") } } },
      "rows.n1.text.da",
      "Tegnet \u4f60 kan ikke trykkes på papir. Skriv det med andre tegn.",
    ],
    [
      "a street that is none",
      local,
      { streets: "Havnegade\nKaj (ved vandet)" },
      "streets",
      "“Kaj (ved vandet)” kan ikke være et navn her. Et navn har 2 til 60 tegn: bogstaver, tal, mellemrum og . ’ -",
    ],
    ["an activity without a name", activity, { activity: "INDSATS" }, "name.da", "Skriv teksten på dansk."],
  ])("%s", async (_what, handler, body, field, message) => {
    const { status, errors } = await sends(handler, body);
    expect([status, errors[0]]).toMatchObject([400, { field, message }]);
    expect((await world.asks("admin", draftOf))?.version).toBe(1);
  });
});

test("a long list of texts, and the streets of a large town, are taken", async () => {
  const text = "å".repeat(900);
  const keys = Array.from({ length: 8 }, (_, at) => `n${at + 1}`);
  const rows = Object.fromEntries(keys.map((key) => [key, { text: { da: `${key} ${text}`, en: text } }]));
  expect(await sends(texts, { address: "contract.cityPolicy", order: keys.join(" "), rows })).toMatchObject({
    status: 200,
  });
  const streets = Array.from({ length: 2_500 }, (_, at) => `Langegade ${at}`).join("\n");
  expect(await sends(local, { version: 2, streets })).toMatchObject({ status: 200 });
});
