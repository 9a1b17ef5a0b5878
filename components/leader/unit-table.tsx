import type { ReferralWords } from "#components/referral/words.ts";
import { leftWords, markWords, shapeOf } from "#components/referral/words.ts";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { LeaderRow } from "#lib/referral/leader-view.ts";

export type UnitWords = {
  unit: string;
  vacant: string;
  col: Record<"state" | "code" | "service" | "holder" | "waitsFor" | "weeks" | "left", string>;
};

/** The facts of what lies with a unit's posts or waits for them, the most pressing first. */
export function UnitTable({
  rows,
  words,
  state,
  waits,
  locale,
}: {
  rows: readonly LeaderRow[];
  words: UnitWords;
  state: ReferralWords["state"];
  waits: ReferralWords["referral"]["waits"];
  locale: Locale;
}) {
  const { col } = words;
  return (
    <Table<LeaderRow>
      caption={words.unit}
      rows={rows}
      rowKey={({ code }) => code}
      href={({ code }) => `/referrals/${code.replace("-", "")}`}
      columns={[
        {
          key: "state",
          head: col.state,
          card: "beside",
          cell: ({ mark }) => <StateMark state={shapeOf(mark.state)}>{markWords(mark, { state }, locale)}</StateMark>,
        },
        {
          key: "code",
          head: col.code,
          card: "beside",
          names: true,
          cell: ({ code }) => <span className="code">{code}</span>,
        },
        { key: "service", head: col.service, cell: ({ service }) => service },
        { key: "holder", head: col.holder, cell: ({ holder }) => holder },
        {
          key: "waitsFor",
          head: col.waitsFor,
          cell: ({ waitsFor, wait, vacant }) => (
            <>
              <span>{`${waitsFor} · ${waits[wait]}`}</span> {vacant && <Tag>{words.vacant}</Tag>}
            </>
          ),
        },
        { key: "weeks", head: col.weeks, card: "short", align: "end", cell: ({ weeks }) => weeks },
        { key: "left", head: col.left, card: "short", cell: ({ left }) => left && leftWords(left, state) },
      ]}
    />
  );
}
