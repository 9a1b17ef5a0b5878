import { expect, test } from "vitest";
import { day } from "#lib/calendar/day.ts";
import { agendaReasons } from "./agenda.ts";
import { caseDecisions, pointDecisions } from "./decisions.ts";
import { type HeldItem, type Minutes, type MinutesWords, minutesContent, minutesItems } from "./minutes.ts";

const said = (text: string) => ({ da: `${text} (da)`, en: `${text} (en)` });
const words: MinutesWords = {
  decisions: Object.fromEntries(
    [...caseDecisions, ...pointDecisions].map((code) => [code, said(code)]),
  ) as MinutesWords["decisions"],
  reasons: Object.fromEntries(agendaReasons.map((code) => [code, said(code)])) as MinutesWords["reasons"],
  forum: said("forum"),
  helhedsplan: said("Helhedsplanen"),
  aHelhedsplan: said("en helhedsplan"),
};

const aCase: HeldItem = {
  kind: "case",
  outcome: null,
  decision: null,
  facts: { weeks: 6, reasons: ["late", "sent_around"] },
  service: said("SKP"),
  holder: said("helhedsplan"),
  waitsFor: said("SCK"),
};
const aPoint: HeldItem = { kind: "point", outcome: null, decision: null, title: "Brochure", by: said("SKP, SCK") };
const decision = { code: "follow_up" as const, text: "inden ferien", owner: said("SCK"), dueOn: day("2026-12-02") };

const first = (item: HeldItem) => minutesItems([item], words)[0];

test("cases are numbered as they were on the wall, points among them are not counted", () => {
  const items = minutesItems([aCase, aPoint, aCase], words);
  expect(items.map(({ about }) => ("number" in about ? about.number : about.title))).toEqual([1, "Brochure", 2]);
});

test("a case says why it came up in the words of that day", () => {
  expect(first(aCase)?.about).toMatchObject({ reasons: [said("late"), said("sent_around")], weeks: 6 });
});

test("what was decided has its owner and its day", () => {
  expect(first({ ...aCase, outcome: "decided", decision })?.decided).toEqual({
    what: said("follow_up"),
    text: "inden ferien",
    owner: said("SCK"),
    dueOn: "2026-12-02",
  });
});

test("what stays as it is needs neither, and says so", () => {
  expect(first({ ...aCase, outcome: "no_change" })?.decided).toEqual({
    what: said("no_change"),
    text: null,
    owner: null,
    dueOn: null,
  });
  expect(first({ ...aPoint, outcome: "no_change" })?.decided?.what).toEqual(said("noted"));
});

test("what was not reached has no decision", () => {
  expect(first(aCase)?.decided).toBeNull();
});

test("what is kept reads back as it was written, also from the database's JSON", () => {
  const minutes: Minutes = {
    series: said("Netværksmøde"),
    number: 4,
    onDay: day("2026-11-25"),
    startsAt: "09:30",
    place: "SCK",
    convener: said("Specialiseret sagsbehandler, SCK"),
    attendance: [{ post: said("SKP, SCK"), attendance: "present" }],
    carried: [
      {
        what: said("answer"),
        text: null,
        owner: said("SCK"),
        dueOn: day("2026-11-02"),
        meeting: 3,
        about: null,
        weeks: 8,
      },
    ],
    items: minutesItems([{ ...aCase, outcome: "decided", decision }, aPoint], words),
    quiet: 12,
    next: { onDay: day("2027-01-20"), startsAt: "09:30", place: "SCK" },
  };
  expect(minutesContent.parse(JSON.parse(JSON.stringify(minutes)))).toEqual(minutes);
});
