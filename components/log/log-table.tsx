import { Fragment } from "react";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { LogLine } from "#lib/log/log-view.ts";

export type LogTableWords = {
  rows: string;
  system: string;
  outside: string;
  more: string;
  col: Record<"day" | "person" | "what" | "codes", string>;
};

/** A line has room for so many codes. */
const most = 4;

/** Who did or saw what, and when: the newest first. */
export function LogTable({
  rows,
  what,
  words,
  locale,
}: {
  rows: readonly LogLine[];
  what: (line: LogLine) => string;
  words: LogTableWords;
  locale: Locale;
}) {
  const { col } = words;
  return (
    <Table<LogLine>
      caption={words.rows}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          head: col.day,
          card: "beside",
          cell: ({ day, time }) => `${showDay(day, locale)}\u00a0${time}`,
        },
        {
          key: "person",
          head: col.person,
          cell: ({ person, posts }) => (
            <>
              <span>{person ?? words.system}</span>
              {posts.length > 0 && <span className="hint">{` ${posts.join(" · ")}`}</span>}
            </>
          ),
        },
        {
          key: "what",
          head: col.what,
          card: "beside",
          names: true,
          cell: (line) => (
            <>
              <span>{what(line)}</span> {line.outside && <Tag>{words.outside}</Tag>}
            </>
          ),
        },
        { key: "codes", head: col.codes, cell: ({ codes }) => <Codes codes={codes} more={words.more} /> },
      ]}
    />
  );
}

/** The first few codes, and how many more there are. */
export function Codes({ codes, more }: { codes: readonly string[]; more: string }) {
  const rest = codes.length - most;
  return (
    <>
      {codes.slice(0, most).map((code) => (
        <Fragment key={code}>
          <span className="code">{code}</span>{" "}
        </Fragment>
      ))}
      {rest > 0 && <span>{more.replace("{count}", String(rest))}</span>}
    </>
  );
}
