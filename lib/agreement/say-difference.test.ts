import { expect, test } from "vitest";
import { sayDifference, type Telling } from "./say-difference.ts";

const telling: Telling = {
  locale: "da",
  nameOf: (code) => ({ SKP: "Støttekontaktperson" })[code],
  partOf: (name) => ({ services: "Ydelser", norm: "Frister", answer: "Svar", needs: "Kræver", date: "en dato" })[name],
  yes: "ja",
  no: "nej",
};

test("says where by the names of things, and what by the number", () => {
  const where = [{ part: "services" }, { item: "SKP" }, { part: "norm" }, { part: "answer" }];
  expect(sayDifference({ where, before: 2, after: 3 }, telling)).toEqual({
    where: "Ydelser · Støttekontaktperson · Frister · Svar",
    before: "2",
    after: "3",
  });
});

test("says what came in by what it is called, with the rest behind it, and no code", () => {
  const after = { code: "VENT", text: { da: "Ventetid", en: "Waiting" }, needs: "date" };
  expect(sayDifference({ where: [{ place: 0 }], before: undefined, after }, telling)).toEqual({
    where: "1",
    before: null,
    after: "Ventetid (Kræver: en dato)",
  });
});

test("says lists by the names of what is in them, and an empty one as a dash", () => {
  const told = sayDifference({ where: [{ part: "also" }], before: [], after: ["SKP", "X"] }, telling);
  expect(told).toEqual({ where: "also", before: "–", after: "Støttekontaktperson, X" });
});

test("says yes and no", () => {
  expect(sayDifference({ where: [], before: true, after: false }, telling)).toMatchObject({
    before: "ja",
    after: "nej",
  });
});

test("says days as they are written", () => {
  const told = sayDifference({ where: [], before: ["06-05", "12-24"], after: "2013-12-12" }, telling);
  expect(told).toMatchObject({ before: "5.6., 24.12.", after: "12.12.2013" });
});
