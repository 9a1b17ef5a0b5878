import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import type { KeptMinutes } from "#lib/meeting/minutes.ts";
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
    dueOn: day("2026-11-20"),
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
