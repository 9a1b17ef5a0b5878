import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type Day, day } from "#lib/calendar/day.ts";
import { drawnTexts } from "#lib/text/a-drawn-sign.ts";
import { type CalendarMeeting, toFeed, toInvitation } from "./calendar.ts";

const written = new Date("2026-11-26T08:15:00Z");
const from = "brobyg@brobyg.example";
const to = "skp.sck@brobyg.example";

const aMeeting = (given: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  id: "6f0c1a52-6d6a-4c35-9d6f-0a3c58d1f0aa",
  sequence: 3,
  title: "Netværksmøde 4",
  onDay: day("2027-01-20"),
  startsAt: "09:30",
  place: "SCK Nørrebro, Ågade; 2. sal",
  url: "https://brobyg.example/meetings/6f0c1a52-6d6a-4c35-9d6f-0a3c58d1f0aa",
  ...given,
});

/** As another parser reads it, in the zone that the file itself brings. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [zone] = calendar.getAllSubcomponents("vtimezone");
  ICAL.TimezoneService.reset();
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return { calendar, events: calendar.getAllSubcomponents("vevent") };
}

/** The moment at which an event begins, reckoned by the other parser. */
function beginning(onDay: Day, startsAt: string): string {
  const { events } = parsed(toInvitation(aMeeting({ onDay, startsAt }), { asking: "REQUEST", from, to, written }));
  return new ICAL.Event(events[0] as ICAL.Component).startDate.toJSDate().toISOString();
}

describe("an invitation, read by another parser", () => {
  const text = toInvitation(aMeeting(), { asking: "REQUEST", from, to, written });
  const { calendar, events } = parsed(text);
  const event = new ICAL.Event(events[0] as ICAL.Component);

  test("asks for one meeting, with a number that stays and a version", () => {
    expect([calendar.getFirstPropertyValue("method"), events.length]).toEqual(["REQUEST", 1]);
    expect(event).toMatchObject({ uid: aMeeting().id, sequence: 3, summary: "Netværksmøde 4" });
    expect(event.location).toBe("SCK Nørrebro, Ågade; 2. sal");
  });

  test("says in UTC when it was written, who sends it, and that nobody answers", () => {
    expect(events[0]?.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-26T08:15:00Z");
    expect(event.organizer).toBe(`mailto:${from}`);
    expect(event.attendees[0]?.getFirstValue()).toMatch(new RegExp(`^mailto:${to}$`, "i"));
    expect(event.attendees[0]?.getFirstParameter("rsvp")).toBe("FALSE");
  });

  test("has lines that every mail server lets through, and two hours", () => {
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n"))).toBe(true);
    expect(event.duration.toSeconds()).toBe(7_200);
  });
});

test("a cancellation takes the same meeting out", () => {
  const { calendar, events } = parsed(toInvitation(aMeeting({ sequence: 4 }), { asking: "CANCEL", from, to, written }));
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(events[0]?.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(new ICAL.Event(events[0] as ICAL.Component)).toMatchObject({ uid: aMeeting().id, sequence: 4 });
});

test.each([
  ["in winter", "2027-01-20", "09:30", "2027-01-20T08:30:00.000Z"],
  ["in summer", "2027-06-16", "09:30", "2027-06-16T07:30:00.000Z"],
  ["on the last Friday of winter", "2027-03-26", "10:00", "2027-03-26T09:00:00.000Z"],
  ["on the first Monday of summer", "2027-03-29", "10:00", "2027-03-29T08:00:00.000Z"],
  ["on the last Friday of summer", "2026-10-23", "10:00", "2026-10-23T08:00:00.000Z"],
  ["on the first Monday of winter", "2026-10-26", "10:00", "2026-10-26T09:00:00.000Z"],
])("a meeting %s begins when a clock in Denmark says so", (_, onDay, startsAt, expected) => {
  expect(beginning(day(onDay), startsAt)).toBe(expected);
});

test("a feed has every meeting, asks for nothing and names nobody", () => {
  const text = toFeed([aMeeting(), aMeeting({ id: "b", startsAt: "23:00" })], { name: "Møder i Brobyg", written });
  const { calendar, events } = parsed(text);
  expect(calendar.getFirstPropertyValue("method")).toBeNull();
  expect(events.map((each) => each.getFirstPropertyValue("uid"))).toEqual([aMeeting().id, "b"]);
  expect(new ICAL.Event(events[1] as ICAL.Component).endDate.toString()).toBe("2027-01-21T01:00:00");
  expect(text).not.toMatch(/attendee|organizer|@/i);
});

test("every sign that a text may have is read as it was written, in lines that every mail server lets through", () => {
  for (const typed of drawnTexts) {
    const text = toInvitation(aMeeting({ title: typed, place: typed }), { asking: "REQUEST", from, to, written });
    const event = new ICAL.Event(parsed(text).events[0] as ICAL.Component);
    expect([event.summary, event.location]).toEqual([typed, typed]);
    const lines = text.split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes("\ufffd"))).toEqual([]);
    const sent = Buffer.from(text);
    for (const line of lines) expect(sent.includes(Buffer.from(line))).toBe(true);
  }
});

test("a feed without a meeting is a calendar all the same", () => {
  expect(parsed(toFeed([], { name: "Møder i Brobyg", written })).events).toEqual([]);
});
