import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { PostRequest } from "#lib/directory/people-view.ts";
import { id } from "#lib/referral/acts/inputs.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf, postLabel } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";

type Row = { id: string; person: PersonId; post: PostId; deputy: boolean; from: Day; by: PersonId; on: Day };

/** Requests for posts that wait, oldest first: all of them for the administrator, those of their own posts for who leads. */
export async function openRequests(tx: Tx, me: Member, locale: Locale): Promise<PostRequest[]> {
  const [directory, rows] = await Promise.all([
    directoryOf(tx, me),
    tx.sql<Row[]>`
      select id, person_id as person, post_id as post, kind = 'deputy' as deputy, valid_from as from, asked_by as by,
        (asked_at at time zone 'Europe/Copenhagen')::date as on
      from holding_request where outcome is null order by asked_at, id`,
  ]);
  const nameOf = (person: PersonId) => directory.people.get(person) ?? "–";
  return rows.map(({ id: request, person, post, deputy, from, by, on }) => ({
    id: request,
    name: nameOf(person),
    label: postLabel(directory, post, locale),
    deputy,
    from,
    askedBy: nameOf(by),
    askedOn: on,
    mayConfirm: me.duties.includes("administer") && by !== me.person && person !== me.person,
    mayWithdraw: by === me.person,
  }));
}

export const answerInput = z.strictObject({ request: id, answer: z.enum(["confirmed", "refused", "withdrawn"]) });
type Answering = z.infer<typeof answerInput> & { locale: Locale };

/**
 * A second person confirms or refuses a post that was asked for, or whoever asked takes it back. Refuses "not-yours" (also
 * where there is no such request), "post-over", "already-holds" (they got it meanwhile), and "request-over" once it was
 * answered.
 */
export async function answerRequest(tx: Tx, me: Member, { request, answer, locale }: Answering): Promise<Result<null>> {
  type Asked = { post: PostId; mine: boolean; theirs: boolean; open: boolean; held: boolean };
  const [asked] = await tx.sql<Asked[]>`
    select post_id as post, asked_by = ${me.person} as mine, person_id = ${me.person} as theirs, outcome is null as open,
      exists (select 1 from holding h where h.person_id = r.person_id and h.post_id = r.post_id
        and (h.valid_to is null or h.valid_to >= ${me.today}
          or h.kind <> r.kind and h.valid_from = greatest(r.valid_from, ${me.today}))) as held
    from holding_request r where id = ${request}`;
  if (!asked) return refused("not-yours");
  const second = me.duties.includes("administer") && !asked.mine && !asked.theirs;
  if (!(answer === "withdrawn" ? asked.mine : second)) return refused("not-yours");
  const open = (await directoryOf(tx, me)).posts.get(asked.post)?.open;
  if (answer === "confirmed" && asked.open && !open) return refused("post-over");
  if (answer === "confirmed" && asked.open && asked.held) return refused("already-holds");
  const [row] = await tx.sql<{ done: boolean }[]>`select door.answer_request(${request}, ${answer}, ${locale}) as done`;
  if (!row?.done) return refused("request-over");
  await tellLists(tx, me, [asked.post]);
  return ok(null);
}
