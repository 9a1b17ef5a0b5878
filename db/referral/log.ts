import { randomUUID } from "node:crypto";
import { mayRefer, receiversFor } from "#lib/agreement/routing.ts";
import { hasService } from "#lib/agreement/service-of.ts";
import type { Day } from "#lib/calendar/day.ts";
import { decide } from "#lib/referral/acts.ts";
import type { Case, PostId } from "#lib/referral/case.ts";
import { changed, noChange } from "#lib/referral/change.ts";
import { contradiction } from "#lib/referral/contradiction.ts";
import { type LogForm, missing } from "#lib/referral/log-form.ts";
import { isUrgent, type Matter, readMatter } from "#lib/referral/matter.ts";
import { receiversShown, routeTo } from "#lib/referral/new-referral.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { ledPosts, type Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { tellListsLast } from "../live/tell-lists.ts";
import { openPoints } from "../protection/checklist.ts";
import { loadCase } from "./load-case.ts";
import { newIds } from "./new-ids.ts";
import { type Setting, worldOf } from "./perform.ts";
import { sendChange } from "./write-change.ts";

/** The outcome of what was solved where it stood; the agreement has it for every service. */
const solvedOnTheSpot = "PAA_STEDET";

/**
 * Logs a referral under the agreement in force, and sends it or closes it in the same transaction. Refuses what the
 * person's post may not log, a situation that is not filled in as the service asks, and a receiver that the agreement
 * does not name for it; and everything before the checklist is whole ("checklist-open"). What is missing is refused all at once ("missing", with each field in `details.missing`).
 */
export async function log(tx: Tx, me: Member, form: LogForm, at?: string): Promise<Result<{ code: string }>> {
  const [agreement, directory, unticked] = await Promise.all([
    agreementOf(tx, me),
    directoryOf(tx, me),
    openPoints(tx),
  ]);
  if (unticked.length > 0) return refused("checklist-open");
  if (!hasService(agreement, form.service)) return refused("choose-service", "service");
  const posts = me.posts.filter((id) => {
    const post = directory.posts.get(id);
    return post?.open && mayRefer(agreement, post.function).includes(form.service);
  });
  const origin = form.post ? posts.find((id) => id === form.post) : posts[0];
  if (!origin) return refused("may-not-log", "service");

  const world = worldOf({ agreement, directory, service: form.service, today: me.today });
  const { service, today, days, norm } = world;
  const route = routeTo(
    receiversFor(agreement, form.service, form),
    world.takers.flatMap((taker) => world.find(taker) ?? []),
  );
  const { posts: receivers, proposed } = receiversShown([route], form, origin);
  const to = form.to ?? proposed ?? undefined;
  const lacking = missing(form, { service, to });
  if (lacking.length > 0) return refused("missing", lacking[0]?.field, { missing: lacking });
  if (!form.onTheSpot && !receivers.includes(to ?? "")) return refused("not-a-receiver", "to");
  const matter = readMatter(service, form, today);
  if (!matter.ok) return matter;
  // On the spot nobody is asked about the name, and what was answered of it is kept nowhere.
  const against = form.onTheSpot ? null : contradiction(service, { ...form, name: form.consent?.name });
  if (against) return against;

  const mark = await markOf(tx, { origin, sameAs: form.sameAs });
  if (!mark.ok) return mark;
  const leads = me.duties.includes("lead") ? await ledPosts(tx) : [];

  const nextStepBy = days.add(today, norm.nextStep);
  const urgent = isUrgent(service, matter.value);
  const { id, code } = await insertReferral(tx, me, { service: form.service, origin, nextStepBy, urgent });
  const first: Case = {
    id,
    code,
    service: form.service,
    status: "open",
    origin,
    holder: origin,
    waiting: null,
    current: null,
    past: [],
    assigned: null,
    nextStepBy,
    followUpOn: null,
    onAgenda: false,
    urgent,
    closedOn: null,
    closedBy: null,
    touchedOn: today,
    contact: matter.value.contact,
    payBy: matter.value.payBy,
    feedback: null,
    consents: [],
  };
  const writing = {
    partnership: me.partnership,
    person: me.person,
    post: origin,
    today,
    at,
  };
  const message = form.note ? { kind: "note" as const, code: null, text: form.note } : null;
  const logging = { ...noChange, matter: matter.value, message, parties: [{ post: origin, scope: "whole" as const }] };
  const setting: Setting = {
    ...world,
    referral: changed(first, logging, today),
    matter: matter.value satisfies Matter,
    actor: { person: me.person, posts: me.posts, leads },
  };
  const act = form.onTheSpot ? "close" : "send";
  const change = form.onTheSpot
    ? decide("close", setting, { outcome: solvedOnTheSpot })
    : decide("send", setting, { to, consent: form.consent, agreed: form.agreed });
  if (!change.ok) return change;
  const logged = sendChange(tx, logging, { ...writing, act: "log", before: first, ids: newIds(), fresh: "nobody" });
  const marked = tx.sql`insert into resident_mark ${tx.sql({ partnership_id: me.partnership, referral_id: id, mark: mark.value })}`;
  const marking = marked.execute();
  const { written, sent } = sendChange(tx, change.value, {
    ...writing,
    act,
    before: logged.written.referral,
    ids: world.ids,
    fresh: "origin",
  });
  await Promise.all([logged.sent, marking, sent]);
  if (form.draft) await tx.sql`delete from draft where id = ${form.draft}`;
  tellListsLast(tx, me, written.heard);
  return ok({ code });
}

type Made = { service: string; origin: PostId; nextStepBy: Day; urgent: boolean };

/** The database makes its id and its code: nobody who chooses one hears that another referral has it. */
async function insertReferral({ sql }: Tx, me: Member, made: Made): Promise<{ id: string; code: string }> {
  const [row] = await sql<{ id: string; code: string }[]>`
    insert into referral ${sql({
      partnership_id: me.partnership,
      agreement_id: me.agreement,
      service: made.service,
      status: "open",
      origin_post: made.origin,
      holder_post: made.origin,
      urgent: made.urgent,
      next_step_by: made.nextStepBy,
      due_on: made.nextStepBy,
      logged_on: me.today,
      held_since: me.today,
      touched_on: me.today,
      events: 0,
    })} returning id, code`;
  if (!row) throw new Error("a referral was logged and is not there");
  return row;
}

/** One word for one resident, made here and seen by the origin only. A new need of the same resident gets the same. */
async function markOf(
  tx: Tx,
  { origin, sameAs }: { origin: PostId; sameAs: string | undefined },
): Promise<Result<string>> {
  if (!sameAs) return ok(randomUUID());
  const earlier = await loadCase(tx, sameAs, { lock: false });
  const [same] =
    earlier?.referral.origin === origin
      ? await tx.sql<{ mark: string }[]>`select mark from resident_mark where referral_id = ${earlier.referral.id}`
      : [];
  return same ? ok(same.mark) : refused("not-found", "sameAs");
}
