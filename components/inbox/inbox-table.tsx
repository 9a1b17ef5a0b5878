"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode, SyntheticEvent } from "react";
import { useEffect, useOptimistic, useRef, useState, useTransition } from "react";
import { intentFrom } from "#components/form/intent-from.ts";
import { leaveBy } from "#components/form/unsent.ts";
import { BulkBar, type Colleague } from "#components/inbox/bulk-bar.tsx";
import { inboxColumns, type Shown } from "#components/inbox/inbox-columns.tsx";
import { ShortcutHelp } from "#components/inbox/shortcut-help.tsx";
import { useBulk } from "#components/inbox/use-bulk.ts";
import { useShortcuts, useShortcutsOn } from "#components/inbox/use-shortcuts.ts";
import { type Taken, useTakeOver } from "#components/inbox/use-take-over.ts";
import type { InboxRowWords } from "#components/inbox/words.ts";
import { useLiveList } from "#components/live/use-live-list.ts";
import { Button } from "#components/ui/button.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import type { InboxList, InboxRow, InboxView, KeyedAct } from "#lib/referral/inbox-view.ts";

export type InboxTableProps = {
  initial: InboxView;
  list: InboxList;
  /** What the list is, and in which order. */
  caption: string;
  /** Where the same list is read as data. */
  url: string;
  /** The address of this list without what stands open. */
  path: string;
  /** The code of the referral that stands open beside it. */
  open: string | null;
  /** Whoever may be made tovholder of several at once. */
  colleagues: readonly Colleague[];
  words: Packed<InboxRowWords>;
  locale: Locale;
  /** A key from the server, from which each row's form makes its own. */
  intent: string;
  /** What stands under the list, and instead of an empty one. */
  more: ReactNode;
  empty: ReactNode;
};

/**
 * The rows of the inbox: a table on the desk, cards on the phone. It refreshes itself, takes over in one click, opens a
 * row beside itself where there is room, and can be worked with single keys. Without scripts rows are links and forms.
 */
export function InboxTable(props: InboxTableProps) {
  const { initial, list, caption, url, path, open, colleagues, locale, intent, more, empty } = props;
  const words = unpack(props.words);
  const { data, refresh } = useLiveList<InboxView>({ url, initial });
  const readAnew = () => void refresh().catch(() => {});
  const { taken, takeOver } = useTakeOver(words.inbox, readAnew);
  const bulk = useBulk(words.inbox, readAnew);
  const router = useRouter();
  const [, startOpening] = useTransition();
  const [shownOpen, showOpen] = useOptimistic(open);
  const area = useRef<HTMLDivElement>(null);
  const [helps, help] = useState(false);
  const [on] = useShortcutsOn();

  const rows = withTaken(data.rows, taken).map((shown, at) => ({ ...shown, intent: intentFrom(intent, at) }));
  const columns = inboxColumns({
    list,
    narrow: shownOpen !== null,
    words,
    locale,
  });

  const openRow = (code: string, act?: KeyedAct) => leaveBy(() => opened(code, act));

  function opened(code: string, act: KeyedAct | undefined) {
    if (!window.matchMedia("(width >= 64rem)").matches) return router.push(`/referrals/${code}`);
    startOpening(() => {
      showOpen(code);
      const search = new URLSearchParams({ open: code, ...(act && { act }) });
      router.push(`${path}${path.includes("?") ? "&" : "?"}${search}`, { scroll: false });
    });
  }

  /** What cannot be taken over from the list opens: there it says what can be done. */
  function accept(code: string | undefined) {
    const at = rows.findIndex(({ row }) => row.code === code);
    const row = rows[at]?.row;
    if (row?.basis) takeOver(row, at);
    else if (row && row.code !== open) openRow(row.code);
  }

  /** Out of the list until the next meeting; the next row is the one that is worked on. */
  function putOff(code: string | undefined) {
    if (!code) return;
    step(1);
    void bulk.run("later", [code]);
  }

  /** Opens the row with the form of an act, or the form alone where the row stands open already. */
  function begin(act: KeyedAct) {
    const code = links()[here()]?.dataset["code"];
    if (code && code === open) document.querySelector<HTMLElement>(`.inbox-panel [data-act="${act}"]`)?.click();
    else if (code) openRow(code, act);
  }

  function clicked(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    // Links to other pages of ours are followed as everywhere.
    if (!link || link.dataset["page"] !== undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    if (link.dataset["code"]) openRow(link.dataset["code"]);
    else router.push(link.pathname);
  }

  function submitted(event: SyntheticEvent) {
    const code = event.target instanceof HTMLFormElement ? event.target.dataset["accept"] : undefined;
    if (!code) return;
    event.preventDefault();
    accept(code);
  }

  /** The row that is worked on: the one with the focus, else the one that stands open. */
  const links = () => [...(area.current?.querySelectorAll<HTMLAnchorElement>(".row-link") ?? [])];
  const here = () => {
    const all = links();
    const focused = document.activeElement?.closest("tr")?.querySelector(".row-link");
    const at = all.findIndex((link) => link === focused);
    return at >= 0 ? at : all.findIndex((link) => link.dataset["code"] === open);
  };
  const step = (by: 1 | -1) => {
    const all = links();
    const at = here();
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };

  // What was closed gives the focus back to its row.
  const before = useRef(open);
  useEffect(() => {
    if (before.current && !open)
      area.current?.querySelector<HTMLElement>(`.row-link[data-code="${before.current}"]`)?.focus();
    before.current = open;
  }, [open]);

  useShortcuts(
    {
      j: () => step(1),
      k: () => step(-1),
      a: () => accept(links()[here()]?.dataset["code"]),
      x: () => links()[here()]?.closest("tr")?.querySelector<HTMLInputElement>("input[name=codes]")?.click(),
      n: () => putOff(links()[here()]?.dataset["code"]),
      v: () => begin("redirect"),
      s: () => begin("ask"),
      z: () => [...document.querySelectorAll<HTMLElement>(".toast [aria-keyshortcuts]")].at(-1)?.click(),
      "?": () => help(true),
      Escape: () => {
        if (open) leaveBy(() => router.push(path, { scroll: false }));
      },
    },
    on,
  );

  return (
    // Clicks and submits of all rows are heard in one place: a row holds nothing of its own.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a row's own links and buttons take the keys
    <div className="inbox-list" ref={area} onClick={clicked} onSubmit={submitted}>
      {rows.length === 0 ? (
        empty
      ) : (
        <Table
          caption={<span className="unseen">{caption}</span>}
          columns={columns}
          rows={rows}
          rowKey={({ row }) => row.code}
          current={({ row }) => row.code === shownOpen}
        />
      )}
      {data.more && more}
      {rows.length > 0 && <BulkBar bulk={bulk} colleagues={colleagues} intent={intent} words={words.inbox} />}
      <p className="on-desk">
        <Button kind="quiet" aria-keyshortcuts="?" onClick={() => help(true)}>
          {words.inbox.keys.open}
        </Button>
      </p>
      {helps && <ShortcutHelp words={words.inbox.keys} onClose={() => help(false)} />}
    </div>
  );
}

/** Rows taken over here stay where they were, whatever the list says of them by now. */
function withTaken(rows: readonly InboxRow[], taken: readonly Taken[]): Omit<Shown, "intent">[] {
  const shown: Omit<Shown, "intent">[] = rows
    .filter(({ code }) => !taken.some(({ row }) => row.code === code))
    .map((row) => ({ row, taken: undefined }));
  for (const { row, at, state } of taken.toSorted((a, b) => a.at - b.at)) shown.splice(at, 0, { row, taken: state });
  return shown;
}
