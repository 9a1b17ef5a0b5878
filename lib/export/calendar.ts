import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from "ical-generator";
import { addDays, type Day } from "#lib/calendar/day.ts";

/**
 * A meeting as a calendar has it. `sequence` grows each time that somebody is told of it: of two versions with the same `id` a
 * calendar keeps the later one. Nothing of what is on its agenda.
 */
export type CalendarMeeting = {
  id: string;
  sequence: number;
  title: string;
  onDay: Day;
  /** "09:30", in Denmark. */
  startsAt: string;
  place: string;
  /** Where it is read up. */
  url: string;
};

/** What a mail asks of a calendar: to take the meeting in (also in another version), or to take it out. */
export type Asking = "REQUEST" | "CANCEL";

/** Its usual agenda takes two hours; the agreement sets no end. */
const minutes = 120;

const zone = "Europe/Copenhagen";

/** The zone's rule since 1996, for calendars that do not know it by its name. */
const zoneRule = `BEGIN:VTIMEZONE
TZID:${zone}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.replaceAll("\n", "\r\n");

/**
 * The part of a mail that puts a meeting into a calendar or takes it out again (RFC 5546), for one person. Nobody answers
 * it: who comes is noted at the meeting.
 *
 * @param written when this version was made: the same mail sent twice is the same twice
 */
export function toInvitation(
  meeting: CalendarMeeting,
  { asking, from, to, written }: { asking: Asking; from: string; to: string; written: Date },
): string {
  const calendar = emptyCalendar();
  calendar.method(ICalCalendarMethod[asking]);
  const event = calendar.createEvent(eventOf(meeting, written));
  event.organizer({ name: "Brobyg", email: from });
  event.createAttendee({ email: to, rsvp: false });
  if (asking === "CANCEL") event.status(ICalEventStatus.CANCELLED);
  return calendar.toString();
}

/** A calendar that others subscribe to. */
export function toFeed(
  meetings: readonly CalendarMeeting[],
  { name, written }: { name: string; written: Date },
): string {
  const calendar = emptyCalendar();
  calendar.name(name);
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting, written));
  return calendar.toString();
}

function emptyCalendar() {
  const calendar = ical({ prodId: { company: "Brobyg", product: "Brobyg", language: "DA" } });
  // Without a name: with one the library writes its own moments in that zone too, where the standard wants them in UTC.
  calendar.timezone({ name: null, generator: () => zoneRule });
  return calendar;
}

const eventOf = ({ id, sequence, title, onDay, startsAt, place, url }: CalendarMeeting, written: Date) => ({
  id,
  sequence,
  stamp: written,
  ...spanOf(onDay, startsAt),
  timezone: zone,
  summary: title,
  location: place,
  url,
  status: ICalEventStatus.CONFIRMED,
  busystatus: ICalEventBusyStatus.BUSY,
});

/** Its beginning and end as a clock in Denmark shows them. */
function spanOf(onDay: Day, startsAt: string) {
  const [hour = 0, minute = 0] = startsAt.split(":").map(Number);
  const end = hour * 60 + minute + minutes;
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = (value: number) => `${two(Math.floor(value / 60) % 24)}:${two(value % 60)}:00`;
  return {
    start: `${onDay}T${startsAt}:00`,
    end: `${addDays(onDay, Math.floor(end / (24 * 60)))}T${clock(end)}`,
  };
}
