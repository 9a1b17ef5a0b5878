/**
 * What is assumed of people, in both worlds alike. Nobody measured any of it: the numbers are chosen so that a partnership
 * forgets more than one hopes for, and are printed beside every figure that rests on them.
 */
export const assumed = {
  /** The share of requests that somebody at work answers on the first working day after they were told. */
  answersFirst: 0.45,
  /** With each further working day it becomes so much less likely, but never less than `answersLast`. */
  fades: 0.75,
  answersLast: 0.02,
  /** Of the requests that somebody is told of, those that they never open until another person speaks of it. */
  neverOpened: 0.06,
  /** What the app reminds of by itself is taken up this much less often than what a person asks for. */
  reminderWorth: 0.5,
  /** Each day somebody is at work, the share of days on which they look at what waits for them at all. */
  looks: 0.8,
  /** A leader who was told that it is late speaks to whoever it waits for: the share of working days. */
  leaderSpeaks: 0.4,
  /** A sender who has heard nothing for `senderWaits` working days asks after it: the share of working days. */
  senderAsks: 0.05,
  senderWaits: 10,
  /** Away: a holiday in every half-year of so many days; ill in so many weeks of a hundred, for so many days. */
  holidayDays: [5, 21],
  illWeeks: 0.03,
  illDays: [2, 9],
  /** Of illnesses, those that nobody says in the app: whoever is ill is away, and the app thinks they are there. */
  unsaid: 0.4,
  /** Leaves within a year; the post is taken over at once, or stands empty for so many days. */
  leaves: 0.25,
  takenOverAtOnce: 0.3,
  emptyDays: [7, 70],
  /** Whoever leaves passes on a mail of theirs to whoever follows. In the app it lies with the post. */
  passesOn: 0.5,
  /** A whole function stops answering, this often in a year, for so many days. */
  stops: 0.5,
  stopDays: [14, 42],
  /** On so many days of a hundred the jobs break down, for so many days. */
  jobsBreak: 0.01,
  jobsDays: [1, 3],
  /** Referrals that each origin logs on a working day. */
  logs: 0.16,
  /** The resident's answer: a yes in writing, one that lasts 30 days, or none yet. */
  saidWritten: 0.75,
  saidOrally: 0.15,
  /** A called meeting is moved by a week; a case of it is reached, and something is decided about it. */
  meetingMoved: 0.1,
  caseReached: 0.85,
  caseDecided: 0.5,
} as const;

/** Everything that is assumed, in one line. */
export const toldAssumptions = (): string =>
  Object.entries(assumed)
    .map(([name, value]) => `${name} ${typeof value === "number" ? value : value.join("–")}`)
    .join(", ");
