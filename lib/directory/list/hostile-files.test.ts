import { deflateSync, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import type { PostId } from "#lib/referral/case.ts";
import { aWorkbook } from "./a-workbook.ts";
import { judgeList, type NamedPost } from "./judge.ts";
import { readSheet } from "./sheet.ts";

const posts: NamedPost[] = [
  { id: "adviser" as PostId, functions: ["Boligrådgiver"], units: ["Boligen"] },
  { id: "leader" as PostId, functions: ["Leder"], units: ["Lederen"] },
];
const head = ["Mail", "Navn", "Funktion", "Enhed"];
const good = ["ida@a.example", "Ida Ært", "Boligrådgiver", "Boligen"];

/** Milliseconds of the processor's time: what else the machine does counts little. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** An archive of these directory entries, all of which point to one packed piece that is said to hold a single byte. */
function archiveOf(names: readonly string[], packed: Uint8Array): Uint8Array {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(1, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    return entry;
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, packed, directory, end]));
}

/** A hundred bytes that say they hold so many files, by the record for very large archives. */
function saysItHolds(count: number): Uint8Array {
  const bytes = Buffer.alloc(30 + 56 + 20 + 22);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt32LE(0x06064b50, 30);
  bytes.writeUInt32LE(count, 30 + 32);
  bytes.writeUInt32LE(0x07064b50, 86);
  bytes.writeUInt32LE(30, 86 + 8);
  bytes.writeUInt32LE(0x06054b50, 106);
  bytes.writeUInt16LE(0xffff, 106 + 8);
  return new Uint8Array(bytes);
}

const burst = deflateSync(new Uint8Array(6_000_000), { level: 9 });
const sheets = Array.from({ length: 40 }, (_, at) => `xl/worksheets/${at}.xml`);

test.each<[what: string, file: Uint8Array]>([
  ["which says that it holds three million files", saysItHolds(3_000_000)],
  ["of forty parts that lie in each other", archiveOf(sheets, burst)],
  ["of one part, named forty times", archiveOf(Array(40).fill("xl/workbook.xml"), burst)],
  [
    "with tags that are nothing but one word",
    aWorkbook([], { "xl/workbook.xml": `<a ${"b".repeat(3_900)}>`.repeat(60) }),
  ],
])("an archive %s keeps the server no longer than another", (_what, file) => {
  let code = "";
  const time = spent(() => {
    const read = readSheet(file);
    code = read.ok ? "taken" : read.code;
  });
  expect(code).toMatch(/^list-(broken|packed|no-sheet|empty)$/);
  expect(time).toBeLessThan(500);
});

test("a part that unpacks to more than it says is given up at once", () => {
  const file = archiveOf(["xl/workbook.xml"], burst);
  expect(readSheet(file)).toMatchObject({ code: "list-broken" });
  expect(spent(() => readSheet(file))).toBeLessThan(100);
});

test("an archive before which something else stands, or behind which, is read or refused and never breaks", () => {
  const file = aWorkbook([head, good]);
  for (const other of ["", "PK", "%PDF-1.7\n", "<!DOCTYPE html><script>", "\u0000".repeat(70_000)])
    for (const bytes of [Buffer.concat([Buffer.from(other), file]), Buffer.concat([file, Buffer.from(other)])]) {
      const read = readSheet(new Uint8Array(bytes));
      expect(read.ok ? "list-taken" : read.code).toMatch(/^list-/);
    }
});

test("whichever byte of a workbook is another, it is read or refused", () => {
  const file = aWorkbook([head, good]);
  const said = new Set<string>();
  for (let at = 0; at < file.length; at += 5)
    for (const byte of [0, (file[at] ?? 0) ^ 1]) {
      const read = readSheet(file.with(at, byte));
      said.add(read.ok ? "taken" : read.code);
    }
  expect([...said].filter((code) => code !== "taken" && !code.startsWith("list-"))).toEqual([]);
});

const csv = (...rows: string[][]) => strToU8(rows.map((row) => row.join(";")).join("\n"));
const judged = (bytes: Uint8Array) => {
  const sheet = readSheet(bytes);
  return sheet.ok ? judgeList(sheet.value, { posts, today: day("2026-12-02") }) : sheet;
};

test.each([
  ["nothing that is seen", "\u200b\u200b\u2060", { faults: [{ row: 2, column: "name", code: "name-needed" }] }],
  ["what turns the text behind it", "Ida \u202eÆrt", { people: [{ name: "Ida Ært" }], faults: [] }],
  ["a byte that is nothing", "Ida\u0007 Ært", { faults: [{ row: 2, column: "name", code: "unseen-sign" }] }],
])("a name of %s", (_what, name, value) => {
  expect(judged(csv(head, good.with(1, name)))).toMatchObject({ value });
});

test.each(["&#0;", "&#xD800;", "&#x7;"])("a cell with the sign %s says that it cannot be kept", (sign) => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}${sign}</t></is></c>`;
  for (const [at, column] of (["mail", "name", "function", "unit"] as const).entries())
    expect(judged(aWorkbook([head, good.with(at, cell(good[at] ?? ""))]))).toMatchObject({
      value: { people: [], faults: [{ row: 2, column, code: "unseen-sign" }] },
    });
});

test("letters that are written as a letter and its mark are the same letters", () => {
  expect(
    judged(
      csv(
        head.map((each) => each.normalize("NFD")),
        good.map((each) => each.normalize("NFD")),
      ),
    ),
  ).toMatchObject({
    value: { people: [{ name: "Ida Ært", posts: [{ post: "adviser" }] }], faults: [] },
  });
});

test("what is like a function is no unit, though there are as many of them", () => {
  expect(judged(csv(head, good.with(2, "Ledere").with(3, "Ledere")))).toMatchObject({
    value: {
      faults: [
        { column: "function", code: "function-near", near: "Leder" },
        { column: "unit", code: "unit-near", near: "Lederen" },
      ],
    },
  });
});

test("a row counts itself where its number is none", () => {
  for (const number of ["1e400", "-3", "0.5", "x", ""]) {
    const sheet = `<worksheet><row r="1">${head.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row><row r="${number}"><c t="inlineStr"><is><t>x</t></is></c></row></worksheet>`;
    expect(judged(aWorkbook([], { "xl/worksheets/sheet1.xml": sheet }))).toMatchObject({
      value: { faults: expect.arrayContaining([expect.objectContaining({ row: 2 })]) },
    });
  }
});

test("a workbook whose parts are not packed is read", () => {
  const packed = unzipSync(aWorkbook([head, good]));
  expect(judged(zipSync(packed, { level: 0 }))).toMatchObject({ value: { people: [{ name: "Ida Ært" }], faults: [] } });
});
