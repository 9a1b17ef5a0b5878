import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { hasService, serviceOf } from "#lib/agreement/service-of.ts";
import { type DraftForm, keepable } from "#lib/referral/draft-form.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { stamp } from "./read.ts";

export type Saved = {
  draft: string;
  savedAt: string;
  /** Another device was first: it changed the draft, or sent or deleted it. Then this one is saved beside it. */
  elsewhere: "changed" | "gone" | null;
  /** The note is kept when it is clean, and else stays in the field, with what the guard found. */
  note: { state: "none" | "clean" } | { state: "held-back"; code: string; details: unknown };
};

/**
 * Saves what somebody is filling in. Nothing is ever overwritten unseen: when the draft has changed since this device
 * saw it, this one becomes a draft of its own, and both are there.
 */
export async function saveDraft(tx: Tx, me: Member, form: DraftForm): Promise<Result<Saved>> {
  const { sql } = tx;
  const agreement = await agreementOf(tx, me, me.agreement);
  const known = form.service !== undefined && hasService(agreement, form.service);
  const service = known && form.service ? serviceOf(agreement, form.service) : undefined;
  const coded = sql.json(keepable(form, service, me.today) as postgres.JSONValue);
  const { note } = form;
  const told = note.state === "clean" ? { state: note.state } : note;
  const text = note.state === "clean" ? note.text : null;

  if (form.draft) {
    // A note that is held back leaves the clean one that was kept before.
    const [saved] = await sql<{ savedAt: string }[]>`
      update draft set coded = ${coded}, saved_at = app_clock(),
        note = case when ${note.state === "held-back"} then note else ${text} end
      where id = ${form.draft} and saved_at = ${form.savedAt ?? null}::timestamptz
      returning ${stamp(sql)} as "savedAt"`;
    if (saved) return ok({ draft: form.draft, savedAt: saved.savedAt, elsewhere: null, note: told });
  }
  const [other] = form.draft ? await sql`select 1 from draft where id = ${form.draft}` : [];
  const id = randomUUID();
  const [made] = await sql<{ savedAt: string }[]>`
    insert into draft (partnership_id, id, person_id, coded, note, saved_at)
    values (${me.partnership}, ${id}, ${me.person}, ${coded}, ${text}, app_clock())
    returning ${stamp(sql)} as "savedAt"`;
  if (!made) throw new Error("the draft was not written");
  const elsewhere = form.draft ? (other ? "changed" : "gone") : null;
  return ok({ draft: id, savedAt: made.savedAt, elsewhere, note: told });
}
