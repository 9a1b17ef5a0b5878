import { helhedsplan } from "#lib/board/board-view.ts";
import { type Day, weeksBetween } from "#lib/calendar/day.ts";
import type { Decision } from "#lib/meeting/decisions.ts";
import type { ActionView } from "#lib/meeting/meeting-view.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { Member } from "../as-member.ts";
import { type Masked, masked } from "../board/masked.ts";
import type { Tx } from "../client.ts";
import { type Directory, postLabel } from "../directory/directory.ts";
import { convenes } from "./find-meeting.ts";

/** Something decided at a meeting that is closed, and not done. */
export type OpenAction = {
  id: string;
  code: Decision;
  text: string | null;
  meeting: number;
  number: number | null;
  service: string | null;
  title: string | null;
  owner: PostId;
  /** The post that called the meeting. */
  convener: PostId;
  /** The owner as those see it who do not own it: of a case, a helhedsplan has no name. */
  seen: Masked;
  dueOn: Day;
  decidedOn: Day;
};

/**
 * The open actions that this person may see, the oldest first: of the meetings of its posts, of all for who coordinates,
 * and its own.
 */
export async function openActions(
  { sql }: Tx,
  directory: Directory,
  { series }: { series?: string } = {},
): Promise<OpenAction[]> {
  const rows = await sql<Omit<OpenAction, "seen">[]>`
    select d.id, d.code, d.text, m.number as meeting, i.facts ->> 'service' as service, i.title, d.owner_post as owner,
      m.convener_post as convener, d.due_on as "dueOn", d.decided_on as "decidedOn",
      case when i.kind = 'case' then (
        select count(*)::int from meeting_item other where other.partnership_id = i.partnership_id
          and other.meeting_id = i.meeting_id and other.kind = 'case' and (other.position, other.id) <= (i.position, i.id)
      ) end as number
    from decision d
    join meeting m on m.partnership_id = d.partnership_id and m.id = d.meeting_id and m.state = 'closed'
      ${series === undefined ? sql`` : sql`and m.series = ${series}`}
    left join meeting_item i on i.partnership_id = d.partnership_id and i.id = d.item_id
    where d.done_on is null
    order by d.decided_on, m.number, number nulls last, d.id`;
  return rows.map((row) => ({ ...row, seen: row.title === null ? masked(directory, row.owner) : row.owner }));
}

type Reader = { me: Member; directory: Directory; lang: "da" | "en"; serviceName: (code: string) => string };

/** The same as it is shown to that person. */
export function actionView(action: OpenAction, { me, directory, lang, serviceName }: Reader): ActionView {
  const { id, code, text, meeting, number, service, title, owner, convener, seen, dueOn, decidedOn } = action;
  const mine = me.posts.includes(owner);
  return {
    id,
    code,
    text,
    meeting,
    about: title !== null ? { title } : number !== null && service ? { number, service: serviceName(service) } : null,
    owner: !mine && seen === helhedsplan ? null : postLabel(directory, owner, lang),
    mine,
    mayMark: mine || convenes(me, convener),
    dueOn,
    late: dueOn < me.today,
    weeks: weeksBetween(decidedOn, me.today),
  };
}
