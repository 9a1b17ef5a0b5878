import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type AgreementContent, agreementContent } from "./agreement.ts";
import { differences } from "./differences.ts";
import { emptyAgreement } from "./empty-agreement.ts";
import { setTexts, type TextList, textListOf, textListsOf, type WrittenTexts } from "./text-lists.ts";

const { content } = noerrebro;
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string; field?: string }): T => {
  if (!result.ok) throw new Error(`${result.code} ${result.field}`);
  return result.value;
};
const parts = ["contract", "economy", "others", ...content.activities.map(({ code }) => `activities.${code}`)];
const all = parts.flatMap((part) => textListsOf(content, part));

/** A list as its form shows it. */
const shown = ({ items }: TextList): WrittenTexts => ({
  order: items.map((_, at) => `i${at}`),
  rows: Object.fromEntries(items.map((item, at) => [`i${at}`, { ...item }])),
});
const listAt = (address: string, of: AgreementContent = content): TextList => {
  const found = textListOf(of, address);
  if (!found) throw new Error(address);
  return found;
};
const said = (text: string) => ({ da: text, en: "" });

describe("a list of texts", () => {
  test("is there for the frame, editions, aims and policy, economy, other activities, and each activity", () => {
    expect(textListsOf(content, "contract").map(({ address }) => address)).toEqual([
      "contract.frame",
      "contract.editions",
      "contract.points",
      "contract.cityPolicy",
    ]);
    expect(textListsOf(content, "economy").map(({ address }) => address)).toEqual(["economy"]);
    expect(textListsOf(content, "others").map(({ address }) => address)).toEqual([
      "others",
      ...content.contract.otherActivities.map((_, at) => `others.${at}`),
    ]);
    const [activity] = content.activities;
    expect(textListsOf(content, `activities.${activity?.code}`).map(({ address }) => address.split(".")[2])).toEqual([
      "about",
      "focus",
      "tasks",
    ]);
    for (const address of ["contract", "contract.title", "others.99", "activities.UNHEARD_OF.about", "services"])
      expect(textListOf(content, address)).toBeNull();
  });

  test("that is written as it stands is the same", () => {
    expect(all.length).toBeGreaterThan(12);
    for (const list of all)
      expect([list.address, differences(content, valueOf(setTexts(content, list.address, shown(list))))]).toEqual([
        list.address,
        [],
      ]);
  });

  test("stands in the order in which it was put, and nothing else moves", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), (list, seed) => {
        const { order, rows } = shown(list);
        const turned = order.toSorted((a, b) => ((Number(a.slice(1)) * 7 + seed) % 5) - ((Number(b.slice(1)) * 7) % 5));
        const revised = valueOf(setTexts(content, list.address, { order: turned, rows }));
        expect(listAt(list.address, revised).items).toEqual(turned.map((key) => list.items[Number(key.slice(1))]));
        expect(agreementContent.safeParse(revised).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("is added to and taken from, and begins from nothing", () => {
    const empty = emptyAgreement();
    const first = valueOf(
      setTexts(empty, "economy", {
        order: ["n1"],
        rows: { n1: { plan: " Remisevænget ", period: "2026–30", amount: { da: "1,2 mio. kr.", en: "" } } },
      }),
    );
    expect(first.contract.economy).toEqual([
      { plan: "Remisevænget", period: "2026–30", amount: { da: "1,2 mio. kr.", en: "" } },
    ]);
    const gone = valueOf(setTexts(first, "economy", { order: ["i0"], rows: { i0: { remove: true } } }));
    expect(gone).toEqual(empty);
    const untouched = valueOf(setTexts(empty, "contract.frame", { order: ["n1"], rows: { n1: { text: said(" ") } } }));
    expect(untouched).toEqual(empty);
  });

  test("of a place keeps to the place when places change their order", () => {
    const [one, other] = content.contract.otherActivities;
    const turned = valueOf(setTexts(content, "others", { ...shown(listAt("others")), order: ["i1", "i0"] }));
    expect(turned.contract.otherActivities).toEqual([other, one]);
    const renamed = valueOf(
      setTexts(content, "others", { order: ["i0", "i1"], rows: { i0: { place: "Lundtoften" } } }),
    );
    expect(renamed.contract.otherActivities).toEqual([{ ...one, place: "Lundtoften" }, other]);
  });

  test("needs Danish, and whatever else its rows say", () => {
    const refuses = (address: string, rows: WrittenTexts["rows"]) =>
      setTexts(content, address, { order: Object.keys(rows), rows });
    expect(refuses("contract.frame", { i0: { text: { da: " ", en: "Frame" } } })).toMatchObject({
      code: "words-needed",
      field: "rows.i0.text.da",
    });
    expect(refuses("contract.editions", { n1: { when: said("2026") } })).toMatchObject({ field: "rows.n1.what.da" });
    expect(refuses("economy", { n1: { period: "2026" } })).toMatchObject({
      code: "text-needed",
      field: "rows.n1.plan",
    });
    expect(refuses("economy", { n1: { plan: "x".repeat(121), period: "2026", amount: said("1") } })).toMatchObject({
      code: "too-long",
      field: "rows.n1.plan",
    });
    expect(refuses("economy", { n1: { plan: "Ny", period: "2026", amount: said("x".repeat(1001)) } })).toMatchObject({
      code: "too-long",
      field: "rows.n1.amount.da",
    });
  });

  test("has nothing twice, though a plan may have two periods", () => {
    const { economy } = content.contract;
    const [first] = economy;
    const row = { plan: first?.plan ?? "", period: first?.period ?? "", amount: said("1") };
    const adds = (added: typeof row) =>
      setTexts(content, "economy", { order: [...economy.map((_, at) => `i${at}`), "n1"], rows: { n1: added } });
    expect(adds({ ...row, plan: row.plan.toUpperCase() })).toMatchObject({
      code: "words-twice",
      field: "rows.n1.plan",
    });
    expect(adds({ ...row, period: "2030–34" }).ok).toBe(true);
  });

  test("has no more than it may, and knows no stranger", () => {
    const { most, address } = listAt("contract.frame");
    const many = Array.from({ length: most + 1 }, (_, at) => `n${at + 1}`);
    const rows = Object.fromEntries(many.map((key) => [key, { text: said(key) }]));
    expect(setTexts(emptyAgreement(), address, { order: many, rows })).toMatchObject({
      code: "too-many-lines",
      field: `rows.n${most + 1}.text.da`,
      details: { most },
    });
    for (const key of ["i9", "x1", "UNHEARD_OF"])
      expect(setTexts(content, address, { order: [key], rows: {} })).toMatchObject({ code: "wrong-input" });
    expect(setTexts(content, address, { order: [], rows: { i9: { text: said("a") } } })).toMatchObject({
      code: "wrong-input",
    });
    expect(setTexts(content, "contract.nothing", { order: [], rows: {} })).toMatchObject({ code: "not-found" });
  });
});
