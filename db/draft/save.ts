import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { hasService, serviceOf } from "#lib/agreement/service-of.ts";
import { type DraftForm, keepable } from "#lib/referral/draft-form.ts";
import { saysSomething } from "#lib/referral/draft-worth.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { openPoints } from "../protection/checklist.ts";
import { isEmpty, stamp } from "./read.ts";

export type Saved = {
  /** Null where nothing was answered yet: then nothing is kept. */
  draft: string | null;
  savedAt: string | null;
  /** Another device was first: it changed the draft, or sent or deleted it. Then this one is saved beside it. */
  elsewhere: "changed" | "gone" | null;
  /** The note is kept when it is clean, and else stays in the field, with what the guard found. */
  note: { state: "none" | "clean" } | { state: "held-back"; code: string; details: unknown };
};

type Row = { draft: string; savedAt: string };

/**
 * Saves what somebody is filling in, once something is answered; emptied again, it goes. Nothing is ever overwritten unseen:
 * when the draft has changed since this device saw it, this one becomes a draft of its own, and both are there, unless they
 * say the same. Refuses "checklist-open" where no referral may be logged.
 */
export async function saveDraft(tx: Tx, me: Member, form: DraftForm): Promise<Result<Saved>> {
  const { sql } = tx;
  const [agreement, unticked] = await Promise.all([agreementOf(tx, me, me.agreement), openPoints(tx)]);
  if (unticked.length > 0) return refused("checklist-open");
  const known = form.service !== undefined && hasService(agreement, form.service);
  const service = known && form.service ? serviceOf(agreement, form.service) : undefined;
  const fields = keepable(form, service, me.today);
  const coded = sql.json(fields as postgres.JSONValue);
  const { note } = form;
  const told = note.state === "clean" ? { state: note.state } : note;
  const text = note.state === "clean" ? note.text : null;
  const mine = sql`id = ${form.draft ?? null}::uuid and saved_at = ${form.savedAt ?? null}::timestamptz`;

  if (!saysSomething(fields, note.state === "none" ? "" : note.state)) {
    await sql`delete from draft where ${mine} or ${isEmpty(sql)}`;
    return ok({ draft: null, savedAt: null, elsewhere: null, note: told });
  }
  // A note that is held back leaves the clean one that was kept before.
  const [saved] = await sql<Row[]>`
    update draft set coded = ${coded}, saved_at = app_clock(),
      note = case when ${note.state === "held-back"} then note else ${text} end
    where ${mine} returning id as draft, ${stamp(sql)} as "savedAt"`;
  if (saved) return ok({ ...saved, elsewhere: null, note: told });
  const [same] = await sql<Row[]>`
    update draft set saved_at = app_clock()
    where id = (select id from draft where coded = ${coded} and note is not distinct from ${text} order by saved_at desc limit 1)
    returning id as draft, ${stamp(sql)} as "savedAt"`;
  const [other] = form.draft ? await sql`select 1 from draft where id = ${form.draft}` : [];
  const elsewhere = !form.draft || same?.draft === form.draft ? null : other ? "changed" : "gone";
  if (same) return ok({ ...same, elsewhere, note: told });
  await sql`delete from draft where ${isEmpty(sql)}`;
  const [made] = await sql<Row[]>`
    insert into draft (partnership_id, id, person_id, coded, note, saved_at)
    values (${me.partnership}, ${randomUUID()}, ${me.person}, ${coded}, ${text}, app_clock())
    returning id as draft, ${stamp(sql)} as "savedAt"`;
  if (!made) throw new Error("the draft was not written");
  return ok({ ...made, elsewhere, note: told });
}
