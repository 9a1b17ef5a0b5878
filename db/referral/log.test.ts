import { afterAll, beforeAll, expect, test } from "vitest";
import { draftForm } from "#lib/referral/draft-form.ts";
import { type LogForm, logForm } from "#lib/referral/log-form.ts";
import type { Result } from "#lib/result.ts";
import { readDraft } from "../draft/read.ts";
import { saveDraft } from "../draft/save.ts";
import { openWorld, type World } from "../testing/world.ts";
import { loadCase } from "./load-case.ts";
import { log } from "./log.ts";
import { readNewReferral } from "./read-new-referral.ts";
import { readReceipt } from "./read-receipt.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const warden = "vicevaert.titanparken";
const said = { consent: { name: "written", feedback: "yes" }, contact: "together" };
const skp = { service: "SKP", situations: ["SES_IKKE"], answers: { VED: "JA" }, ...said };
const lokal = { service: "LOKAL", situations: ["KONTAKT"], answers: { VED: "SKRIFTLIGT" }, ...said };
const health = { service: "SUNDHED", situations: ["BEVAEG"], answers: { HVEM: "EN" }, ...said };

const logs = (persona: string, typed: object): Promise<Result<{ code: string }>> =>
  world.as(persona, (tx, me) => log(tx, me, logForm.parse(typed) as LogForm));
async function logged(persona: string, typed: object): Promise<string> {
  const result = await logs(persona, typed);
  if (!result.ok) throw new Error(`${result.code} ${result.field}`);
  return result.value.code;
}
const load = (persona: string, code: string) => world.asks(persona, (tx) => loadCase(tx, code, { lock: false }));

test("goes to the post that the agreement names, as a discussion without consent", async () => {
  const sent = await load(warden, await logged(warden, skp));
  expect(sent?.referral.waiting).toMatchObject({ state: "sent", to: await world.post("skp.sck"), discussion: false });
  const discussed = await load(warden, await logged(warden, { ...skp, consent: { name: "not_yet", feedback: "no" } }));
  expect(discussed?.referral.waiting).toMatchObject({ state: "sent", discussion: true });
});

test("the age decides whom home help goes to", async () => {
  const help = { service: "HJEMMEHJAELP", situations: ["RENT"], ...said };
  const old = await load(warden, await logged(warden, { ...help, answers: { ALDER: "FRA_65" } }));
  expect(old?.referral.waiting?.to).toBe(await world.post("leder.myndighedsteamet"));
  const young = await load(warden, await logged(warden, { ...help, answers: { ALDER: "UNDER_65" } }));
  expect(young?.referral.waiting?.to).toBe(await world.post("sagsbehandler.sck"));
});

test("tells of everything that is missing at once, and writes nothing", async () => {
  const count = () => world.owns(["referral"], async (sql) => (await sql`select 1 from referral`).length);
  const before = await count();
  const refusal = await logs(warden, { service: "UDSAETTELSE" });
  expect(refusal).toMatchObject({ ok: false, code: "missing", field: "situations" });
  const { missing } = (refusal as { details: { missing: { field: string }[] } }).details;
  expect(missing.map(({ field }) => field)).toEqual([
    "situations",
    "answers.AARSAG",
    "answers.DATO",
    "consent.name",
    "consent.feedback",
    "contact",
  ]);
  expect(await count()).toBe(before);
});

test.each([
  ["a service that is none", { ...skp, service: "ELSE" }, "choose-service", "service"],
  ["a service of the other side", lokal, "may-not-log", "service"],
  ["a situation of another service", { ...skp, situations: ["RYG"] }, "unknown-choice", "situations"],
  ["an answer that is not offered", { ...skp, answers: { VED: "MAASKE" } }, "unknown-choice", "answers.VED"],
  ["an answer to what is not asked", { ...skp, answers: { VED: "JA", ALDER: "X" } }, "not-asked", "answers.ALDER"],
  [
    "that the resident cannot be asked",
    { ...skp, consent: { name: "cannot_ask", feedback: "no" } },
    "cannot-ask",
    "consent.name",
  ],
  [
    "a yes of a resident who cannot be asked",
    { ...skp, answers: { VED: "KAN_IKKE_SPOERGES" } },
    "answers-contradict",
    "consent.name",
  ],
  [
    "direct contact without the name",
    { ...skp, consent: { name: "not_yet", feedback: "no" }, contact: "directly" },
    "contact-needs-name",
    "contact",
  ],
])("refuses %s", async (_, typed, code, field) => {
  expect(await logs(warden, typed)).toMatchObject({ ok: false, code, field });
});

test("refuses a receiver that the agreement does not name", async () => {
  expect(await logs(warden, { ...skp, to: await world.post("mentor.sck") })).toMatchObject({ code: "not-a-receiver" });
  expect(await logs(warden, { ...skp, to: await world.post("skp.sck") })).toMatchObject({ ok: true });
});

test("refuses to log as somebody else's post", async () => {
  const post = await world.post("vicevaert.lundtoftegade");
  expect(await logs(warden, { ...skp, post })).toMatchObject({ code: "may-not-log" });
  expect(await logs("vicevaert.lundtoftegade", { ...skp, post })).toMatchObject({ ok: true });
});

test("the sender chooses where the agreement names several, and must where it proposes none", async () => {
  const proposed = await load(warden, await logged(warden, health));
  expect(proposed?.referral.waiting?.to).toBe(await world.post("naermiljoe.forebyggelsescenteret"));
  const chosen = await logged(warden, { ...health, to: await world.post("sprog.forebyggelsescenteret") });
  expect((await load(warden, chosen))?.referral.waiting?.to).toBe(await world.post("sprog.forebyggelsescenteret"));
  expect(await logs("boligraadgiver.sck", lokal)).toMatchObject({ code: "missing", field: "to" });
  expect(await logs("boligraadgiver.sck", { ...lokal, to: await world.post("raadgiver.mimersgade") })).toMatchObject({
    ok: true,
  });
});

test("solved on the spot is counted, closed, and with nobody", async () => {
  const { consent, contact, ...onTheSpot } = skp;
  const code = await logged(warden, { ...onTheSpot, onTheSpot: true });
  expect((await load(warden, code))?.referral).toMatchObject({ status: "closed", waiting: null, current: null });
  expect(await load("skp.sck", code)).toBeNull();
  expect(await world.asks(warden, (tx, me) => readReceipt(tx, me, { code, screen: "receipt" }))).toMatchObject({
    value: { sent: null },
  });
});

test("solved on the spot keeps nothing of what was answered about the name, whatever it was", async () => {
  const code = await logged(warden, { ...skp, answers: { VED: "KAN_IKKE_SPOERGES" }, onTheSpot: true });
  expect((await load(warden, code))?.referral.consents).toEqual([]);
});

test("takes its draft with it, and leaves the others", async () => {
  const draft = async (contact: string) => {
    const saved = await world.as(warden, (tx, me) => saveDraft(tx, me, draftForm.parse({ ...skp, contact })));
    if (!saved.ok || !saved.value.draft) throw new Error("the draft was not saved");
    return saved.value.draft;
  };
  const [sent, kept] = [await draft("together"), await draft("through_me")];
  await logged(warden, { ...skp, draft: sent });
  expect(await world.asks(warden, (tx) => readDraft(tx, sent))).toBeNull();
  expect(await world.asks(warden, (tx) => readDraft(tx, kept))).not.toBeNull();
});

test("a refused one leaves its draft", async () => {
  const saved = await world.as(warden, (tx, me) => saveDraft(tx, me, draftForm.parse(skp)));
  if (!saved.ok || !saved.value.draft) throw new Error("the draft was not saved");
  const { draft } = saved.value;
  await logs(warden, { ...skp, situations: [], draft });
  expect(await world.asks(warden, (tx) => readDraft(tx, draft))).not.toBeNull();
});

test("a new need of the same resident carries the same mark, which only the origin finds", async () => {
  const code = await logged(warden, skp);
  const next = await logged(warden, { ...health, sameAs: code });
  const marks = await world.owns(
    ["resident_mark", "referral"],
    (sql) => sql<{ mark: string }[]>`
    select distinct m.mark from resident_mark m join referral r on r.id = m.referral_id where r.code in (${code}, ${next})`,
  );
  expect(marks).toHaveLength(1);
  expect(await world.asks("skp.sck", (tx) => tx.sql`select 1 from resident_mark`)).toEqual([]);
  expect(await logs("vicevaert.lundtoftegade", { ...skp, sameAs: code })).toMatchObject({
    code: "not-found",
    field: "sameAs",
  });
});

test("the same resident is one post's knowledge, also for somebody with two", async () => {
  const [own, deputed] = [await world.post("skp.sck"), await world.post("mentor.sck")];
  const asked = { ...lokal, to: await world.post("raadgiver.mimersgade") };
  const sameAs = await logged("skp.sck", { ...asked, post: own });
  expect(await logs("skp.sck", { ...asked, post: deputed, sameAs })).toMatchObject({ code: "not-found" });
  expect(await logs("skp.sck", { ...asked, post: own, sameAs })).toMatchObject({ ok: true });
});

const form = (persona: string, asking: { draft?: string; same?: string } = {}) =>
  world.as(persona, (tx, me) => readNewReferral(tx, me, { locale: "da", ...asking }));

test("offers only the services that one's posts may refer", async () => {
  const services = async (persona: string) => {
    const read = await form(persona);
    return read.ok ? read.value.services.map(({ code }) => code) : read.code;
  };
  expect(await services(warden)).toEqual([
    "BOLIGYDELSE",
    "HJEMMEHJAELP",
    "SKP",
    "UDSAETTELSE",
    "MENTOR1825",
    "RENOVERING",
    "SUNDHED",
    "BRO",
  ]);
  expect(await services("boligraadgiver.sck")).toEqual(["LOKAL"]);
  for (const persona of ["leder.akb", "leder.sck", "forum", "admin", "dpo"])
    expect(await services(persona)).toBe("not-found");
});

test("shows that a post is vacant before anything is sent to it", async () => {
  const read = await form("boligraadgiver.sck");
  if (!read.ok) throw new Error(read.code);
  const { posts } = read.value;
  expect(posts[await world.post("vicevaert.guldberg-have")]).toMatchObject({ presence: "vacant" });
  expect(posts[await world.post("vicevaert.titanparken")]).toMatchObject({ presence: "there" });
});

test("a deputy logs as the own post unless another is chosen", async () => {
  const read = await form("skp.sck");
  if (!read.ok) throw new Error(read.code);
  const from = read.value.services[0]?.from;
  expect(from).toEqual([await world.post("skp.sck"), await world.post("mentor.sck")]);
});

test("shows the same resident only to the post that logged the earlier need", async () => {
  const code = await logged(warden, skp);
  expect(await form(warden, { same: code })).toMatchObject({ value: { same: { code } } });
  expect(await form("vicevaert.lundtoftegade", { same: code })).toMatchObject({ value: { same: null } });
});

test("a receipt is the origin's, and nobody else's", async () => {
  const code = await logged(warden, { ...skp, agreed: true });
  const receipt = (persona: string) => world.as(persona, (tx, me) => readReceipt(tx, me, { code, screen: "receipt" }));
  expect(await receipt(warden)).toMatchObject({ value: { sent: { agreed: true, named: true } } });
  for (const persona of ["skp.sck", "vicevaert.lundtoftegade", "sagsbehandler.sck", "leder.sck"])
    expect(await receipt(persona)).toMatchObject({ code: "not-found" });
});

test("a receipt offers to take back what nobody has answered, which its holder may do", async () => {
  const code = await logged(warden, skp);
  const receipt = () => world.as(warden, (tx, me) => readReceipt(tx, me, { code, screen: "receipt" }));
  expect(await receipt()).toMatchObject({ value: { sent: { mayTakeBack: true } } });
  await world.does("skp.sck", "accept", code);
  expect(await receipt()).toMatchObject({ value: { sent: { mayTakeBack: false } } });
  await world.does("skp.sck", "undo", code);
  expect(await receipt()).toMatchObject({ value: { sent: { mayTakeBack: true } } });
  await world.does(warden, "withdraw", code, { reason: "FORTRUDT" });
  expect(await receipt()).toMatchObject({ value: { sent: { mayTakeBack: false } } });
});

test("points at the other service that a situation belongs to", async () => {
  const young = { service: "MENTOR1825", situations: ["RESTANCE"], answers: { ANVIST: "JA" }, ...said };
  const code = await logged(warden, young);
  const receipt = await world.as(warden, (tx, me) => readReceipt(tx, me, { code, screen: "receipt" }));
  expect(receipt).toMatchObject({ value: { also: [{ code: "UDSAETTELSE" }] } });
});
