import type { InboxWords } from "#components/inbox/words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { fill } from "#lib/fill.ts";
import { type InboxQuery, rowsAtFirst, rowsAtMost } from "#lib/referral/inbox-view.ts";
import { saysMore } from "#lib/referral/own-view.ts";
import { addressOf } from "./address.ts";

type Props = { query: InboxQuery; words: InboxWords["inbox"] };

/** Under a list that goes on. */
export function MoreRows({ query, words }: Props) {
  if (query.rows >= rowsAtMost) return <p>{fill(words.atMost, { rows: String(rowsAtMost) })}</p>;
  const rows = Math.min(rowsAtMost, query.rows + rowsAtFirst);
  return (
    <LinkButton href={addressOf({ ...query, rows })} scroll={false}>
      {words.more}
    </LinkButton>
  );
}

/** Instead of an empty list: one sentence and one action. */
export function EmptyInbox({ query, words }: Props) {
  const { list, view } = query;
  if (view || saysMore(query))
    return (
      <EmptyState text={words.empty.filtered}>
        <LinkButton href={addressOf({ list })}>{words.filter.clear}</LinkButton>
      </EmptyState>
    );
  const other = list === "waits" ? "held" : "waits";
  return (
    <EmptyState text={words.empty[list]}>
      <LinkButton href={addressOf({ list: other })}>{words.empty[other === "held" ? "toHeld" : "toWaits"]}</LinkButton>
    </EmptyState>
  );
}
