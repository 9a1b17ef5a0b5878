"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import { WhoseField } from "#components/form/whose-page.tsx";
import { useLiveList } from "#components/live/use-live-list.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { fill } from "#lib/fill.ts";
import { showCode } from "#lib/referral/code.ts";
import type { Doer, NoticeLine, NoticesView } from "#lib/referral/notice-view.ts";
import type messages from "#messages/da.json";

type Words = (typeof messages)["notices"];
type Props = { initial: NoticesView; url: string; words: Words; thisWeek: number; intent: string };

/** What has happened lately, a sentence each, by week: other units see weeks. It refreshes itself. */
export function NoticeList({ initial, url, words, thisWeek, intent }: Props) {
  const { data, refresh } = useLiveList<NoticesView>({ url, initial });
  const [sending, setSending] = useState(false);
  const key = useRef(intent);
  const toast = useToasts();
  const router = useRouter();

  async function seeAll(): Promise<void> {
    setSending(true);
    const act = { action: "/api/notices/seen", intent: key.current, values: { upTo: data.upTo } };
    const answer = await postAct(act);
    setSending(false);
    if (answer === "unsent") return toast({ text: words.unsent });
    key.current = crypto.randomUUID();
    if (!answer.ok) return toast({ text: answer.message });
    await refresh().catch(() => {});
    router.refresh();
  }

  if (data.weeks.length === 0)
    return (
      <EmptyState text={words.empty}>
        <LinkButton href="/">{words.toWork}</LinkButton>
      </EmptyState>
    );
  return (
    <div className="stack" data-gap="wide">
      {data.unread > 0 && (
        <form
          method="post"
          action="/api/notices/seen"
          onSubmit={(event) => {
            event.preventDefault();
            void seeAll();
          }}
        >
          <WhoseField />
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="upTo" value={data.upTo} />
          <Button type="submit" busy={sending}>
            {words.seen}
          </Button>
        </form>
      )}
      {data.weeks.map(({ week, notices }) => (
        <section key={week} className="stack">
          <h2>{week === thisWeek ? words.thisWeek : fill(words.week, { week: String(week) })}</h2>
          <ul className="lines">
            {notices.map((notice) => (
              <li key={`${notice.id} ${notice.kind}`}>
                <p>
                  <PageLink href={`/referrals/${notice.code}`}>{showCode(notice.code)}</PageLink>{" "}
                  <span>{`· ${notice.service} · ${sentenceOf(notice, words)}`}</span>
                </p>
                {notice.unread && <Tag>{words.new}</Tag>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function sentenceOf({ kind, by, to }: NoticeLine, words: Words): string {
  const named = (doer: Doer) => (typeof doer === "string" ? words.doers[doer] : doer.post);
  return fill(words.kinds[kind], { by: named(by), to: named(to) });
}
