import type { ReactNode } from "react";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import {
  type Carried,
  carriedFrom,
  closingWords,
  correctionWords,
  decisionWords,
  dueWords,
  factsOf,
  type Item,
  type Saying,
  talkedWords,
  titleWords,
  whatWords,
} from "#components/meeting/minutes-words.ts";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { fill } from "#lib/fill.ts";
import type { KeptMinutes } from "#lib/meeting/minutes.ts";

/**
 * `pdf` is where the same is fetched as a file; `beside` stands above the minutes on the screen, and `children` under their
 * corrections.
 */
type Props = Saying & { minutes: KeptMinutes; pdf: string; beside: ReactNode; children: ReactNode };

/** The minutes as they were written: what is shown, and what an A4 sheet says in black and white. */
export function MinutesPage({ minutes, pdf, beside, children, ...saying }: Props) {
  const { number, carried, items, corrections } = minutes;
  const { words } = saying;
  return (
    <div className="minutes">
      <PageHead title={titleWords(minutes, saying)} back={{ href: "/meetings", label: words.back }}>
        <a className="button screen-only" data-kind="secondary" href={pdf}>
          {words.pdf}
        </a>
        <PrintButton label={words.print} />
      </PageHead>
      <Stack gap="wide">
        {beside}
        <Facts facts={factsOf(minutes, saying)} />
        {carried.length > 0 ? (
          <Table
            caption={words.carried}
            columns={carriedColumns(saying)}
            rows={carried.map((each, index) => ({ ...each, index }))}
            rowKey={({ index }) => index}
          />
        ) : (
          number > 1 && <p>{words.done}</p>
        )}
        {items.length > 0 ? (
          <Table
            caption={words.table}
            columns={itemColumns(saying)}
            rows={items.map((each, index) => ({ ...each, index }))}
            rowKey={({ index }) => index}
          />
        ) : (
          <p>{words.none}</p>
        )}
        {corrections.length > 0 && (
          <section className="stack">
            <h2>{words.corrections}</h2>
            {corrections.map((text) => (
              <p key={text}>{correctionWords(text, saying)}</p>
            ))}
          </section>
        )}
        {children}
        <div className="keep">
          {closingWords(minutes, saying).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="print-only">{words.shred}</p>
        </div>
      </Stack>
    </div>
  );
}

const carriedColumns = (saying: Saying): Column<Carried>[] => [
  { key: "what", head: saying.words.what, names: true, cell: (row) => whatWords(row, saying.locale) },
  { key: "from", head: saying.words.from, cell: (row) => carriedFrom(row, saying) },
  { key: "owner", head: saying.words.owner, cell: ({ owner }) => owner?.[saying.locale] },
  { key: "due", head: saying.words.due, cell: (row) => dueWords(row, saying.locale) },
];

const itemColumns = (saying: Saying): Column<Item>[] => {
  const { words, locale } = saying;
  return [
    {
      key: "item",
      head: words.item,
      names: true,
      cell: ({ about }) =>
        "title" in about ? (
          about.title
        ) : (
          <>
            <span>{fill(words.case, { number: String(about.number) })}</span>{" "}
            <span className="service">{about.service[locale]}</span>
          </>
        ),
    },
    { key: "talked", head: words.talked, cell: (row) => talkedWords(row, saying) },
    { key: "decision", head: words.decision, cell: (row) => decisionWords(row, saying) },
    { key: "owner", head: words.owner, cell: ({ decided }) => decided?.owner?.[locale] },
    { key: "due", head: words.due, cell: ({ decided }) => dueWords(decided, locale) },
  ];
};
