"use client";

import { useRef, useState } from "react";
import { whyWords } from "#components/board/words.ts";
import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import { itemWords, lastWords, type MeetingWords, weekWords } from "#components/meeting/words.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { fill, sideBySide } from "#lib/fill.ts";
import { type CaseView, type ItemView, isOpen, type MeetingView, type PointView } from "#lib/meeting/meeting-view.ts";
import { showCode } from "#lib/referral/code.ts";

type Props = { view: MeetingView; words: MeetingWords; refresh: () => Promise<void> };
type Move = "up" | "down";

/** The agenda: each item with the reason why it comes up. Who leads the meeting moves items, by buttons that keys reach. */
export function AgendaList({ view, words, refresh }: Props) {
  const { meeting } = words;
  const { act, toast } = useMeetingAct({ unsent: meeting.unsent, refresh });
  const [told, tell] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const mayMove = view.convenes && isOpen(view.state);

  async function move(item: ItemView, to: Move) {
    const place = view.items.indexOf(item) + (to === "up" ? 0 : 2);
    const answer = await act({ action: `/api/meetings/${view.id}/move`, values: { item: item.id, to } });
    if (!answer?.ok) return;
    const count = String(view.items.length);
    tell(fill(meeting.agenda.moved, { item: itemWords(item, meeting), place: String(place), count }));
    // The row has moved in the page, and the focus with it.
    requestAnimationFrame(() => focusMove(list.current, item.id, to));
  }

  async function remove(point: PointView) {
    const answer = await act({ action: `/api/meetings/${view.id}/points/remove`, values: { point: point.id } });
    if (answer?.ok) toast({ text: meeting.agenda.removed });
  }

  return (
    <>
      <ol className="agenda" ref={list}>
        {view.items.map((item, index) => (
          <li key={item.id} data-item={item.id}>
            {item.kind === "case" ? <Case item={item} words={words} /> : <Point item={item} words={words} />}
            <span className="moves screen-only">
              {item.kind === "point" && item.mayRemove && (
                <AskFirst
                  kind="quiet"
                  label={meeting.agenda.remove}
                  name={fill(meeting.agenda.removeOf, { item: item.title })}
                  question={fill(meeting.agenda.removeSure, { posts: String(view.posts.length) })}
                  yes={meeting.agenda.removeYes}
                  no={meeting.agenda.removeNo}
                  onYes={() => void remove(item)}
                />
              )}
              {mayMove &&
                (["up", "down"] as const).map((to) => (
                  <Button
                    key={to}
                    data-move={to}
                    aria-disabled={index === (to === "up" ? 0 : view.items.length - 1)}
                    aria-label={fill(to === "up" ? meeting.agenda.upOf : meeting.agenda.downOf, {
                      item: itemWords(item, meeting),
                    })}
                    onClick={(event) => event.currentTarget.ariaDisabled !== "true" && void move(item, to)}
                  >
                    {meeting.agenda[to]}
                  </Button>
                ))}
            </span>
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="unseen">
        {told}
      </p>
    </>
  );
}

function focusMove(list: HTMLElement | null, item: string, to: Move) {
  const row = list?.querySelector(`[data-item="${item}"]`);
  row?.querySelector<HTMLButtonElement>(`[data-move="${to}"]`)?.focus();
}

function Case({ item, words }: { item: CaseView; words: MeetingWords }) {
  const { meeting } = words;
  const last = lastWords(item, words);
  return (
    <div>
      <h3>{`${itemWords(item, meeting)} · ${item.service}`}</h3>
      <p>
        <span>{sideBySide(whyWords(item, meeting))}</span>
        {item.mine && (
          <>
            {" "}
            <PageLink href={`/referrals/${item.mine}`} className="own">
              {fill(meeting.yours, { code: showCode(item.mine) })}
            </PageLink>
          </>
        )}
      </p>
      <p className="about">
        {sideBySide([
          `${meeting.liesWith} ${item.holder ?? meeting.someone}`,
          ...(item.waitsFor === item.holder ? [] : [`${meeting.waitsForIn} ${item.waitsFor ?? meeting.someone}`]),
          fill(meeting.openFor, { weeks: weekWords(item.weeks, meeting) }),
        ])}
      </p>
      {last && <p className="about">{`${meeting.last}: ${last}`}</p>}
    </div>
  );
}

function Point({ item, words: { meeting } }: { item: PointView; words: MeetingWords }) {
  return (
    <div>
      <h3>{item.title}</h3>
      <p className="about">{fill(meeting.broughtBy, { post: item.by })}</p>
    </div>
  );
}
