import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { soundChanges } from "#db/testing/access/sound-changes.ts";
import { ask, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";

type Route = { POST?: unknown };
const routes = Object.entries(import.meta.glob<Route>("../api/**/route.ts"));

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());

/** A sound change with something else in it, as whoever may make it. */
async function sends(address: string, other: Record<string, unknown>) {
  const sound = await soundChanges[address]?.(world);
  if (!sound) throw new Error(`no sound body for ${address}`);
  forgetCounts();
  return ask(await handlerOf("POST", address, sound.params ?? {}), {
    path: address,
    params: sound.params ?? {},
    token: await world.token(sound.as),
    body: { ...sound.body, ...other, intent: randomUUID(), recognisable: "no" },
  });
}

test.each(routes)("%s says of a sign that cannot be kept where it stands", async (_file, load) => {
  const { POST } = await load();
  if (!POST) return;
  const token = await world.token("admin");
  for (const value of ["a\u0000b", "\u001b[31m", "\ud800"]) {
    forgetCounts();
    const asked = { params: { code: "2A2A2A2A", id: randomUUID(), post: randomUUID(), act: "ask" }, token };
    const { status, json } = await ask(POST, { ...asked, body: { deep: { field: value }, intent: randomUUID() } });
    expect([status, json["code"], json["field"]]).toEqual([400, "unseen-sign", "deep.field"]);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const native = await ask(POST, { ...asked, body: `field=${encodeURIComponent("a\u0000b")}`, headers: form });
    expect([native.status, native.text]).toEqual([400, expect.stringContaining("et tegn, der ikke kan gemmes")]);
  }
});

/** Every text of a body, and the body with another in its place. */
function* textsOf(
  value: unknown,
  path: readonly string[] = [],
): Generator<{ path: string[]; with: (text: string) => unknown }> {
  if (typeof value === "string") yield { path: [...path], with: (text) => text };
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value))
    for (const found of textsOf(inner, [...path, name]))
      yield {
        path: found.path,
        with: (text) =>
          Array.isArray(value) ? value.with(Number(name), found.with(text)) : { ...value, [name]: found.with(text) },
      };
}

/** They keep codes that are known and a note that was let through, and take out what is there: nothing else that is typed. */
const keepNothing = ["/api/drafts", "/api/words/drop"];

describe("a sign that no font of the product draws", () => {
  test.each(Object.keys(soundChanges).filter((each) => !keepNothing.includes(each)))(
    "is taken by no text of %s",
    async (address) => {
      const sound = await soundChanges[address]?.(world);
      if (!sound?.body) return;
      for (const { path, with: replaced } of textsOf(sound.body)) {
        forgetCounts();
        const { status } = await ask(await handlerOf("POST", address, sound.params ?? {}), {
          path: address,
          params: sound.params ?? {},
          token: await world.token(sound.as),
          body: { ...(replaced("Aftale \u0645") as object), intent: randomUUID() },
        });
        expect([path.join("."), status >= 400 && status < 500]).toEqual([path.join("."), true]);
      }
    },
  );

  test("is named to whoever wrote it, in a note as in a name", async () => {
    const post = await sends("/api/people", { name: "Karla \u0645" });
    expect(post.json).toMatchObject({
      details: { errors: [{ field: "name", message: expect.stringContaining("\u0645") }] },
    });
    const unit = await sends("/api/units", { short: "\u4f60" });
    expect([unit.status, unit.json["field"], unit.text]).toEqual([
      400,
      "short",
      expect.stringContaining("Tegnet \u4f60"),
    ]);
    const draft = await sends("/api/drafts", { note: "kommer \u0645 i dag" });
    expect(draft.json).toMatchObject({ value: { note: { state: "held-back", code: "unknown-sign" } } });
    const words = await sends("/api/agreement/revision/contract", { intro: { da: "\u4f60", en: "Something" } });
    expect(words.status).toBe(400);
  });
});

describe("a name", () => {
  const name = (of: string) =>
    world.owns(["person"], (sql) => sql<{ name: string }[]>`select name from person where name like ${`%${of}%`}`);

  test.each([
    ["/api/people", "name"],
    ["/api/units", "name"],
    ["/api/units", "short"],
    ["/api/units/rename", "name"],
  ])("of %s that nobody can see is none: %s", async (address, field) => {
    for (const unseen of ["\u3164\u3164\u3164", "\u200b\u2060\ufeff", "\u2800\u2800\u2800", "\u202e\u202d\u2069"]) {
      const { status, json } = await sends(address, { [field]: unseen });
      expect([status, json["field"]]).toEqual([400, field]);
    }
  });

  test("is turned by nothing, and stands on one line", async () => {
    expect((await sends("/api/people", { name: "Turned \u202eneD\u202c \u3164\n Omvendt" })).status).toBe(200);
    expect(await name("Turned")).toEqual([{ name: "Turned neD Omvendt" }]);
  });

  test("with a sign that cannot be kept is refused at its field", async () => {
    const { status, json } = await sends("/api/people", { name: "Karla\u0000Kold" });
    expect([status, json["code"], json["field"]]).toEqual([400, "unseen-sign", "name"]);
  });
});

test("a telephone number from a list of contacts comes with signs that turn it", async () => {
  expect((await sends("/api/contacts/[post]", { phone: "\u202d20 00 00 21\u202c" })).status).toBe(200);
});

test("the words of an agreement say something", async () => {
  const { status } = await sends("/api/agreement/revision/contract", {
    intro: { da: "\u3164", en: "Something" },
  });
  expect(status).toBe(400);
});
