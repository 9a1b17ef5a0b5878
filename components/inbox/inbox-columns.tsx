import { WhoseField } from "#components/form/whose-page.tsx";
import { bulkForm } from "#components/inbox/bulk-bar.tsx";
import { actOn, type Taken } from "#components/inbox/use-take-over.ts";
import { ageWords, type InboxRowWords } from "#components/inbox/words.ts";
import { leftWords, markWords } from "#components/referral/words.ts";
import { Button } from "#components/ui/button.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { Column } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { showCode } from "#lib/referral/code.ts";
import type { InboxList, InboxRow } from "#lib/referral/inbox-view.ts";
import { markOf } from "#lib/referral/line.ts";

/** A row as it stands in the list, and whether it was taken over just here. */
export type Shown = {
  row: InboxRow;
  taken: Taken["state"] | undefined;
  /** The key of its native form. */
  intent: string;
};

type Drawing = {
  list: InboxList;
  /** A referral stands open beside the list: only what tells rows apart is shown. */
  narrow: boolean;
  words: InboxRowWords;
  locale: Locale;
};

/** What the columns of the inbox say. Pure: the same rows give the same table, on the server and in the browser. */
export function inboxColumns({ list, narrow, words, locale }: Drawing): Column<Shown>[] {
  const { inbox } = words;
  const ball = ({ ball: post, mine }: InboxRow) => (mine && post ? fill(inbox.withYou, { post }) : (post ?? inbox.you));

  const choose: Column<Shown> = {
    key: "choose",
    head: inbox.bulk.choose,
    card: "beside",
    cell: ({ row }) => (
      <label className="pick">
        <input
          type="checkbox"
          name="codes"
          value={row.code}
          form={bulkForm}
          aria-label={fill(inbox.bulk.chooseOf, { code: showCode(row.code) })}
        />
      </label>
    ),
  };
  const state: Column<Shown> = {
    key: "state",
    head: inbox.head.state,
    card: "beside",
    cell: ({ row, taken }) =>
      taken ? (
        <StateMark state="done">{inbox.accepted}</StateMark>
      ) : (
        <>
          <StateMark state={markOf[row.state]}>{markWords(row, words, locale)}</StateMark>{" "}
          {row.left && (
            <small title={row.due ? showDay(row.due, locale) : undefined}>{leftWords(row.left, words.state)}</small>
          )}
        </>
      ),
  };
  const referral: Column<Shown> = {
    key: "code",
    head: inbox.head.code,
    names: true,
    cell: ({ row }) => (
      <>
        <a className="row-link" href={`/referrals/${row.code}`} data-code={row.code}>
          {showCode(row.code)}
        </a>{" "}
        <span className="what">
          <span>{row.service}</span> {row.urgent && <Tag>{inbox.tag.urgent}</Tag>}{" "}
          {row.discussion && <Tag>{inbox.tag.discussion}</Tag>} {row.agreed && <Tag>{inbox.tag.agreed}</Tag>}
        </span>
      </>
    ),
  };
  const liesWith: Column<Shown> = {
    key: "holder",
    head: inbox.head.holder,
    cell: ({ row, taken }) =>
      taken ? (
        inbox.you
      ) : (
        <>
          <span>{row.holder}</span> <small className="nowrap">{fill(inbox.since, { week: String(row.week) })}</small>{" "}
          {row.by && <small>{fill(list === "waits" ? inbox.sentOn : inbox.cameFrom, { post: row.by })}</small>}
        </>
      ),
  };
  const waitsFor: Column<Shown> = {
    key: "ball",
    head: inbox.head.ball,
    card: "short",
    cell: ({ row, taken }) => {
      if (taken) return inbox.you;
      if (row.wait === "answer") return ball(row);
      return (
        <>
          <span>{ball(row)}</span> <small>{words.waits[row.wait]}</small>
        </>
      );
    },
  };
  const age: Column<Shown> = {
    key: "age",
    head: inbox.head.age[list],
    card: "short",
    nowrap: true,
    cell: ({ row }) => ageWords(row.age, inbox),
  };
  const person: Column<Shown> = {
    key: "person",
    head: inbox.head.person,
    card: "short",
    cell: ({ row }) => row.person,
  };
  const act: Column<Shown> = {
    key: "act",
    head: inbox.head.act,
    card: "action",
    align: "end",
    cell: ({ row, taken, intent }) => {
      const code = showCode(row.code);
      if (taken === "taken")
        return (
          <a className="button" data-kind="primary" href={`/referrals/${row.code}`}>
            {inbox.next}
          </a>
        );
      if (!row.basis)
        return row.mine ? (
          <a
            className="button"
            href={`/referrals/${row.code}`}
            data-code={row.code}
            aria-label={fill(inbox.seeOf, { code })}
          >
            {inbox.see}
          </a>
        ) : null;
      return (
        <form method="post" action={actOn(row.code, "accept")} data-accept={row.code}>
          <WhoseField />
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="basis" value={row.basis} />
          <Button type="submit" kind="primary" busy={taken === "sending"} aria-label={fill(inbox.acceptOf, { code })}>
            {inbox.accept}
          </Button>
        </form>
      );
    },
  };
  if (narrow) return [choose, state, referral, ...(list === "waits" ? [act] : [])];
  return list === "waits"
    ? [choose, state, referral, liesWith, waitsFor, age, person, act]
    : [choose, state, referral, waitsFor, liesWith, age, person];
}
