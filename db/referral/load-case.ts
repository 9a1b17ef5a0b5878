import type { Day } from "#lib/calendar/day.ts";
import type { Case, Consent, Handover } from "#lib/referral/case.ts";
import type { Matter } from "#lib/referral/matter.ts";
import { isCurrent, isWaiting } from "#lib/referral/words.ts";
import type { Tx } from "../client.ts";

export type ReferralRow = Omit<Case, "waiting" | "current" | "past" | "consents" | "contact" | "payBy" | "feedback"> & {
  agreement: string;
  loggedOn: Day;
  heldSince: Day;
  dueOn: Day | null;
  events: number;
};

/** `version` counts the situation's letters and corrections; null where it is hidden. */
export type Loaded = { referral: Case; matter: Matter | null; version: number | null; row: ReferralRow };

const columns = `id, code, agreement_id as agreement, service, status, origin_post as origin, holder_post as holder,
  assigned, urgent, on_agenda as "onAgenda", next_step_by as "nextStepBy", follow_up_on as "followUpOn",
  due_on as "dueOn", logged_on as "loggedOn", held_since as "heldSince", touched_on as "touchedOn",
  closed_on as "closedOn", closed_by as "closedBy", events`;

const handoverColumns = `id, seq, from_post as from, to_post as to, state, discussion, agreed,
  redirected_by as "redirectedBy", delivered_on as "deliveredOn", opened_on as "openedOn", answer_by as "answerBy",
  answer_left as "answerLeft", question_by as "questionBy", questions, assigned, identity_on as "identityOn",
  accepted_on as "acceptedOn", contact_by as "contactBy", contacted_on as "contactedOn", hold_until as "holdUntil",
  hold_for as "holdFor", reason`;

/**
 * The referral with that code as this person may see it, or null: a hidden one cannot be told from one that does not
 * exist. With `lock` it is locked for the rest of the transaction, and found only by those who may change it. The jobs
 * name the `partnership`, since they see more than one.
 */
export async function loadCase(
  { sql }: Tx,
  code: string,
  { lock, partnership }: { lock: boolean; partnership?: string },
): Promise<Loaded | null> {
  const [row] = await sql<ReferralRow[]>`
    select ${sql.unsafe(columns)} from referral where code = ${code}
    ${partnership ? sql`and partnership_id = ${partnership}` : sql``} ${lock ? sql`for update` : sql``}`;
  if (!row) return null;
  const [handovers, consents, matters] = await Promise.all([
    sql<Handover[]>`select ${sql.unsafe(handoverColumns)} from handover where referral_id = ${row.id} order by seq`,
    sql<(Consent & { feedback: "yes" | "no" | null })[]>`
      select unit_id as unit, name, feedback, recorded_on as "recordedOn", expires_on as "expiresOn"
      from consent where referral_id = ${row.id} order by seq`,
    sql<(Matter & { version: number })[]>`
      select version, situations, answers, age, children, letter_on as "letterOn", pay_by as "payBy", contact
      from referral_matter where referral_id = ${row.id} order by version desc limit 1`,
  ]);
  const { version = null, ...newest } = matters[0] ?? {};
  const matter = version === null ? null : (newest as Matter);
  return { row, matter, version, referral: caseOf(row, { handovers, consents, matter }) };
}

type Parts = {
  handovers: readonly Handover[];
  consents: readonly (Consent & { feedback: "yes" | "no" | null })[];
  matter: Matter | null;
};

/** Puts rows together to the value that the rules rest on. */
export function caseOf(row: ReferralRow, { handovers, consents, matter }: Parts): Case {
  const { agreement, loggedOn, heldSince, dueOn, events, ...facts } = row;
  return {
    ...facts,
    waiting: (handovers.find(({ state }) => isWaiting(state)) ?? null) as Case["waiting"],
    current: (handovers.find(({ state }) => isCurrent(state)) ?? null) as Case["current"],
    past: handovers.filter(({ state }) => !isWaiting(state) && !isCurrent(state)),
    consents: consents.map(({ feedback, ...consent }) => consent),
    feedback: consents.findLast(({ feedback }) => feedback !== null)?.feedback ?? null,
    contact: matter?.contact ?? null,
    payBy: matter?.payBy ?? null,
  };
}
