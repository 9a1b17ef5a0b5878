import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import type { KeptMinutes } from "#lib/meeting/minutes.ts";
import { drawnSigns, drawnTexts } from "#lib/text/a-drawn-sign.ts";
import da from "#messages/da.json" with { type: "json" };
import { minutesPdf } from "./pdf.ts";

const said = (text: string) => ({ da: text, en: text });
const post = said("Specialiseret sagsbehandler, SCK Nørrebro");

/** A long meeting: every case has two reasons, a decision with words of its own, and somebody to do it. */
const minutes = (cases: number): KeptMinutes => ({
  series: said("Netværksmøde"),
  number: 4,
  onDay: day("2026-11-25"),
  startsAt: "09:30",
  place: "Ågade på Nørrebro",
  convener: post,
  attendance: Array.from({ length: 16 }, (_, n) => ({
    post: said(`Social vicevært, område ${n}`),
    attendance: n % 5 === 0 ? "apologies" : "present",
  })),
  carried: Array.from({ length: 5 }, (_, n) => ({
    what: said("Følger op: tager kontakt igen"),
    text: null,
    owner: post,
    dueOn: day("2026-11-26"),
    meeting: 3,
    about: { number: n + 1, service: said("Støttekontaktperson") },
    weeks: 8,
  })),
  items: Array.from({ length: cases }, (_, n) => ({
    about: {
      number: n + 1,
      service: said("Støttekontaktperson"),
      holder: said("Støttekontaktpersoner, SCK"),
      waitsFor: said("en helhedsplan"),
      weeks: 6,
      reasons: [said("Fristen er overskredet"), said("Mellem to forvaltninger")],
    },
    outcome: "decided",
    decided: {
      what: said("Følger op"),
      text: "Ringer til Myndighedsteamet om brevet",
      owner: post,
      dueOn: day("2026-12-09"),
    },
  })),
  quiet: 12,
  next: { onDay: day("2027-01-20"), startsAt: "09:30", place: "Titanparken" },
  corrections: ["SKP var til stede fra kl. 10"],
  approved: { number: 5, onDay: day("2027-01-20") },
});

const saying = { words: da.minutes, meeting: da.meeting, locale: "da" } as const;

async function readBack(file: Buffer) {
  const read = await getDocumentProxy(new Uint8Array(file));
  const { text, totalPages } = await extractText(read, { mergePages: true });
  const page = await read.getPage(1);
  const { info } = await read.getMetadata();
  return { text: text.replaceAll(/\s+/g, " "), totalPages, size: page.view, info, tree: await page.getStructTree() };
}

/** Each line that was drawn, with the place where it begins. */
async function linesOf(file: Buffer) {
  const read = await getDocumentProxy(new Uint8Array(file));
  const lines: { text: string; left: number; right: number; base: number; page: number }[] = [];
  for (let number = 1; number <= read.numPages; number += 1) {
    const { items } = await (await read.getPage(number)).getTextContent();
    for (const item of items) {
      if (!("str" in item) || item.str === "") continue;
      const [, , , , left, base] = item.transform as [number, number, number, number, number, number];
      lines.push({ text: item.str, left, right: left + item.width, base, page: number });
    }
  }
  return lines;
}

/** How many times the empty box stands where a sign should: the first glyph of every font. */
async function boxesIn(file: Buffer): Promise<number> {
  const read = await getDocumentProxy(new Uint8Array(file));
  let boxes = 0;
  for (let number = 1; number <= read.numPages; number += 1) {
    const { argsArray } = await (await read.getPage(number)).getOperatorList();
    for (const given of argsArray as unknown[])
      if (Array.isArray(given) && Array.isArray(given[0]))
        boxes += given[0].filter(
          (sign) => (sign as { originalCharCode?: number } | null)?.originalCharCode === 0,
        ).length;
  }
  return boxes;
}

const rolesOf = (node: unknown): string[] => {
  const { role, children = [] } = node as { role?: string; children?: unknown[] };
  return [...(role ? [role] : []), ...children.flatMap(rolesOf)];
};

test("minutes of twenty cases are two pages of A4, with everything that was said, Danish letters and no code", async () => {
  const { text, totalPages, size } = await readBack(await minutesPdf(minutes(20), saying));
  expect(totalPages).toBe(2);
  expect(size.map(Math.round)).toEqual([0, 0, 595, 842]);
  for (const words of [
    "Referat af Netværksmøde 4",
    "onsdag den 25. november 2026 kl. 9.30",
    "Ågade på Nørrebro",
    "Sag 20 Støttekontaktperson",
    "Fristen er overskredet, mellem to forvaltninger. Ligger hos Støttekontaktpersoner, SCK.",
    "Følger op: Ringer til Myndighedsteamet om brevet",
    "Møde 3, Sag 5 Støttekontaktperson, 8 uger gammel",
    "I gang som aftalt: 12.",
    "Rettelse: SKP var til stede fra kl. 10",
    "Godkendelse: Godkendt på møde nr. 5, ons. 20. jan.",
    "Næste møde: onsdag den 20. januar 2027 kl. 9.30, Titanparken.",
    "2/2",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/\{\w+\}|undefined|null|\b[2-9AFHKMRX]{4}-?[2-9AFHKMRX]{4}\b/);
});

test("they are marked for whoever has them read aloud: language, title, headings, tables with their heads", async () => {
  const file = await minutesPdf(minutes(3), saying);
  const { info, tree } = await readBack(file);
  expect(info).toMatchObject({ Title: "Referat af Netværksmøde 4", Language: "da" });
  const roles = rolesOf(tree);
  expect(roles).toEqual(expect.arrayContaining(["Document", "H1", "H2", "P", "Table", "TR", "TH", "TD"]));
  expect(roles.filter((role) => role === "TH")).toHaveLength(9);
  expect(file.toString("latin1")).toMatch(/\/MarkInfo[\s\S]{0,80}\/Marked true|\/Marked true/);
});

test("a meeting without points has minutes all the same", async () => {
  const bare = { ...minutes(0), carried: [], corrections: [], approved: null };
  const { text, totalPages } = await readBack(await minutesPdf(bare, saying));
  expect(text).toContain("Godkendelse: Ikke godkendt endnu");
  expect(text).not.toContain(da.minutes.corrections);
  expect([totalPages, text.includes(da.minutes.none), text.includes(da.minutes.done)]).toEqual([1, true, true]);
});

test.each([
  "Łódź, Şişli, čaj",
  "Привет",
  "→ ☕ ☕\ufe0f ✓ ● ☐ ★ 1\ufe0f\u20e3",
  "👩\u200d👧 🇩🇰",
  "Ελλάδα ễ",
  "e\u0301\tand\u3000more",
])("%s is on the paper as it is on the page", async (typed) => {
  const [item] = minutes(1).items;
  if (!item?.decided) throw new Error("no point");
  const file = await minutesPdf(
    {
      ...minutes(0),
      place: typed,
      corrections: [typed],
      items: [{ ...item, decided: { ...item.decided, text: typed } }],
    },
    saying,
  );
  expect(await boxesIn(file)).toBe(0);
  const bare = (shown: string) => shown.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").replaceAll(/\s+/g, " ");
  const { text } = await readBack(file);
  expect(bare(text).split(bare(typed.normalize("NFC")))).toHaveLength(4);
});

test("every sign that a text may have is on the paper", async () => {
  const from = performance.now();
  const file = await minutesPdf({ ...minutes(0), corrections: [...drawnTexts] }, saying);
  // A letter at a time from a packed font, it took minutes.
  expect(performance.now() - from).toBeLessThan(20_000);
  expect(await boxesIn(file)).toBe(0);
  // Read back, "ﬁ" is two letters, and letters that make flags are flags.
  const letters = (shown: string) =>
    shown.normalize("NFKC").replaceAll(/[\s\p{RI}\p{Default_Ignorable_Code_Point}]/gu, "");
  const { text } = await readBack(file);
  const found = new Set(letters(text));
  expect(drawnSigns.filter((sign) => [...letters(sign)].some((letter) => !found.has(letter)))).toEqual([]);
});

test("a date stands on one line, and so does each word, in every column", async () => {
  const lines = await linesOf(await minutesPdf(minutes(20), saying));
  const drawn = lines.map(({ text }) => text.replaceAll("\u00a0", " "));
  expect(drawn.filter((text) => /^\S+ \d+\. \S+$/.test(text)).length).toBe(25);
  for (const text of drawn) expect(text).not.toMatch(/^(?:\d?\. ?(?:dec|nov)|[a-zæøå]?\.$|ec\b|[a-zæøå]{1,2}$)/);
  for (const word of ["Støttekontaktperson", "Støttekontaktpersoner,", "Myndighedsteamet", "Specialiseret"])
    expect(
      drawn.some((text) => text.split(" ").includes(word)),
      word,
    ).toBe(true);
  expect(Math.max(...lines.map(({ right }) => right))).toBeLessThanOrEqual(595.28 - 42 + 0.5);
});

test("a long date is never parted, nor a number from what it counts", async () => {
  const corrections = Array.from({ length: 60 }, (_, n) => `${"x ".repeat(n + 30)}onsdag den 20. januar 2027 kl. 9.30`);
  for (const { text } of await linesOf(await minutesPdf({ ...minutes(0), corrections }, saying)))
    expect(text.trim()).not.toMatch(/^(?:januar|20\d\d|\d{1,2}\.)|(?:\bden|\bkl\.|\bden \d+\.)$/);
});

test("a word that no column can hold is parted at a syllable with a hyphen, an address after its signs", async () => {
  const long = "Boligsocialhelhedsplansbestyrelsesmødereferatgodkendelse";
  const web = "https://brobyg.example/moeder/referater/2026/november/onsdag-den-25";
  const [item] = minutes(1).items;
  if (!item?.decided) throw new Error("no point");
  const decided = { ...item.decided, text: `${long} ${web} ${"W".repeat(120)}` };
  const file = await minutesPdf({ ...minutes(0), items: [{ ...item, decided }] }, saying);
  const lines = await linesOf(file);
  const said = lines.map(({ text }) => text.trim());
  const from = said.findIndex((text) => text.startsWith("Boligsocial"));
  const parts = [said[from] ?? ""];
  while (parts.at(-1)?.endsWith("-")) parts.push(said[from + parts.length] ?? "");
  expect(
    parts
      .map((part) => part.replace(/-$/, ""))
      .join("")
      .startsWith(long),
  ).toBe(true);
  for (const part of parts.slice(1)) expect(part).toMatch(/^[bcdfghjklmnpqrstvwxzs]?[aeiouyæøå]/);
  expect(parts.length).toBeGreaterThan(1);
  expect(said.some((text) => text.endsWith("/") || text.endsWith("-den-"))).toBe(true);
  expect(Math.max(...lines.map(({ right }) => right))).toBeLessThanOrEqual(595.28 - 42 + 0.5);
});

test("a point begins on a new page rather than be parted, and the table says its heads there again", async () => {
  const file = await minutesPdf(minutes(60), saying);
  const lines = await linesOf(file);
  const last = Math.max(...lines.map(({ page }) => page));
  for (let page = 2; page < last; page += 1)
    expect(lines.filter((line) => line.page === page)[0]?.text).toBe(da.minutes.item);
  expect(Math.min(...lines.map(({ base }) => base))).toBeGreaterThan(20);
  const { tree } = await readBack(file);
  expect(rolesOf(tree).filter((role) => role === "TH")).toHaveLength(9);
});
