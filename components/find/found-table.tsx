import type { FindWords } from "#components/find/find-form.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { fill } from "#lib/fill.ts";
import { showCode } from "#lib/referral/code.ts";
import type { FoundRow } from "#lib/referral/find-view.ts";

/** What was found: a table on the desk, cards on the phone. */
export function FoundTable({ rows, words }: { rows: readonly FoundRow[]; words: FindWords }) {
  const { head, is } = words;
  const columns: Column<FoundRow>[] = [
    {
      key: "code",
      head: head.code,
      card: "beside",
      names: true,
      cell: ({ code, opens }) =>
        opens ? (
          <PageLink className="row-link" href={`/referrals/${code}`}>
            {showCode(code)}
          </PageLink>
        ) : (
          showCode(code)
        ),
    },
    { key: "service", head: head.service, card: "beside", cell: ({ service }) => service },
    { key: "state", head: head.state, cell: ({ state }) => (state ? is[state] : is.before) },
    {
      key: "holder",
      head: head.holder,
      cell: ({ state, holder, week }) =>
        state && (
          <>
            <span>{holder ?? words.aPlan}</span> <small>{fill(words.since, { week: String(week) })}</small>
          </>
        ),
    },
  ];
  return (
    <Table
      caption={<span className="unseen">{words.title}</span>}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
    />
  );
}
