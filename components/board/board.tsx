"use client";

import { type BoardWords, dueWords, weekCount, whyWords } from "#components/board/words.ts";
import { useLiveList } from "#components/live/use-live-list.ts";
import { markWords } from "#components/referral/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { BoardGroup, BoardRow, BoardView, Clock } from "#lib/board/board-view.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { fill, sideBySide } from "#lib/fill.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import { showCode } from "#lib/referral/code.ts";
import { markOf } from "#lib/referral/line.ts";

export type BoardProps = {
  initial: BoardView;
  /** Where the same is read as data. */
  url: string;
  /** Addresses of this board with the filter that is on: a page of one group, and all groups. */
  groups: Record<Clock, string>;
  all: string;
  filtered: boolean;
  words: Packed<BoardWords>;
  locale: Locale;
};

/** Every open referral as facts, grouped by clock. It refreshes itself. */
export function Board({ initial, url, groups, all, filtered, words: packed, locale }: BoardProps) {
  const words = unpack(packed);
  const { data } = useLiveList<BoardView>({ url, initial });
  const { board } = words;
  const single = data.groups.length === 1 && url.includes("clock=");
  return (
    <>
      <Vacant vacant={data.vacant} words={board} />
      {data.groups.length === 0 && <EmptyState text={filtered ? board.noneFits : board.empty} />}
      {data.groups.map((group) => (
        <div className="board" key={group.clock}>
          <Table
            caption={<Caption group={group} words={words} />}
            columns={columnsOf(group.clock, words, locale)}
            rows={group.rows}
            rowKey={({ code }) => code}
          />
          {group.count > group.rows.length && (
            <p>
              <span>{fill(board.shown, { shown: String(group.rows.length), count: String(group.count) })}</span>{" "}
              {!single && <PageLink href={groups[group.clock]}>{board.whole}</PageLink>}
            </p>
          )}
        </div>
      ))}
      {single && <Pager view={data} href={groups[data.groups[0]?.clock ?? "late"]} all={all} words={board} />}
    </>
  );
}

function Vacant({ vacant, words }: { vacant: BoardView["vacant"]; words: BoardWords["board"] }) {
  if (vacant.length === 0) return null;
  const { title, one, several } = words.vacant;
  return (
    <section className="panel stack">
      <h2>{title}</h2>
      <ul className="lines">
        {vacant.map(({ post, waiting }) => (
          <li key={post ?? ""}>
            <span>
              <strong>{post ?? words.aPlan}</strong>
              <span>{`: ${waiting === 1 ? one : fill(several, { count: String(waiting) })}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Caption({ group: { clock, count }, words }: { group: BoardGroup; words: BoardWords }) {
  return (
    <>
      <StateMark state={markOf[clock]}>{clock === "on_hold" ? words.board.onHold : words.state[clock]}</StateMark>{" "}
      <span>{count}</span>
    </>
  );
}

function columnsOf(clock: Clock, words: BoardWords, locale: Locale): Column<BoardRow>[] {
  const { board } = words;
  const { head } = board;
  return [
    {
      key: "code",
      head: head.code,
      card: "beside",
      names: true,
      cell: ({ code, mine }) =>
        mine ? (
          <PageLink className="row-link code" href={`/referrals/${code}`}>
            {showCode(code)}
          </PageLink>
        ) : (
          <span className="code">{showCode(code)}</span>
        ),
    },
    { key: "service", head: head.service, card: "beside", cell: ({ service }) => service },
    { key: "holder", head: head.holder, cell: ({ holder }) => holder ?? board.aPlan },
    { key: "ball", head: head.ball, cell: ({ ball }) => ball ?? board.aPlan },
    {
      key: "due",
      head: head.due,
      cell: (row) =>
        clock === "on_hold" ? markWords({ state: "on_hold", hold: row.hold }, words, locale) : dueWords(row, words),
    },
    {
      key: "age",
      head: head.age,
      card: "short",
      nowrap: true,
      cell: ({ weeks }) => weekCount(weeks, board),
    },
    { key: "why", head: head.why, cell: (row) => sideBySide(whyWords(stuck(row), words.why)) },
  ];
}

/** That an eviction threatens is what its service is called; what is stuck about it is something else. */
const stuck = ({ reasons, wait }: BoardRow) => ({ wait, reasons: reasons.filter((reason) => reason !== "eviction") });

function Pager({ view, href, all, words }: { view: BoardView; href: string; all: string; words: BoardWords["board"] }) {
  const { page, pages } = view;
  const link = (to: number, label: string) =>
    to >= 1 && to <= pages ? (
      <PageLink className="button" data-kind="secondary" href={`${href}&page=${to}`}>
        {label}
      </PageLink>
    ) : null;
  return (
    <nav className="actions" aria-label={words.pager}>
      {link(page - 1, words.before)}
      {pages > 1 && <span>{fill(words.pages, { page: String(page), pages: String(pages) })}</span>}
      {link(page + 1, words.after)}
      <PageLink href={all}>{words.groups}</PageLink>
    </nav>
  );
}
