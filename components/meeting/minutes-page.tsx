import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { type MeetingWords, timeWords, weekWords } from "#components/meeting/words.ts";
import { fill } from "#components/referral-form/fill.ts";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { type Locale, showDay, showLongDay } from "#lib/calendar/show-day.ts";
import type { Attendance } from "#lib/meeting/meeting-view.ts";
import type { Decided, Minutes } from "#lib/meeting/minutes.ts";
import type messages from "#messages/da.json";

export type MinutesWords = (typeof messages)["minutes"];

type Props = { minutes: Minutes; words: MinutesWords; meeting: MeetingWords["meeting"]; locale: Locale };

/** The minutes as they were written: what is shown, and what an A4 sheet says in black and white. */
export function MinutesPage({ minutes, words, meeting, locale }: Props) {
  const { series, number, onDay, startsAt, place, convener, carried, items, quiet, next } = minutes;
  const name = fill(meeting.name, { series: series[locale], number: String(number) });
  const came = (how: Attendance) =>
    minutes.attendance
      .filter(({ attendance }) => attendance === how)
      .map(({ post }) => post[locale])
      .join(" · ");
  const drawing = { words, meeting, locale };
  return (
    <div className="minutes">
      <PageHead title={fill(words.of, { name })} back={{ href: "/meetings", label: words.back }}>
        <PrintButton label={words.print} />
      </PageHead>
      <Stack gap="wide">
        <Facts
          facts={[
            {
              name: words.when,
              value: fill(words.head, { day: showLongDay(onDay, locale), time: timeWords(startsAt, locale) }),
            },
            { name: words.place, value: place },
            { name: words.convener, value: convener[locale] },
            { name: words.present, value: came("present") },
            { name: words.apologies, value: came("apologies") },
            { name: words.absent, value: came("absent") },
          ]}
        />
        {carried.length > 0 ? (
          <Table
            caption={words.carried}
            columns={carriedColumns(drawing)}
            rows={carried.map((each, index) => ({ ...each, index }))}
            rowKey={({ index }) => index}
          />
        ) : (
          number > 1 && <p>{words.done}</p>
        )}
        {items.length > 0 ? (
          <Table
            caption={words.table}
            columns={itemColumns(drawing)}
            rows={items.map((each, index) => ({ ...each, index }))}
            rowKey={({ index }) => index}
          />
        ) : (
          <p>{words.none}</p>
        )}
        <div className="keep">
          <p>{fill(words.quiet, { count: String(quiet) })}</p>
          <p>
            {fill(words.next, {
              day: showLongDay(next.onDay, locale),
              time: timeWords(next.startsAt, locale),
              place: next.place,
            })}
          </p>
          <p className="print-only">{words.shred}</p>
        </div>
      </Stack>
    </div>
  );
}

type Drawing = Omit<Props, "minutes">;
type Carried = Minutes["carried"][number];
type Item = Minutes["items"][number];

const carriedColumns = ({ words, meeting, locale }: Drawing): Column<Carried>[] => [
  { key: "what", head: words.what, names: true, cell: (row) => whatWords(row, locale) },
  {
    key: "from",
    head: words.from,
    cell: (row) => `${fromWords(row, words, locale)}, ${fill(words.age, { weeks: weekWords(row.weeks, meeting) })}`,
  },
  { key: "owner", head: words.owner, cell: ({ owner }) => owner?.[locale] },
  { key: "due", head: words.due, cell: ({ dueOn }) => dueOn && showDay(dueOn, locale) },
];

const itemColumns = ({ words, meeting, locale }: Drawing): Column<Item>[] => [
  {
    key: "item",
    head: words.item,
    names: true,
    cell: ({ about }) =>
      "title" in about ? (
        about.title
      ) : (
        <>
          {fill(words.case, { number: String(about.number) })} <span className="service">{about.service[locale]}</span>
        </>
      ),
  },
  { key: "talked", head: words.talked, cell: (row) => talkedWords(row, { words, meeting, locale }) },
  {
    key: "decision",
    head: words.decision,
    cell: ({ decided }) => (decided ? whatWords(decided, locale) : words.notReached),
  },
  { key: "owner", head: words.owner, cell: ({ decided }) => decided?.owner?.[locale] },
  { key: "due", head: words.due, cell: ({ decided }) => decided?.dueOn && showDay(decided.dueOn, locale) },
];

const whatWords = ({ what, text }: Decided, locale: Locale): string =>
  text ? `${what[locale]}: ${text}` : what[locale];

function fromWords({ meeting, about }: Carried, words: MinutesWords, locale: Locale): string {
  if (!about) return fill(words.meetingOnly, { meeting: String(meeting) });
  const what =
    "title" in about ? about.title : `${fill(words.case, { number: String(about.number) })} ${about.service[locale]}`;
  return fill(words.from_meeting, { meeting: String(meeting), about: what });
}

/** Why it came up, who has it, and for how long: nothing of what lies behind it. */
function talkedWords({ about }: Item, { words, meeting, locale }: Drawing): string {
  if ("title" in about) return fill(words.by, { post: about.by[locale] });
  const { reasons, holder, waitsFor, weeks } = about;
  return [
    `${reasons.map((reason) => reason[locale]).join(", ")}.`,
    fill(words.liesWith, { post: holder[locale] }),
    ...(waitsFor[locale] === holder[locale] ? [] : [fill(words.waitsFor, { post: waitsFor[locale] })]),
    fill(words.open, { weeks: weekWords(weeks, meeting) }),
  ].join(" ");
}
