import type { z } from "zod";
import { sayForumInBoth } from "#lib/agreement/say-forum.ts";
import type { Words } from "#lib/agreement/words.ts";
import { weeksBetween } from "#lib/calendar/day.ts";
import { caseDecisions, pointDecisions, talkedOf } from "#lib/meeting/decisions.ts";
import { type Asked, questionsAt } from "#lib/meeting/evaluation.ts";
import type { Attendance } from "#lib/meeting/meeting-view.ts";
import { type Minutes, type MinutesWords, minutesItems } from "#lib/meeting/minutes.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";
import { type AgendaItem, agendaItems } from "./agenda-items.ts";
import { insertMeeting, mayBeHeld, type whenAndWhere } from "./call.ts";
import { leadMeeting, type MeetingRow } from "./find-meeting.ts";
import { type Names, namesIn } from "./names.ts";
import { openActions } from "./open-actions.ts";
import { invitable, placesFor, seriesName, seriesOf } from "./series.ts";

/** The next meeting, and what the codes are called today. */
export type Closing = { meeting: string; next: z.infer<typeof whenAndWhere>; words: MinutesWords };

/**
 * Closes a meeting that was held: its minutes are written as they stand and never change, who came is asked how it was, and
 * the next meeting of the series is called with those who always come, so that there always is one. What was not reached
 * comes up there again; a case that was talked of is asked for no more. Refuses like `leadMeeting`, and what `call` refuses
 * of the next one.
 */
export async function close(tx: Tx, me: Member, { meeting, next, words }: Closing): Promise<Result<{ next: string }>> {
  const { sql } = tx;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["held"] });
  if (!led.ok) return led;
  const { series, convener, onDay } = led.value;
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const fits = mayBeHeld(next, { today: me.today, places: placesFor(directory, convener) });
  if (!fits.ok) return fits;
  if (next.onDay <= onDay) return refused("date-to-come", "onDay");

  const posts = await sql<{ post: PostId; attendance: Attendance | null }[]>`
    select post_id as post, attendance from meeting_post where meeting_id = ${meeting}`;
  const items = await agendaItems(tx, directory, meeting);
  const found = seriesOf(agreement, series);
  const name = seriesName(agreement, series);
  const writing = {
    names: namesIn(agreement, directory),
    directory,
    words: calling(words, directory.forum ?? words.forum),
  };
  const content: Minutes = {
    ...headOf(led.value, { name, ...writing }),
    attendance: attendanceOf(posts, writing.names),
    carried: await carriedOver(tx, me, { series, ...writing }),
    items: itemsOf(items, writing),
    next: { onDay: next.onDay, startsAt: next.startsAt, place: placeName(directory, next.place) },
  };
  await sql`insert into minutes ${sql({
    partnership_id: me.partnership,
    meeting_id: meeting,
    content: sql.json(content),
  })}`;
  const asked = questionsAt(onDay, await askedBefore(tx, series));
  await sql`update meeting set state = 'closed', asked = ${asked}::text[] where id = ${meeting}`;
  await takeOff(tx, me, { meeting, items });
  const always = found ? invitable(directory, found).filter((each) => each.always) : [];
  const called = await insertMeeting(tx, me, {
    ...next,
    series,
    convener,
    posts: [...new Set([convener, ...always.map(({ post }) => post.id)])],
  });
  return called.ok ? ok({ next: called.value.id }) : called;
}

type Writing = { names: Names; directory: Directory; words: MinutesWords };

/** Decisions speak of whoever adopts the agreement by what they are called that day. */
const calling = (words: MinutesWords, forum: Words): MinutesWords => ({
  ...words,
  decisions: Object.fromEntries(
    [...caseDecisions, ...pointDecisions].map((code) => [code, sayForumInBoth(words.decisions[code], forum)]),
  ) as MinutesWords["decisions"],
});

const placeName = (directory: Directory, place: string) => directory.units.get(place)?.name ?? "–";

const headOf = (meeting: MeetingRow, { name, names, directory }: Writing & { name: Minutes["series"] }) => ({
  series: name,
  number: meeting.number,
  onDay: meeting.onDay,
  startsAt: meeting.startsAt,
  place: placeName(directory, meeting.place),
  convener: names.post(meeting.convener),
  quiet: meeting.quiet,
});

/** Whoever nothing was noted about was not there. */
const attendanceOf = (posts: readonly { post: PostId; attendance: Attendance | null }[], names: Names) =>
  posts
    .map(({ post, attendance }) => ({ post: names.post(post), attendance: attendance ?? ("absent" as const) }))
    .toSorted((a, b) => a.post.da.localeCompare(b.post.da, "da"));

async function carriedOver(
  tx: Tx,
  me: Member,
  { series, names, directory, words }: Writing & { series: string },
): Promise<Minutes["carried"]> {
  const actions = await openActions(tx, directory, { series });
  return actions.map(({ code, text, seen, dueOn, meeting, number, service, title, decidedOn }) => ({
    what: words.decisions[code],
    text,
    owner: names.seen(seen) ?? words.helhedsplan,
    dueOn,
    meeting,
    about: title !== null ? { title } : number !== null && service ? { number, service: names.service(service) } : null,
    weeks: weeksBetween(decidedOn, me.today),
  }));
}

/** So many meetings back it is looked what was asked about them: more than a year of them. */
const lookedBack = 60;

const askedBefore = ({ sql }: Tx, series: string): Promise<Asked[]> => sql<Asked[]>`
  select on_day as "onDay", asked from meeting where series = ${series} and state = 'closed' and asked is not null
  order by number desc limit ${lookedBack}`;

/** Nobody of the meeting may change a referral that is not theirs: the database takes these off, with an event each. */
async function takeOff(
  tx: Tx,
  me: Member,
  { meeting, items }: { meeting: string; items: AgendaItem[] },
): Promise<void> {
  const talked = talkedOf(items).map(({ id }) => id);
  const [lists] = await tx.sql<{ posts: PostId[] }[]>`select door.talked(${meeting}, ${talked}::uuid[]) as posts`;
  if (lists && lists.posts.length > 0) await tellLists(tx, me, lists.posts);
}

function itemsOf(items: readonly AgendaItem[], { names, words }: Writing): Minutes["items"] {
  return minutesItems(
    items.map((item) => {
      const owner = item.decision && (names.seen(item.decision.owner) ?? words.helhedsplan);
      const decision = item.decision && owner ? { ...item.decision, owner } : null;
      if (item.kind === "point") return { ...item, decision, by: names.post(item.by) };
      const { service, holder, waitsFor } = item.facts;
      const seen = (post: string) => names.seen(post) ?? words.aHelhedsplan;
      return { ...item, decision, service: names.service(service), holder: seen(holder), waitsFor: seen(waitsFor) };
    }),
    words,
  );
}
