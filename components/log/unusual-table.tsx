import { Codes } from "#components/log/log-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Table } from "#components/ui/table.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { Unusual, UnusualKind } from "#lib/log/log-view.ts";
import { showCode } from "#lib/referral/code.ts";

export type UnusualWords = {
  title: string;
  hint: string;
  none: string;
  usual: string;
  kind: Record<UnusualKind, string>;
  col: Record<"day" | "person" | "why" | "count" | "codes", string>;
};

/** What one would ask about. None of it is wrong by itself. */
export function UnusualTable({
  rows,
  words,
  more,
  locale,
}: {
  rows: readonly Unusual[];
  words: UnusualWords;
  more: string;
  locale: Locale;
}) {
  const { col } = words;
  if (rows.length === 0)
    return (
      <>
        <h2>{words.title}</h2>
        <EmptyState text={words.none} />
      </>
    );
  return (
    <Table<Unusual>
      caption={words.title}
      rows={rows}
      rowKey={({ kind, person, day }) => `${kind} ${person} ${day}`}
      columns={[
        { key: "day", head: col.day, card: "beside", cell: ({ day }) => showDay(day, locale) },
        { key: "person", head: col.person, names: true, cell: ({ person }) => person },
        { key: "why", head: col.why, cell: ({ kind }) => words.kind[kind] },
        {
          key: "count",
          head: col.count,
          card: "short",
          cell: ({ count, usual }) =>
            usual === null ? String(count) : `${count} (${words.usual.replace("{usual}", String(usual))})`,
        },
        {
          key: "codes",
          head: col.codes,
          cell: ({ codes }) => <Codes codes={codes.map(showCode)} more={more} />,
        },
      ]}
    />
  );
}
