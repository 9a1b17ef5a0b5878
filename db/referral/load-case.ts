import type { Day } from "#lib/calendar/day.ts";
import { type Before, restoredOf } from "#lib/referral/acts/undo.ts";
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

type Loading = { lock: boolean; partnership?: string };

/**
 * The referral with that code as this person may see it, or null: a hidden one cannot be told from one that does not
 * exist. With `lock` it is locked for the rest of the transaction, and found only by those who may change it. The jobs
 * name the `partnership`, since they see more than one.
 */
export const loadCase = async (tx: Tx, code: string, how: Loading): Promise<Loaded | null> =>
  (await loadCases(tx, [code], how)).get(code) ?? null;

/** The same of several at once, by their codes; they are locked in the order of these, by everybody who locks several. */
export async function loadCases(
  { sql }: Tx,
  codes: readonly string[],
  { lock, partnership }: Loading,
): Promise<Map<string, Loaded>> {
  const rows = await sql<ReferralRow[]>`
    select ${sql.unsafe(columns)} from referral where code = any (${codes as string[]})
    ${partnership ? sql`and partnership_id = ${partnership}` : sql``} order by code ${lock ? sql`for update` : sql``}`;
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const [handovers, consents, matters] = await Promise.all([
    sql<Of<Handover>[]>`
      select referral_id as "of", ${sql.unsafe(handoverColumns)} from handover
      where referral_id = any (${ids}::uuid[]) order by seq`,
    sql<Of<GivenConsent>[]>`
      select referral_id as "of", unit_id as unit, name, feedback, recorded_on as "recordedOn", expires_on as "expiresOn"
      from consent where referral_id = any (${ids}::uuid[]) order by seq`,
    sql<Of<Matter & { version: number }>[]>`
      select distinct on (referral_id) referral_id as "of", version, situations, answers, age, children,
        letter_on as "letterOn", pay_by as "payBy", contact
      from referral_matter where referral_id = any (${ids}::uuid[]) order by referral_id, version desc`,
  ]);
  const [itsHandovers, itsConsents, itsMatters] = [byCase(handovers), byCase(consents), byCase(matters)];
  return new Map(
    rows.map((row) => {
      const { version = null, ...newest } = itsMatters.get(row.id)?.[0] ?? {};
      const matter = version === null ? null : (newest as Matter);
      const parts = { handovers: itsHandovers.get(row.id) ?? [], consents: itsConsents.get(row.id) ?? [], matter };
      return [row.code, { row, matter, version, referral: caseOf(row, parts) }];
    }),
  );
}

/** What the database kept of a referral before its latest act, which this person may undo; null when there is nothing. */
export async function readBefore({ sql }: Tx, id: string): Promise<(Before & { heldSince: Day }) | null> {
  const [[row], handovers, parties] = await Promise.all([
    sql<ReferralRow[]>`
      select ${sql.unsafe(columns)} from door.undoable(${id}) u, jsonb_populate_record(null::referral, u.before -> 'referral')`,
    sql<Handover[]>`
      select ${sql.unsafe(handoverColumns)} from door.undoable(${id}) u,
        jsonb_populate_recordset(null::handover, u.before -> 'handovers') order by seq`,
    sql<Before["parties"]>`
      select was.post_id as post, was.scope, was.until from door.undoable(${id}) u,
        jsonb_populate_recordset(null::party, u.before -> 'parties') was
        join party p on p.referral_id = was.referral_id and p.post_id = was.post_id
      where (p.scope, p.until) is distinct from (was.scope, was.until)`,
  ]);
  if (!row) return null;
  return { referral: restoredOf(row), handovers: [...handovers], parties: [...parties], heldSince: row.heldSince };
}

/** Something of a referral, with that referral's id. */
type Of<T> = T & { of: string };
type GivenConsent = Consent & { feedback: "yes" | "no" | null };

function byCase<T>(found: readonly Of<T>[]): Map<string, Omit<Of<T>, "of">[]> {
  const all = new Map<string, Omit<Of<T>, "of">[]>();
  for (const { of, ...own } of found) all.set(of, [...(all.get(of) ?? []), own]);
  return all;
}

type Parts = {
  handovers: readonly Handover[];
  consents: readonly GivenConsent[];
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
