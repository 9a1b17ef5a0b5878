"use client";

import type { ReactNode } from "react";
import { useLiveList } from "#components/live/use-live-list.ts";
import { leftWords } from "#components/referral/words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { actWords, taskWords, type WorkWords } from "#components/work/words.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import { showCode } from "#lib/referral/code.ts";
import { type LineState, markOf, type TimeLeft } from "#lib/referral/line.ts";
import type { OwnAction, OwnDraft, SentLine, Task, WorkView } from "#lib/referral/work-view.ts";

type Props = {
  initial: WorkView;
  url: string;
  words: Packed<WorkWords>;
  locale: Locale;
  /** Instead of the first list when nothing waits. */
  empty: ReactNode;
};

/** The start page: what waits for me, a sentence and one action each; then what I follow. It refreshes itself. */
export function WorkList({ initial, url, words: packed, locale, empty }: Props) {
  const words = unpack(packed);
  const { data } = useLiveList<WorkView>({ url, initial });
  const { work } = words;
  return (
    <div className="stack work" data-gap="wide">
      {data.tasks.length + data.toRate.length === 0 ? (
        empty
      ) : (
        <Section title={work.tasks}>
          {data.tasks.map((task) => (
            <TaskLine key={task.code} task={task} words={words} />
          ))}
          {data.toRate.map(({ id, name }) => (
            <li key={id}>
              <p>{fill(work.rate, { name })}</p>
              <LinkButton href={`/meetings/${id}/evaluation`} aria-label={fill(work.rateOn, { name })}>
                {work.rateDo}
              </LinkButton>
            </li>
          ))}
        </Section>
      )}
      {data.moreTasks && <PageLink href="/inbox?list=held">{work.more}</PageLink>}
      <PutOff putOff={data.putOff} words={work} />
      {data.journals.length > 0 && (
        <Section title={work.journals}>
          {data.journals.map(({ code, service }) => (
            <li key={code}>
              <p>
                <strong>{showCode(code)}</strong>
                <span>{` · ${service}`}</span>
              </p>
              <LinkButton
                href={`/referrals/${code}`}
                aria-label={fill(work.actOn, { act: work.journalDo, code: showCode(code) })}
              >
                {work.journalDo}
              </LinkButton>
            </li>
          ))}
        </Section>
      )}
      {data.drafts.length > 0 && <Drafts drafts={data.drafts} words={words} locale={locale} />}
      {data.sent.length > 0 && (
        <Section title={work.sent}>
          {data.sent.map((line) => (
            <SentRow key={line.code} line={line} words={words} />
          ))}
        </Section>
      )}
      {data.moreSent && <p>{fill(work.moreSent, { count: String(data.sent.length) })}</p>}
      {data.actions.length > 0 && (
        <Section title={work.actions}>
          {data.actions.map((action) => (
            <ActionLine key={action.id} action={action} words={words} locale={locale} />
          ))}
        </Section>
      )}
      {data.meeting && (
        <Section title={work.meeting}>
          <li>
            <p>
              {fill(work.meetingLine, {
                series: data.meeting.series,
                number: String(data.meeting.number),
                day: showDay(data.meeting.onDay, locale),
                time: data.meeting.startsAt.replace(":", "."),
                place: data.meeting.place,
              })}
            </p>
            <LinkButton href={`/meetings/${data.meeting.id}`}>{work.toMeeting}</LinkButton>
          </li>
        </Section>
      )}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="lines">{children}</ul>
    </section>
  );
}

/** What was put off to the meeting: one line, which leads to where it stands. */
function PutOff({ putOff, words }: { putOff: WorkView["putOff"]; words: WorkWords["work"] }) {
  const lists = (["waits", "held"] as const).filter((list) => putOff[list] > 0);
  if (lists.length === 0) return null;
  return (
    <p>
      <span>{words.putOff.lead}</span>{" "}
      {lists.map((list, at) => (
        <span key={list}>
          {at > 0 && <span> · </span>}
          <PageLink href={`/inbox?list=${list}&view=meeting`}>
            {fill(words.putOff[list], { count: String(putOff[list]) })}
          </PageLink>
        </span>
      ))}
    </p>
  );
}

function TaskLine({ task, words }: { task: Task; words: WorkWords }) {
  const act = actWords(task, words.work);
  const code = showCode(task.code);
  return (
    <li>
      <div>
        <p>
          <strong>{code}</strong>
          <span>{` · ${task.service} · ${taskWords(task, words.work)}`}</span>{" "}
          {task.urgent && <Tag>{words.work.urgent}</Tag>}
        </p>
        <Clock state={task.state} left={task.left} words={words} />
      </div>
      <LinkButton href={`/referrals/${task.code}`} aria-label={fill(words.work.actOn, { act, code })}>
        {act}
      </LinkButton>
    </li>
  );
}

function SentRow({ line, words }: { line: SentLine; words: WorkWords }) {
  const { work } = words;
  const code = showCode(line.code);
  const sentence = line.stands === "waiting" ? work.sentWaiting : work.sentTaken;
  return (
    <li>
      <div>
        <p>
          <strong>{code}</strong>
          <span>{` · ${line.service} · ${fill(sentence, { post: line.post ?? work.aPlan, week: String(line.week) })}`}</span>
        </p>
        {line.stands === "waiting" && <Clock state={line.state} left={line.left} words={words} />}
      </div>
      <LinkButton href={`/referrals/${line.code}`} aria-label={fill(work.actOn, { act: work.see, code })}>
        {work.see}
      </LinkButton>
    </li>
  );
}

/** The newest in sight; a few devices soon leave many. */
function Drafts({ drafts, words, locale }: { drafts: readonly OwnDraft[]; words: WorkWords; locale: Locale }) {
  const lines = drafts.map((draft) => <DraftLine key={draft.id} draft={draft} words={words} locale={locale} />);
  const older = lines.slice(draftsInSight);
  return (
    <section className="stack">
      <h2>{words.work.drafts}</h2>
      <ul className="lines">{lines.slice(0, draftsInSight)}</ul>
      {older.length > 0 && (
        <Disclosure label={fill(words.work.moreDrafts, { count: String(older.length) })}>
          <ul className="lines">{older}</ul>
        </Disclosure>
      )}
    </section>
  );
}

const draftsInSight = 2;

function DraftLine({ draft, words, locale }: { draft: OwnDraft; words: WorkWords; locale: Locale }) {
  const { work } = words;
  const day = showDay(draft.savedOn, locale);
  const sentence = draft.service ? fill(work.draft, { service: draft.service, day }) : fill(work.draftBare, { day });
  return (
    <li>
      <p>
        <StateMark state="draft">{words.state.draft}</StateMark> <span>{sentence}</span>
      </p>
      <LinkButton href={`/referrals/new?draft=${draft.id}`}>{work.resume}</LinkButton>
    </li>
  );
}

function ActionLine({ action, words, locale }: { action: OwnAction; words: WorkWords; locale: Locale }) {
  const { work, decisions } = words;
  const what = decisions[action.code];
  const decision = action.text ? `${what}: ${action.text}` : what;
  return (
    <li>
      <div>
        <p>
          {fill(work.action, {
            decision,
            meeting: String(action.meeting),
            day: showDay(action.dueOn, locale),
          })}
        </p>
        {action.late && (
          <p>
            <StateMark state="late">{work.late}</StateMark>
          </p>
        )}
      </div>
      <LinkButton href="/meetings">{work.toActions}</LinkButton>
    </li>
  );
}

type ClockProps = { state: LineState; left: TimeLeft | null; words: WorkWords };

function Clock({ state, left, words: { state: words } }: ClockProps) {
  if (state === "on_hold") return null;
  return (
    <p className="clock">
      <StateMark state={markOf[state]}>{words[state]}</StateMark> {left && <small>{leftWords(left, words)}</small>}
    </p>
  );
}
