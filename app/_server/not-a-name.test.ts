import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ask, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";

const asking = "raadgiver.mimersgade";
let world: World;
let save: unknown;
let look: unknown;
let add: unknown;
let drop: unknown;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  [{ POST: save }, { POST: look }, { POST: add }, { POST: drop }] = await Promise.all([
    import("#app/api/drafts/route.ts"),
    import("#app/api/text/route.ts"),
    import("#app/api/words/route.ts"),
    import("#app/api/words/drop/route.ts"),
  ]);
});
afterAll(async () => world.close());

const posts = async (handler: unknown, persona: string, body: Record<string, unknown>) =>
  ask(handler, { token: await world.token(persona), body: { intent: randomUUID(), ...body } });
/** What became of a note: kept clean, or held back with what was found. */
const note = async (persona: string, sent: unknown) => {
  const { json } = await posts(save, persona, { service: "SKP", note: sent });
  return (json as { value: { note: { state: string; details?: { findings: { kind: string }[] } } } }).value.note;
};
const found = async (sent: unknown, persona = asking) => {
  const { json } = await posts(look, persona, { text: sent });
  return (json as { value: { findings: { kind: string; start: number; end: number }[] } }).value.findings;
};
const words = () =>
  world.owns(["not_a_name", "known_word"], (sql) => sql`select word, person_id from not_a_name order by word`);

describe("a name that is asked about", () => {
  test("holds the note back", async () => {
    expect(await note(asking, "talte med Gulnara")).toMatchObject({
      state: "held-back",
      details: { findings: [{ kind: "name" }] },
    });
  });

  test("lets it through when it is answered, and only its word goes to the list", async () => {
    expect(await note(asking, ["vil gerne i blurpfelt igen", "blurpfelt"])).toEqual({ state: "clean" });
    const said = (await words()) as unknown as { word: string }[];
    expect(said.map(({ word }) => word)).toEqual(["blurpfelt"]);
  });

  test("stays asked about for another word than the one that was answered", async () => {
    expect(await note(asking, ["talte med Gulnara og Zubeyda", "gulnara"])).toMatchObject({
      details: { findings: [{ kind: "name" }] },
    });
  });
});

describe("what is no name cannot be waved through", () => {
  test.each([
    ["cpr", "020304-1234"],
    ["phone", "22 33 44 55"],
    ["address", "Jagtvej 12, 3. tv"],
    ["email", "nogen@example.com"],
    ["account", "reg 1234 konto 1234567890"],
  ])("%s, whatever is answered", async (kind, personal) => {
    const answers = [personal, personal.toLowerCase(), ...personal.toLowerCase().split(/[ ,]+/)];
    const kept = await note(asking, [`skriv ned: ${personal}`, ...answers]);
    expect(kept).toMatchObject({ state: "held-back" });
    expect(kept.details?.findings.map((finding) => finding.kind)).toContain(kind);
  });

  test("nor with more answers than a text has words", async () => {
    const { status } = await posts(look, asking, {
      text: ["Gulnara", ...Array.from({ length: 200 }, () => "gulnara")],
    });
    expect(status).toBe(400);
  });
});

describe("without scripts", () => {
  const native = async (fields: string) =>
    ask(await import("#app/api/referrals/[code]/[act]/route.ts").then(({ POST }) => POST), {
      path: "/api/referrals/7K4F-2H9M/advise",
      params: { code: "7K4F-2H9M", act: "advise" },
      token: await world.token("boligraadgiver.sck"),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `intent=${randomUUID()}&${fields}` as never,
    });

  test("the words are marked, kept to be changed, and a name can be answered", async () => {
    const { status, text, headers } = await native("basis=%7B%7D&text=talte+med+Gulnara+%3Cb%3E");
    expect(status).toBe(400);
    expect(headers.get("content-type")).toContain("text/html");
    expect(text).toContain("<mark>Gulnara</mark>");
    expect(text).toContain('type="checkbox" name="text" value="Gulnara"');
    expect(text).toContain("talte med Gulnara &#60;b&#62;");
    expect(text).toContain('name="basis" value="{}"');
    expect(text).toMatch(/<input type="hidden" name="whose" value="[\w-]{22}">/);
  });

  test("a number is marked and cannot be answered", async () => {
    const { text } = await native("basis=%7B%7D&text=ring+22334455&text=22334455");
    expect(text).toContain("<mark>22334455</mark>");
    expect(text).not.toContain("Det er ikke et navn");
  });
});

describe("a text that is looked over", () => {
  test("is answered with stretches of it and none of its words, and nothing is kept", async () => {
    const counts = () =>
      world.owns(
        ["intent", "not_a_name", "draft"],
        (sql) => sql`select (select count(*) from intent) as intents, (select count(*) from not_a_name) as words,
          (select count(*) from draft) as drafts`,
      );
    const before = await counts();
    const { text, status, headers } = await posts(look, asking, { text: "talte med Gulnara, 22 33 44 55" });
    expect(status).toBe(200);
    expect(text).not.toMatch(/Gulnara|22 33/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(await counts()).toEqual(before);
  });

  test("is not written to the log of the process", async () => {
    const spies = (["log", "info", "warn", "error", "debug"] as const).map((how) => vi.spyOn(console, how));
    const out = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    await found("talte med Gulnara");
    await note(asking, "talte med Gulnara");
    const written = [...spies, ...out].flatMap((spy) => spy.mock.calls.map((call) => call.join(" "))).join("\n");
    for (const spy of [...spies, ...out]) spy.mockRestore();
    expect(written).not.toContain("ulnara");
  });

  test("needs a session and our own pages", async () => {
    expect((await ask(look, { body: { text: "hej" } })).status).toBe(401);
    const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    expect((await ask(look, { token: await world.token(asking), body: { text: "hej" }, headers })).status).toBe(403);
  });
});

describe("the partnership's own words", () => {
  const word = "blargvik";
  const sentence = `vil gerne i ${word} igen`;

  test("take three people, and the administrator", async () => {
    expect(await found(sentence)).toHaveLength(1);
    for (const [at, persona] of ["vicevaert.titanparken", "boligraadgiver.sck", "mentor.sck"].entries()) {
      expect((await posts(add, "admin", { word })).status, `after ${at} people`).toBe(409);
      await note(persona, [sentence, word]);
      await note(persona, [sentence, word]);
    }
    expect((await posts(add, "vicevaert.titanparken", { word })).status).toBe(403);
    expect((await posts(add, "admin", { word })).status).toBe(200);
    expect(await found(sentence)).toEqual([]);
    expect(await note(asking, sentence)).toMatchObject({ state: "clean" });
  });

  test("leave a name a name where the sentence says so", async () => {
    expect(await found(`naboen hedder ${word}`)).toHaveLength(1);
  });

  test("are dropped again", async () => {
    expect((await posts(drop, "admin", { word })).status).toBe(200);
    expect(await found(sentence)).toHaveLength(1);
    expect((await posts(add, "admin", { word })).status).toBe(409);
  });
});
