import type { Category } from "./categories.ts";

/** Columns by what they hold, their names with a space between them. */
type ByColumn = Partial<Record<Category, string>>;

/**
 * What every column of the database holds. Whatever is about a resident is decided column by column; a table that holds
 * one thing about colleagues or about nobody is decided whole. The test beside this file is red for a column that nobody
 * decided on, and for one that is gone.
 */
export const record: Readonly<Record<string, Category | ByColumn>> = {
  referral: {
    code: "id code waiting_id current_id",
    origin: "origin_post",
    course:
      "agreement_id service status holder_post urgent on_agenda next_step_by follow_up_on due_on logged_on held_since touched_on closed_on closed_by events",
    acts: "assigned",
  },
  handover: {
    code: "id referral_id",
    origin: "from_post",
    course:
      "seq to_post state discussion agreed redirected_by delivered_on opened_on answer_by answer_left question_by questions identity_on accepted_on contact_by contacted_on hold_until",
    result: "hold_for reason",
    acts: "assigned",
  },
  event: {
    code: "id referral_id handover_id",
    acts: "at act person_id post_id post_name",
    course: "seq details before tx",
    result: "reason",
  },
  party: { code: "referral_id", course: "post_id scope until sees_result" },
  result: { code: "id referral_id event_id", result: "kind code on_day" },
  referral_matter: {
    code: "referral_id",
    situation: "situations answers age children letter_on pay_by contact written_on",
    key: "version",
  },
  consent: { code: "referral_id", consent: "unit_id name feedback recorded_on expires_on", key: "seq" },
  message: { code: "id referral_id event_id handover_id", situation: "kind code at", text: "body" },
  resident_mark: { code: "referral_id mark" },

  notice: { code: "referral_id event_id", notice: "id to_post kind person_id at release_at dropped_at mailed_at" },
  notice_seen: { notice: "notice_id person_id at" },
  draft: { key: "id", draft: "person_id coded note saved_at" },
  own_view: "view",
  presence: { code: "referral_id", presence: "person_id post_id seen_at" },
  intent: { retry: "person_id key body answer at" },

  meeting: {
    organisation:
      "id series number state on_day called_for begun_at starts_at place_unit convener_post sequence closed_at asked",
    minutes: "quiet",
  },
  meeting_post: { key: "meeting_id", minutes: "post_id attendance" },
  meeting_told: "mail",
  meeting_guest: "mail",
  meeting_item: { key: "id meeting_id position", minutes: "kind facts title by_post outcome" },
  meeting_case: { code: "item_id referral_id" },
  decision: { key: "id meeting_id item_id", minutes: "code text owner_post due_on decided_on done_on at" },
  minutes: { key: "meeting_id", minutes: "content closed_at" },
  minutes_correction: { key: "id meeting_id", minutes: "text at" },
  minutes_approval: { key: "meeting_id", minutes: "at_meeting number on_day" },
  meeting_answered: { key: "meeting_id", evaluation: "person_id" },
  meeting_rating: "figures",
  meeting_remark: { key: "id meeting_id", evaluation: "text" },

  closed_count: { counts: "quarter service origin_post holder_post duration outcome count" },
  release: "figures",

  log: { key: "id", log: "at person_id posts kind what referrals detail" },
  link: { log: "number log_id hash" },
  anchor: "chain",
  log_check: "chain",

  person: "directory",
  holding: "directory",
  holding_request: "request",
  responsible_request: "request",
  absence: "directory",
  post: {
    organisation: "id key unit_id function valid_from valid_to successor_id",
    directory: "phone mail hours checked_on",
  },
  mail: "mail",
  mail_choice: "directory",
  digest: "organisation",

  account: "account",
  credential: "account",
  factor: "account",
  recovery_code: "account",
  identity: "account",
  session: "login",
  session_rights: "login",
  ceremony: "login",
  invitation: "login",
  calendar_feed: "account",
  device: "login",
  throttle: "login",

  not_a_name: { words: "word person_id" },
  known_word: { words: "word added_by" },

  partnership: "organisation",
  unit: "organisation",
  unit_name: "organisation",
  unit_owner: "organisation",
  function: "organisation",
  function_name: "organisation",
  capacity: "organisation",
  agreement: "organisation",
  agreement_draft: "organisation",
  checklist_tick: "organisation",
  agreement_comment: { key: "id", comment: "person_id post_id text at" },
};

/** Every row says which partnership it belongs to. */
const everywhere: ByColumn = { key: "partnership_id" };

const columnsIn = (decided: ByColumn): [column: string, category: Category][] =>
  (Object.entries(decided) as [Category, string][]).flatMap(([category, columns]) =>
    columns.split(" ").map((column): [string, Category] => [column, category]),
  );

/** What a column holds; undefined when nobody decided. */
export function categoryOf(table: string, column: string): Category | undefined {
  const common = new Map(columnsIn(everywhere)).get(column);
  if (common) return common;
  const decided = record[table];
  return typeof decided === "object" ? new Map(columnsIn(decided)).get(column) : decided;
}
