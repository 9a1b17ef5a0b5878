import { afterAll, beforeAll, expect, test } from "vitest";
import { acts } from "#lib/referral/acts.ts";
import { type LogForm, logForm } from "#lib/referral/log-form.ts";
import type { Tx } from "../client.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { log } from "./log.ts";
import { perform } from "./perform.ts";
import { readReferral } from "./read-referral.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const warden = "vicevaert.titanparken";
const skp = { service: "SKP", situations: ["SES_IKKE"], answers: { VED: "JA" }, contact: "together" };
type Instead = { VED?: string; contact?: string };

/** Writes that situation where the rules have let another one through: what goes around them meets the database alone. */
function around({ sql, ...tx }: Tx, { VED, contact }: Instead): Tx {
  const apply = (target: typeof sql, self: unknown, [text, ...values]: [readonly unknown[], ...unknown[]]) => {
    if (String(text[0]).includes("insert into referral_matter")) {
      if (VED) values[3] = sql.json({ VED });
      if (contact) values[8] = contact;
    }
    return Reflect.apply(target, self, [text, ...values]) as unknown;
  };
  return { ...tx, sql: new Proxy(sql, { apply }) } as Tx;
}

const logs = async (name: string, instead: Instead = {}) =>
  valueOf(
    await world.as(warden, (tx, me) => {
      const form = logForm.parse({ ...skp, consent: { name, feedback: "yes" } }) as LogForm;
      return log(around(tx, instead), me, form);
    }),
  ).code;
const corrects = (code: string, VED: string) => {
  const { service, ...situation } = skp;
  const input = acts.correct.input.parse(situation);
  return world.as(warden, (tx, me) => perform(around(tx, { VED }), me, { code, act: "correct", input }));
};

test.each(["NEJ", "KAN_IKKE_SPOERGES"])(
  "the database keeps no yes of a resident of whom it is said: %s",
  async (VED) => {
    for (const name of ["written", "oral"]) await expect(logs(name, { VED })).rejects.toMatchObject({ code: "BB007" });
    expect(await logs("not_yet", { VED })).toBeTruthy();
  },
);

test("the database lets nobody contact directly whose name they may not know", async () => {
  await expect(logs("not_yet", { contact: "directly" })).rejects.toMatchObject({ code: "BB007" });
  expect(await logs("oral", { contact: "directly" })).toBeTruthy();
});

test("a correction is not offered what a yes rules out", async () => {
  const barred = async (name: string) => {
    const code = await logs(name);
    const read = await world.as(warden, (tx, me) =>
      readReferral(tx, me, { code, reader: { locale: "da", aPlan: "" } }),
    );
    const [ved] = valueOf(read).offers.correct?.questions ?? [];
    return ved?.choices.filter((choice) => choice.barred).map((choice) => choice.code);
  };
  expect(await barred("oral")).toEqual(["NEJ", "KAN_IKKE_SPOERGES"]);
  expect(await barred("not_yet")).toEqual([]);
});

test("a correction lets nobody contact directly whose name they may not know, and offers it to nobody", async () => {
  const [unasked, asked] = [await logs("not_yet"), await logs("oral")];
  const { service, ...situation } = skp;
  const contacts = (code: string, contact: string) => {
    const input = acts.correct.input.parse(situation);
    return world.as(warden, (tx, me) => perform(around(tx, { contact }), me, { code, act: "correct", input }));
  };
  await expect(contacts(unasked, "directly")).rejects.toMatchObject({ code: "BB004" });
  expect(await contacts(unasked, "through_me")).toMatchObject({ ok: true });
  expect(await contacts(asked, "directly")).toMatchObject({ ok: true });
  const nameless = async (code: string) => {
    const read = await world.as(warden, (tx, me) =>
      readReferral(tx, me, { code, reader: { locale: "da", aPlan: "" } }),
    );
    return valueOf(read).offers.correct?.nameless;
  };
  expect([await nameless(unasked), await nameless(asked)]).toEqual([true, false]);
});

test("a yes that comes later is kept, and then the database lets nobody correct it away", async () => {
  const code = await logs("not_yet", { VED: "KAN_IKKE_SPOERGES" });
  expect(await corrects(code, "NEJ")).toMatchObject({ ok: true });
  await world.does(warden, "consent", code, { name: "oral" });
  await expect(corrects(code, "NEJ")).rejects.toMatchObject({ code: "BB004" });
  expect(await corrects(code, "JA")).toMatchObject({ ok: true });
});
