import type { ReactNode } from "react";
import type { ListWords } from "#components/people/list-form.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { Fault } from "#lib/directory/list/judge.ts";
import type { PlanLine } from "#lib/directory/list/list-plan.ts";
import { fill } from "#lib/fill.ts";

/** What is wrong in a list, by row and column. */
export function ListFaults({ faults, words }: { faults: readonly Fault[]; words: ListWords }) {
  const t = words.list;
  const all: Column<Fault>[] = [
    { key: "row", head: t.row, names: true, card: "short", cell: ({ row }) => String(row) },
    { key: "column", head: t.column, card: "short", cell: ({ column }) => words.columns[column] },
    {
      key: "what",
      head: t.what,
      cell: ({ code, text = "", near = "" }) => fill(t.faults[code], { text, near }),
    },
  ];
  return (
    <>
      <h2 id="list-plan">{t.wrong}</h2>
      <p>{t.wrongLead}</p>
      <Table
        caption={t.wrong}
        columns={all}
        rows={faults}
        rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      />
    </>
  );
}

type Planned = {
  lines: readonly PlanLine[];
  words: ListWords;
  locale: Locale;
  /** The button that does it, of what it says. */
  children: (label: string) => ReactNode;
};

/** What a list would come to, row by row, and the button that does it where there is anything to do. */
export function ListPlanned({ lines, words, locale, children }: Planned) {
  const t = words.list;
  const all: Column<PlanLine>[] = [
    { key: "row", head: t.row, card: "short", cell: ({ row }) => String(row) },
    { key: "name", head: t.name, names: true, cell: ({ name }) => name },
    { key: "mail", head: t.mail, cell: ({ mail }) => mail },
    { key: "post", head: t.post, cell: ({ post }) => post },
    { key: "from", head: t.from, card: "short", cell: ({ from }) => showDay(from, locale) },
    { key: "outcome", head: t.outcome, cell: ({ outcome }) => t.outcomes[outcome] },
  ];
  const count = new Set(lines.filter(({ outcome }) => outcome !== "held").map(({ mail }) => mail)).size;
  return (
    <>
      <h2 id="list-plan">{t.plan}</h2>
      <p>{count > 0 ? t.planLead : t.nothing}</p>
      <Table caption={t.plan} columns={all} rows={lines} rowKey={({ row }) => row} />
      {count > 0 && (
        <div className="actions">{children(count === 1 ? t.doOne : fill(t.do, { count: String(count) }))}</div>
      )}
    </>
  );
}
