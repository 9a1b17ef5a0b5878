import type { Day } from "#lib/calendar/day.ts";
import { type Before, restoredOf } from "#lib/referral/acts/undo.ts";
import type { Case, Consent, Handover, PostId } from "#lib/referral/case.ts";
import type { Matter } from "#lib/referral/matter.ts";
import { isCurrent, isWaiting } from "#lib/referral/words.ts";
import type { Tx } from "../client.ts";

export type ReferralRow = Omit<Case, "waiting" | "current" | "past" | "consents" | "contact" | "payBy" | "feedback"> & {
  agreement: string;
  loggedOn: Day;
  heldSince: Day;
  dueOn: Day | null;
  /** Number of its latest event; null for whoever may not know how often something happened. */
  events: number | null;
};

/**
 * `version` counts the situation's letters and corrections; null where it is hidden. `referral` is all that this person may
 * know, and what is shown, compared and refused rests on it alone. Of an origin that may not hear how it goes, `muted` says
 * which handovers the policies hide, and `standing` where it truly lies, for an act that must reach there.
 */
export type Loaded = {
  referral: Case;
  matter: Matter | null;
  version: number | null;
  row: ReferralRow;
  muted: { handovers: ReadonlySet<string>; standing: Case } | null;
};

const columns = `id, code, agreement_id as agreement, service, status, origin_post as origin, holder_post as holder,
  assigned, urgent, on_agenda as "onAgenda", next_step_by as "nextStepBy", follow_up_on as "followUpOn",
  due_on as "dueOn", logged_on as "loggedOn", held_since as "heldSince", touched_on as "touchedOn",
  closed_on as "closedOn", closed_by as "closedBy"`;

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
export async function loadCases(tx: Tx, codes: readonly string[], how: Loading): Promise<Map<string, Loaded>> {
  const { sql } = tx;
  const rows = await rowsOf(tx, codes, how);
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const [handovers, masked, consents, matters] = await Promise.all([
    sql<Of<Handover>[]>`
      select referral_id as "of", ${sql.unsafe(handoverColumns)} from handover
      where referral_id = any (${ids}::uuid[]) order by seq`,
    // The jobs are nobody's origin.
    how.partnership
      ? []
      : sql<Of<Handover>[]>`
          select referral_id as "of", ${sql.unsafe(handoverColumns)} from door.muted_handovers(${ids}::uuid[])`,
    sql<Of<GivenConsent & { posts: PostId[] }>[]>`
      select referral_id as "of", unit_id as unit, name, feedback, recorded_on as "recordedOn", expires_on as "expiresOn",
        array(select p.id from post p where p.partnership_id = consent.partnership_id and p.unit_id = consent.unit_id) as posts
      from consent where referral_id = any (${ids}::uuid[]) order by seq`,
    sql<Of<Matter & { version: number }>[]>`
      select distinct on (referral_id) referral_id as "of", version, situations, answers, age, children,
        letter_on as "letterOn", pay_by as "payBy", contact
      from referral_matter where referral_id = any (${ids}::uuid[]) order by referral_id, version desc`,
  ]);
  const [itsHandovers, itsHidden, itsConsents, itsMatters] = [
    byCase(handovers),
    byCase(masked),
    byCase(consents),
    byCase(matters),
  ];
  return new Map(
    await Promise.all(
      rows.map(async ({ muted, ...row }): Promise<[string, Loaded]> => {
        const { version = null, ...newest } = itsMatters.get(row.id)?.[0] ?? {};
        const matter = version === null ? null : (newest as Matter);
        const unseen = itsHidden.get(row.id) ?? [];
        const seen = itsHandovers.get(row.id) ?? [];
        const known = [...seen, ...unseen].toSorted((a, b) => a.seq - b.seq);
        const given = itsConsents.get(row.id) ?? [];
        const referral = caseOf(row, { handovers: known, consents: muted ? ofThese(known, given) : given, matter });
        const standing =
          muted && how.lock ? await standingOf(tx, row, { referral, consents: given, matter }) : referral;
        const all = [...unseen, standing.waiting, standing.current].flatMap((each) => (each ? [each.id] : []));
        const hidden = new Set(all.filter((id) => !seen.some((each) => each.id === id)));
        const hides = muted || unseen.length > 0 ? { handovers: hidden, standing } : null;
        return [row.code, { row, matter, version, referral, muted: hides }];
      }),
    ),
  );
}

type FoundRow = ReferralRow & { muted: boolean };

/** The rows that the policies show; and of those that they do not, what an origin without consent to feedback may know. */
async function rowsOf({ sql }: Tx, codes: readonly string[], { lock, partnership }: Loading): Promise<FoundRow[]> {
  const shown = await sql<FoundRow[]>`
    select ${sql.unsafe(columns)}, events, false as muted from referral where code = any (${codes as string[]})
    ${partnership ? sql`and partnership_id = ${partnership}` : sql``} order by code ${lock ? sql`for update` : sql``}`;
  const missing = codes.filter((code) => !shown.some((row) => row.code === code));
  if (missing.length === 0 || partnership) return shown;
  if (lock) await sql`select door.lock_muted(${missing})`;
  const muted = await sql<FoundRow[]>`
    select ${sql.unsafe(columns)}, null::int as events, true as muted from door.muted_referrals(${missing})`;
  return [...shown, ...muted];
}

/** What was said of units that this person knows to have a part in it: of others nobody tells them. */
const ofThese = (handovers: readonly Handover[], consents: readonly (GivenConsent & { posts: PostId[] })[]) => {
  const met = new Set(handovers.map(({ to }) => to));
  return consents.filter(({ posts, feedback }) => feedback !== null || posts.some((post) => met.has(post)));
};

/** The same case where it truly lies and waits: what an act must reach that its own origin may not know. */
async function standingOf({ sql }: Tx, row: ReferralRow, { referral, consents, matter }: Known): Promise<Case> {
  const found = await sql<Handover[]>`select ${sql.unsafe(handoverColumns)} from door.muted_standing(${row.id})`;
  const current = found.find(({ state }) => isCurrent(state));
  const last = found.findLast(({ state }) => state === "completed");
  const rest = referral.past.filter(({ id }) => id !== current?.id);
  const before = referral.current && referral.current.id !== current?.id ? [referral.current] : [];
  const passed = before.map((each) => ({ ...each, state: "passed_on" as const }));
  const holder = current?.to ?? last?.to ?? row.holder;
  const open = found.filter(({ state }) => state !== "completed");
  return caseOf({ ...row, holder }, { handovers: [...rest, ...passed, ...open], consents, matter });
}

type Known = { referral: Case; consents: readonly GivenConsent[]; matter: Matter | null };

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
    consents: consents.map(({ unit, name, recordedOn, expiresOn }) => ({ unit, name, recordedOn, expiresOn })),
    feedback: consents.findLast(({ feedback }) => feedback !== null)?.feedback ?? null,
    contact: matter?.contact ?? null,
    payBy: matter?.payBy ?? null,
  };
}
