import { describe, expect, test } from "vitest";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { localNames, localNamesOf } from "../../agreement/local-names.ts";
import { dictionary } from "../dictionary.ts";
import { guard } from "./guard.ts";
import { nowhere, readLocal } from "./local.ts";

await readDictionary();
const place = readLocal({
  estates: ["Tangen", "P.D. Klits Have"],
  streets: ["Mågebuen", "Klitrosgade"],
  houses: ["Fælleshuset Signe", "Fatma"],
  towns: ["Strandby Nord"],
  words: ["blåvinkel"],
});
const found = (text: string, local = place) =>
  guard(text, dictionary(), local).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

describe("what is called something where a text is written", () => {
  test.each([
    ["tangen 14 har klaget", "address tangen 14"],
    ["maagebuen 7 2 tv", "address maagebuen 7 2 tv"],
    ["klitrosg. 60 2.tv", "address klitrosg. 60 2.tv"],
    ["p.d. klits have 3", "address p.d. klits have 3"],
    ["8999 strandby nord", "address 8999 strandby nord"],
  ])("makes an address of %j there", (text, address) => expect(found(text)).toEqual([address]));

  test.each(["tangen 14 har klaget", "8999 strandby nord"])("and not elsewhere of %j", (text) =>
    expect(found(text, nowhere).filter((each) => each.startsWith("address"))).toEqual([]),
  );

  test.each(["kaffe i Fælleshuset Signe på torsdag", "bor i Tangen", "de kalder det blåvinkel"])(
    "points at nobody there: %j",
    (text) => expect(found(text)).toEqual([]),
  );

  test("points at somebody where no house is called so", () =>
    expect(found("kaffe i Fælleshuset Signe på torsdag", nowhere)).toEqual(["name Signe"]));

  test("hides nobody behind a house that is called what a person is", () =>
    expect(found("kaffe hos Fatma på torsdag")).toEqual(["name Fatma"]));
});

test("an agreement's parties and the places that it speaks of are known by their names", () => {
  const contract = { otherActivities: [{ place: "Klub Signe" }], economy: [{ plan: "Signes Plan" }] };
  const units = [
    { kind: "estate", name: "Tangen, afdeling 7", short: "Tangen" },
    { kind: "helhedsplan", name: "Helhedsplanen Signe", short: "A7" },
  ];
  expect(localNamesOf({ contract, local: { streets: ["Klitvej", "Klitvej"] } }, units)).toEqual({
    estates: ["Tangen, afdeling 7", "Tangen"],
    streets: ["Klitvej"],
    houses: ["Helhedsplanen Signe", "Klub Signe", "Signes Plan"],
    towns: [],
    words: [],
  });
  expect(localNamesOf(null, [])).toEqual({ estates: [], streets: [], houses: [], towns: [], words: [] });
});

test.each(["", "x", "(a+)+", "Klit\nvej", "-vej", "a".repeat(61)])("no name is %j", (name) =>
  expect(localNames.safeParse({ streets: [name] }).success).toBe(false),
);

test("a unit may be called by any signs", () => {
  const odd = readLocal({ houses: ["Huset (Signe) [+*?] {2} |^$\\"], estates: ["Gaarden (7) – A&B"] });
  expect(found("i gaarden (7) – a&b 14", odd)).toEqual(["address gaarden (7) – a&b 14"]);
});

test("as many names as an agreement may have keep nobody waiting", () => {
  const many = (ending: string) =>
    Array.from(
      { length: 200 },
      (_, at) => `${"aeiouy".charAt(at % 6)}${"bdfgklmnprst".charAt(at % 12)}klit${at}${ending}`,
    );
  const full = readLocal({ estates: many("parken"), streets: many("gade"), houses: many(" hus"), towns: many("by") });
  const text = "klit klitgade 1 klitparken og klitby klit gade i klit ".repeat(6).slice(0, 280);
  guard(text, dictionary(), full);
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    guard(text, dictionary(), full);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(20);
});

test("a unit that is called by full stops and spaces keeps nobody's note waiting", () => {
  const { places } = readLocal({ houses: [`a${". ".repeat(24)}b`, "St. Ida"] });
  const note = `a${".".repeat(36)}x`;
  const before = process.cpuUsage();
  expect(note.replace(places, "")).toBe(note);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(100);
  for (const written of ["st. ida", "st.ida"]) expect(written.replace(places, "")).toBe("");
});
