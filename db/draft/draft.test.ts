import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftForm } from "#lib/referral/draft-form.ts";
import { openWorld, type World } from "../testing/world.ts";
import { readDraft, readDrafts } from "./read.ts";
import { removeDraft } from "./remove.ts";
import { saveDraft } from "./save.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const warden = "vicevaert.titanparken";
const skp = { service: "SKP", situations: ["SES_IKKE"], answers: { VED: "JA" } };

async function saves(persona: string, typed: object) {
  const saved = await world.as(persona, (tx, me) => saveDraft(tx, me, draftForm.parse(typed)));
  if (!saved.ok) throw new Error(saved.code);
  return saved.value;
}
const reads = (persona: string, id: string | null) =>
  world.asks(persona, async (tx) => (id === null ? null : readDraft(tx, id)));

test("a draft is found again, on whichever device", async () => {
  const { draft, savedAt, elsewhere } = await saves(warden, { ...skp, note: "Vil gerne ringes op." });
  expect(elsewhere).toBeNull();
  expect(await reads(warden, draft)).toMatchObject({ savedAt, fields: skp, note: "Vil gerne ringes op." });
  const lines = await world.asks(warden, (tx, me) => readDrafts(tx, me));
  expect(lines[0]).toMatchObject({ id: draft, service: { da: "Støttekontaktperson" } });
});

test("a draft is its owner's alone", async () => {
  const { draft } = await saves(warden, skp);
  expect(await reads("vicevaert.lundtoftegade", draft)).toBeNull();
  await world.as("vicevaert.lundtoftegade", (tx) => removeDraft(tx, draft ?? ""));
  const other = await saves("vicevaert.lundtoftegade", { ...skp, draft, savedAt: world.now().toISOString() });
  expect(other).toMatchObject({ elsewhere: "gone" });
  expect(other.draft).not.toBe(draft);
  expect(await reads(warden, draft)).toMatchObject({ fields: skp });
});

test("one device saves one draft again and again", async () => {
  const first = await saves(warden, skp);
  const { draft, savedAt } = first;
  const second = await saves(warden, { ...skp, draft, savedAt, contact: "together" });
  expect(second).toMatchObject({ draft, elsewhere: null });
  expect(second.savedAt).not.toBe(savedAt);
});

test("what another device saved meanwhile is not lost, and this one is told", async () => {
  const { draft, savedAt } = await saves(warden, skp);
  await saves(warden, { ...skp, draft, savedAt, contact: "directly" });
  const late = await saves(warden, { ...skp, draft, savedAt, contact: "together" });
  expect(late).toMatchObject({ elsewhere: "changed" });
  expect(await reads(warden, draft)).toMatchObject({ fields: { contact: "directly" } });
  expect(await reads(warden, late.draft)).toMatchObject({ fields: { contact: "together" } });
});

test("of two devices that save at once, neither is lost", async () => {
  const { draft, savedAt } = await saves(warden, skp);
  const both = await Promise.all(
    ["directly", "together"].map((contact) => saves(warden, { ...skp, draft, savedAt, contact })),
  );
  expect(new Set(both.map(({ elsewhere }) => elsewhere))).toEqual(new Set(["changed", null]));
  const kept = await Promise.all(both.map((each) => reads(warden, each.draft)));
  expect(kept.map((each) => each?.fields.contact)).toEqual(["directly", "together"]);
});

test("a draft that was sent or deleted elsewhere is saved anew, and says so", async () => {
  const { draft, savedAt } = await saves(warden, skp);
  await world.as(warden, (tx) => removeDraft(tx, draft ?? ""));
  expect(await reads(warden, draft)).toBeNull();
  const anew = await saves(warden, { ...skp, draft, savedAt });
  expect(anew).toMatchObject({ elsewhere: "gone" });
});

test("a note that is held back is nowhere in the database, and the clean one before it stays", async () => {
  const first = await saves(warden, { ...skp, note: "Vil gerne ringes op." });
  const held = await saves(warden, { ...skp, ...first, note: "Ring 20 30 40 50." });
  expect(held).toMatchObject({ draft: first.draft, note: { state: "held-back", code: "findings" } });
  expect(await reads(warden, first.draft)).toMatchObject({ note: "Vil gerne ringes op." });
  const emptied = await saves(warden, { ...skp, ...held, note: "" });
  expect(await reads(warden, emptied.draft)).toMatchObject({ note: "" });
  const found = await world.owns(["draft"], (sql) => sql`select 1 from draft where draft::text like '%20 30 40 50%'`);
  expect(found).toEqual([]);
});

const count = () => world.asks(warden, async (tx, me) => (await readDrafts(tx, me)).length);

test("one tap on a service is no draft", async () => {
  const before = await count();
  for (let tries = 0; tries < 11; tries += 1)
    expect(await saves(warden, { service: "SKP", to: await world.post("skp.sck") })).toMatchObject({ draft: null });
  expect(await count()).toBe(before);
});

test("the same draft is kept once, however often it is begun anew", async () => {
  const typed = { ...skp, contact: "through_me", note: "Kun én af den her." };
  const first = await saves(warden, typed);
  const before = await count();
  expect(await saves(warden, typed)).toMatchObject({ draft: first.draft, elsewhere: null });
  expect(await count()).toBe(before);
  const other = await saves(warden, { ...typed, note: "En anden." });
  expect(other.draft).not.toBe(first.draft);
});

test("two devices that make the same change have the same draft, and nobody is told of a change", async () => {
  const { draft, savedAt } = await saves(warden, { ...skp, note: "Fra to enheder." });
  const change = { ...skp, draft, savedAt, contact: "directly", note: "Fra to enheder." };
  await saves(warden, change);
  expect(await saves(warden, change)).toMatchObject({ draft, elsewhere: null });
});

test("a draft that is emptied again goes", async () => {
  const { draft, savedAt } = await saves(warden, { ...skp, note: "Tømmes igen." });
  expect(await saves(warden, { service: "SKP", draft, savedAt })).toMatchObject({ draft: null, savedAt: null });
  expect(await reads(warden, draft)).toBeNull();
});

test("but not one that another device has gone on with", async () => {
  const { draft, savedAt } = await saves(warden, { ...skp, note: "Går videre." });
  await saves(warden, { ...skp, draft, savedAt, note: "Gik videre." });
  expect(await saves(warden, { service: "SKP", draft, savedAt })).toMatchObject({ draft: null });
  expect(await reads(warden, draft)).toMatchObject({ note: "Gik videre." });
});

test("empty ones from before are not offered, and go with the next that is saved", async () => {
  await world.asks(
    warden,
    ({ sql }) => sql`
      insert into draft (partnership_id, id, person_id, coded)
      select door.partnership(), gen_random_uuid(), door.me(), coded
      from (values ('{}'::jsonb), ('{"service": "SKP", "situations": [], "answers": {}, "consent": {}}')) x (coded)`,
  );
  const held = () => world.asks(warden, async ({ sql }) => (await sql`select 1 from draft`).length);
  const [before, offered] = [await held(), await count()];
  expect(offered).toBe(before - 2);
  await saves(warden, { ...skp, note: "Rydder op." });
  expect(await held()).toBe(before - 1);
});

test("deleting what is gone already is no reason to refuse", async () => {
  expect(await world.as(warden, (tx) => removeDraft(tx, randomUUID()))).toEqual({ ok: true, value: null });
});
