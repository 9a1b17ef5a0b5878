import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import type { PostId } from "#lib/referral/case.ts";
import { aWorkbook } from "./a-workbook.ts";
import { type Fault, judgeList, type NamedPost } from "./judge.ts";
import { mostRows } from "./limits.ts";
import { nearest } from "./nearest.ts";
import { readSheet } from "./sheet.ts";

const today = day("2026-12-02");
const post = (id: string, functions: string[], units: string[]): NamedPost => ({ id: id as PostId, functions, units });
const posts = [
  post("adviser", ["Boligrådgiver", "BOLIGRAADGIVER"], ["SCK", "Socialcenter København"]),
  post("mentor", ["MENTOR", "Social mentor"], ["SCK", "Socialcenter København"]),
  post("caretaker", ["VICEVAERT", "Social vicevært"], ["Titanparken"]),
];
const head = ["Mail", "Navn", "Funktion", "Enhed", "Fra"];
const good = ["ida@a.example", "Ida Ært", "Boligrådgiver", "SCK", "1.1.2027"];

const judge = (bytes: Uint8Array) => {
  const sheet = readSheet(bytes);
  return sheet.ok ? judgeList(sheet.value, { posts, today }) : sheet;
};
const csv = (...rows: string[][]) => strToU8(`\uFEFF${rows.map((row) => row.join(";")).join("\r\n")}\r\n`);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
const refusalOf = (bytes: Uint8Array) => {
  const result = judge(bytes);
  return result.ok ? "taken" : [result.code, ...(result.details ? [result.details] : [])];
};
const faultsOf = (...rows: string[][]): readonly Fault[] => {
  const result = judge(csv(head, ...rows));
  if (!result.ok) throw new Error(result.code);
  return result.value.faults;
};
const ida = {
  people: [{ mail: "ida@a.example", name: "Ida Ært", posts: [{ row: 2, post: "adviser", from: "2027-01-01" }] }],
  faults: [],
};

describe("a list is read", () => {
  const text = [head, good].map((row) => row.join(";")).join("\r\n");
  test.each([
    ["with a mark for UTF-8", csv(head, good)],
    ["in UTF-8 without one", strToU8(text)],
    ["in Windows-1252", latin(text)],
    ["with commas", strToU8(text.replaceAll(";", ","))],
    ["with tabs, in UTF-16", Uint8Array.from(Buffer.from(`\uFEFF${text.replaceAll(";", "\t")}`, "utf16le"))],
    ["with its separator said, as row 1", strToU8(`sep=;\n${text}`)],
    ["with cells in quotes", strToU8(text.replace("Ida Ært", '"Ida Ært"'))],
    ["as a workbook", aWorkbook([head, good])],
    ["as a workbook with a day that is counted", aWorkbook([head, good.with(4, "46388")])],
    [
      "as a workbook with a text inside its cell",
      aWorkbook([head, good.with(1, '<c t="inlineStr"><is><t>Ida </t><t>Ært</t></is></c>')]),
    ],
  ])("%s", (what, bytes) => {
    const result = judge(bytes);
    const row = what.includes("row 1") ? 3 : 2;
    expect(result.ok && result.value).toEqual({
      ...ida,
      people: [{ ...ida.people[0], posts: [{ row, post: "adviser", from: "2027-01-01" }] }],
    });
  });

  test("with columns in any order, functions by code and units by their full name, in any case; no date is today", () => {
    const rows = [
      ["NAME", "unit", "function", "e-mail"],
      ["Ida Ært", "socialcenter  københavn", "boligraadgiver", "IDA@a.example"],
    ];
    expect(judge(csv(...rows))).toMatchObject({
      value: { people: [{ mail: "ida@a.example", posts: [{ from: today }] }] },
    });
  });

  test("with rows that are empty between, which keep their numbers", () => {
    const result = judge(csv(head, ["", "", "", "", ""], good, ["", "", "", "", ""]));
    expect(result).toMatchObject({ value: { people: [{ posts: [{ row: 3 }] }], faults: [] } });
  });

  test("with days counted from 1904, and a break of lines inside a cell", () => {
    const old = {
      "xl/workbook.xml": `<workbook><workbookPr date1904="1"/><sheets><sheet id="rId1"/></sheets></workbook>`,
    };
    expect(judge(aWorkbook([head, good.with(4, "44926")], old))).toMatchObject({ value: ida });
    expect(judge(csv(head, good.with(1, '"Ida\nÆrt"'), good.with(0, "bo@a.example")))).toMatchObject({
      value: { people: [{ name: "Ida Ært" }, { posts: [{ row: 4 }] }] },
    });
  });

  test("and whoever stands in several rows is one person with all the posts, each once", () => {
    const result = judge(csv(head, good, good.with(2, "Social mentor").with(0, "Ida@A.example"), good));
    expect(result).toMatchObject({
      value: {
        people: [
          {
            posts: [
              { row: 2, post: "adviser" },
              { row: 3, post: "mentor" },
            ],
          },
        ],
        faults: [],
      },
    });
    expect(judge(csv(head, good, good.with(2, "Social mentor")))).toMatchObject({ value: { people: [{}] } });
  });
});

describe("a file that is something else is refused, each with its own code", () => {
  const mixed = (over: Record<string, string>) => aWorkbook([head, good], over);
  const lying = () => {
    const bytes = mixed({ "xl/sharedStrings.xml": " ".repeat(9_000_000) });
    // Every length that an archive gives of what it packs is written smaller.
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = view.indexOf("xl/sharedStrings.xml", 0); at !== -1; at = view.indexOf("xl/sharedStrings.xml", at + 1))
      for (const before of [30 - 22, 46 - 24])
        if (view.readUInt32LE(at - before) === 9_000_000) view.writeUInt32LE(100, at - before);
    return bytes;
  };
  const locked = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("xxEncryptedPackage", "utf16le")]);
  const secret = mixed({});
  secret[6] = 1;
  const many = Array.from({ length: 10_000 }, () => ["a", "b", "c", "d", ""]);
  test.each<[what: string, file: Uint8Array, said: unknown]>([
    ["nothing", new Uint8Array(), ["list-empty"]],
    ["a PDF", strToU8("%PDF-1.7 …"), ["list-pdf"]],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), ["list-old"]],
    ["a workbook with a password", locked, ["list-locked"]],
    ["an archive with a password", secret, ["list-locked"]],
    ["another archive", zipSync({ "word/document.xml": strToU8("<a/>") }), ["list-no-sheet"]],
    ["half a workbook", mixed({}).slice(0, 500), ["list-broken"]],
    ["a workbook that is no XML", mixed({ "xl/worksheets/sheet1.xml": "<worksheet><row" }), ["list-broken"]],
    ["entities that grow", mixed({ "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "bb">]><sst/>' }), ["list-broken"]],
    ["a workbook packed to burst", mixed({ "xl/sharedStrings.xml": " ".repeat(9_000_000) }), ["list-packed"]],
    ["one that says it is not", lying(), ["list-broken"]],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), ["list-unknown"]],
    ["a file that is too large", new Uint8Array(200_000).fill(65), ["list-too-large"]],
    ["10,000 rows", csv(head, ...many), ["list-too-many", { rows: 10_000, most: mostRows }]],
    ["10,000 rows of a workbook", aWorkbook([head, ...many]), ["list-too-many", { rows: 10_000, most: mostRows }]],
    ["a quotation mark without an end", csv(head, good.with(1, '"Ida')), ["list-quote", { row: 2 }]],
    ["headings alone", csv(head), ["list-only-head"]],
    ["empty rows", csv(["", ""], [""]), ["list-empty"]],
    ["a column that is missing", csv(head.with(3, "")), ["list-no-column", { column: "unit" }]],
    ["a column that is there twice", csv(head.with(4, "mail")), ["list-two-columns", { column: "mail" }]],
    ["a column that is none", csv([...head, "Telefon"]), ["list-other-column", { text: "Telefon" }]],
  ])("%s", (_what, file, said) => {
    expect(refusalOf(file)).toEqual(said);
  });

  test("as many rows as may be are taken, and one more not", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => good.with(0, `a${at}@a.example`));
    expect(refusalOf(csv(head, ...rows(mostRows)))).toBe("taken");
    expect(refusalOf(csv(head, ...rows(mostRows + 1)))).toEqual([
      "list-too-many",
      { rows: mostRows + 1, most: mostRows },
    ]);
  });
});

describe("what is wrong in a cell is said by row and column", () => {
  test.each<[what: string, column: number, text: string, fault: Omit<Fault, "row">]>([
    ["no mail", 0, "", { column: "mail", code: "mail-needed", text: "" }],
    ["a mail that is none", 0, "ida(a)a.example", { column: "mail", code: "mail", text: "ida(a)a.example" }],
    [
      "a mail with a name too long",
      0,
      `${"a".repeat(65)}@a.dk`,
      { column: "mail", code: "mail", text: `${"a".repeat(60)}…` },
    ],
    ["no name", 1, "", { column: "name", code: "name-needed", text: "" }],
    ["a name that is too short", 1, "I", { column: "name", code: "name", text: "I" }],
    ["a formula", 1, "=HYPERLINK(1)", { column: "name", code: "formula" }],
    ["a formula of another kind", 0, "@SUM(1)", { column: "mail", code: "formula" }],
    ["no function", 2, "", { column: "function", code: "function-needed" }],
    [
      "a function with a slip",
      2,
      "Boligradgiver",
      { column: "function", code: "function-near", text: "Boligradgiver", near: "Boligrådgiver" },
    ],
    ["a function that there is not", 2, "Astronaut", { column: "function", code: "function", text: "Astronaut" }],
    ["no unit", 3, "", { column: "unit", code: "unit-needed" }],
    [
      "a unit with a slip",
      3,
      "Titanpakken",
      { column: "unit", code: "unit-near", text: "Titanpakken", near: "Titanparken" },
    ],
    ["a unit that there is not", 3, "Månen", { column: "unit", code: "unit", text: "Månen" }],
    [
      "a post that there is not",
      3,
      "Titanparken",
      { column: "function", code: "no-post", text: "Boligrådgiver", near: "Titanparken" },
    ],
    ["a date that is none", 4, "snart", { column: "from", code: "date", text: "snart" }],
    ["a day that there is not", 4, "31.2.2027", { column: "from", code: "date", text: "31.2.2027" }],
    ["a date that is past", 4, "1.12.2026", { column: "from", code: "date-past", text: "1.12.2026" }],
    ["a date far ahead", 4, "1.1.2029", { column: "from", code: "date-too-far", text: "1.1.2029" }],
  ])("%s", (_what, column, text, fault) => {
    expect(faultsOf(good.with(column, text))).toEqual([{ row: 2, ...fault }]);
  });

  test("a formula of a workbook, whatever it came to, and an error", () => {
    for (const cell of ['<c t="str"><f>A1</f><v>Ida Ært</v></c>', '<c t="e"><v>#N/A</v></c>']) {
      const result = judge(aWorkbook([head, good.with(1, cell)]));
      expect(result).toMatchObject({ value: { faults: [{ row: 2, column: "name", code: "formula" }] } });
    }
  });

  test("every fault of a row at once, and of the same person a second name and another day", () => {
    expect(faultsOf(["x", "", "y", "z", "æ"]).map(({ column }) => column)).toEqual([
      "mail",
      "name",
      "function",
      "unit",
      "from",
    ]);
    expect(faultsOf(good, good.with(1, "Bo Ært"))).toEqual([
      { row: 3, column: "name", code: "other-name", text: "Bo Ært", near: "Ida Ært" },
    ]);
    expect(faultsOf(good, good.with(4, "2.1.2027"))).toEqual([
      { row: 3, column: "from", code: "other-date", text: "2" },
    ]);
  });
});

test("the nearest name is one that few letters part from", () => {
  expect(nearest("mentr", ["Mentor", "Leder"])).toBe("Mentor");
  expect(nearest("", ["Mentor"])).toBeNull();
});
