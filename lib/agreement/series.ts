import type { Day } from "../calendar/day.ts";
import { ok, type Result, refused } from "../result.ts";
import type { AgreementContent, MeetingSeries } from "./agreement.ts";
import { codeFor, isWritten, type Written, wordsOf } from "./codes.ts";
import { backIn, inOrder } from "./in-order.ts";
import type { Code, Words } from "./words.ts";
import { type WrittenRows, writeRows } from "./write-rows.ts";

/** The series of meetings in a revision. The first is the one whose meetings talk of referrals. */

type Attends = MeetingSeries["participants"][number]["attends"];
export type WrittenCadence = { every: "weeks" | "year"; count: number };
export type WrittenSeriesWords = {
  name: Written;
  about: Written;
  places: Written;
  evaluation?: Written | undefined;
  guests?: Written | undefined;
};
export type WrittenTerms = WrittenCadence & {
  convener: Code;
  /** Every function that was asked about, and when it is invited. */
  participants: Readonly<Record<Code, Attends | "never">>;
};
/** A meeting that is called or held: while there is one, its series stays. */
export type OpenMeeting = { series: Code; day: Day };

const cadenceOf = ({ every, count }: WrittenCadence): MeetingSeries["cadence"] =>
  every === "weeks" ? { everyWeeks: count } : { timesAYear: count };

type Adding = Pick<WrittenSeriesWords, "name" | "about" | "places"> &
  WrittenCadence & {
    convener: Code;
    /** Codes of series that there have been: none of them comes to mean another. */
    taken: readonly Code[];
  };

/** A new series, last in the agreement, with its convener alone. Refuses what `setSeriesWords` refuses of its texts. */
export function addSeries(
  content: AgreementContent,
  { taken, convener, ...adding }: Adding,
): Result<{ content: AgreementContent; code: Code }> {
  const words = wordsOfSeries(content, adding);
  if (!words.ok) return words;
  const code = codeFor(words.value.name.da, [...taken, ...content.meetings.map((each) => each.code)]);
  const added: MeetingSeries = {
    code,
    ...words.value,
    cadence: cadenceOf(adding),
    convener,
    participants: [{ function: convener, attends: "always" }],
    purposes: [],
  };
  return ok({ code, content: { ...content, meetings: [...content.meetings, added] } });
}

type Texts = Pick<MeetingSeries, "name" | "about" | "places"> & Partial<Pick<MeetingSeries, "evaluation" | "guests">>;

function wordsOfSeries(content: AgreementContent, written: WrittenSeriesWords, except?: Code): Result<Texts> {
  const texts: Partial<Record<keyof Texts, Words>> = {};
  for (const field of ["name", "about", "places", "evaluation", "guests"] as const) {
    const said = wordsOf(written[field]);
    const needed = field === "name" || field === "about" || field === "places";
    if (!said && (needed || isWritten(written[field]))) return refused("words-needed", `${field}.da`);
    if (field === "name" && said && isNamed(content, said.da, except)) return refused("series-named-twice", "name.da");
    if (said) texts[field] = said;
  }
  return ok(texts as Texts);
}

const isNamed = ({ meetings }: AgreementContent, danish: string, except?: Code): boolean =>
  meetings.some(({ code, name }) => code !== except && name.da.toLowerCase() === danish.toLowerCase());

const changed = (content: AgreementContent, code: Code, change: (series: MeetingSeries) => MeetingSeries) => ({
  ...content,
  meetings: content.meetings.map((each) => (each.code === code ? change(each) : each)),
});

/**
 * What a series is called, what it is about, where it meets, how it is evaluated and who may come as a guest; the last two
 * where something is said. Refuses "words-needed" and "series-named-twice" at their fields, and "not-found".
 */
export function setSeriesWords(
  content: AgreementContent,
  code: Code,
  written: WrittenSeriesWords,
): Result<AgreementContent> {
  if (!content.meetings.some((each) => each.code === code)) return refused("not-found");
  const words = wordsOfSeries(content, written, code);
  if (!words.ok) return words;
  return ok(changed(content, code, ({ evaluation: _, guests: __, ...series }) => ({ ...series, ...words.value })));
}

/** How often a series meets, who calls it and who takes part. Those who stay keep their order; who is new comes last. */
export function setSeriesTerms(content: AgreementContent, code: Code, written: WrittenTerms): Result<AgreementContent> {
  const series = content.meetings.find((each) => each.code === code);
  if (!series) return refused("not-found");
  const { convener, participants } = written;
  const order = [...new Set([...series.participants.map((each) => each.function), ...Object.keys(participants)])];
  const come = order.flatMap((fn) => {
    const attends = participants[fn] ?? "never";
    return attends === "never" ? [] : [{ function: fn, attends }];
  });
  if (come.length === 0) return refused("choose", "participants");
  return ok(changed(content, code, (each) => ({ ...each, cadence: cadenceOf(written), convener, participants: come })));
}

/** So many purposes stay readable. */
export const mostPurposes = 12;

/** A purpose as a row of a form: `r0` is the first. */
export const purposeRows = ({ purposes }: MeetingSeries): { code: string; text: Words }[] =>
  purposes.map((text, at) => ({ code: `r${at}`, text }));

/** What a series is for. Refuses what `writeRows` refuses, "too-many-purposes", "one-at-least" and "not-found". */
export function setPurposes(
  content: AgreementContent,
  code: Code,
  written: WrittenRows<Written & { remove?: boolean | undefined }>,
): Result<AgreementContent> {
  const series = content.meetings.find((each) => each.code === code);
  if (!series) return refused("not-found");
  const rows = writeRows(purposeRows(series), written, {
    taken: [],
    most: mostPurposes,
    tooMany: "too-many-purposes",
    says: () => ok({}),
  });
  if (!rows.ok) return rows;
  const { kept, removed } = rows.value;
  if (kept.length === 0 && removed.length > 0) return refused("one-at-least", `rows.${removed[0]}.remove`);
  return ok(changed(content, code, (each) => ({ ...each, purposes: kept.map(({ text }) => text) })));
}

/** The series in another order, that of the codes; one that is not named keeps to the end. */
export const orderSeries = (content: AgreementContent, order: readonly Code[]): Result<AgreementContent> =>
  ok({ ...content, meetings: inOrder(content.meetings, order) });

/** The series with a meeting that a content takes out: each with its name and the day, as a refusal. */
export function stillMeeting(before: AgreementContent, after: AgreementContent, open: readonly OpenMeeting[]) {
  const gone = open.find(({ series }) => !after.meetings.some(({ code }) => code === series));
  if (!gone) return null;
  const name = before.meetings.find(({ code }) => code === gone.series)?.name ?? { da: gone.series, en: gone.series };
  return refused("series-has-meeting", undefined, { name, day: gone.day });
}

/** The agreement without a series. Refuses "not-found", and "series-has-meeting" while one is called or held. */
export function retireSeries(
  content: AgreementContent,
  code: Code,
  open: readonly OpenMeeting[],
): Result<AgreementContent> {
  if (!content.meetings.some((each) => each.code === code)) return refused("not-found");
  const next = { ...content, meetings: content.meetings.filter((each) => each.code !== code) };
  const own = open.filter(({ series }) => series === code);
  return stillMeeting(content, next, own) ?? ok(next);
}

/** A retired series as the version before has it, back in its place. Refuses "not-found" and "series-named-twice". */
export function restoreSeries(
  content: AgreementContent,
  before: AgreementContent,
  code: Code,
): Result<AgreementContent> {
  const series = before.meetings.find((each) => each.code === code);
  if (!series || content.meetings.some((each) => each.code === code)) return refused("not-found");
  if (isNamed(content, series.name.da)) return refused("series-named-twice");
  return ok({ ...content, meetings: backIn(content.meetings, series, (each) => each.code, before.meetings) });
}
