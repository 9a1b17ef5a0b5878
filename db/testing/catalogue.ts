import type postgres from "postgres";

/** Tables that stand outside a partnership, and so have no partnership in their keys. */
const outside = [
  "account",
  "credential",
  "factor",
  "recovery_code",
  "identity",
  "ceremony",
  "invitation",
  "calendar_feed",
  "throttle",
  "device",
  "session",
  "session_rights",
  "partnership",
];

/** Those that only the door may touch. */
const accounts = outside.filter((table) => table !== "partnership");

/** What the application may ask the door: about its own session, to open or close one, and for what only the door writes. */
const answers = [
  "accept_invitation",
  "acting",
  "add_passkey",
  "add_person",
  "answer_request",
  "answer_responsible",
  "asked_of_leader",
  "asked_of_me",
  "attends",
  "begin_enrolment",
  "begin_passkey",
  "begin_step_up",
  "begin_totp",
  "begin_unlock",
  "calendar_of",
  "calls",
  "ceremony_of",
  "codes_of",
  "change_handover",
  "change_password",
  "change_referral",
  "check_password",
  "close_session",
  "confirm_totp",
  "counts_led",
  "deals_with",
  "delete_text",
  "drop_calendar",
  "duties",
  "end_enrolment",
  "end_my_others",
  "end_my_session",
  "ends_words",
  "enter",
  "export_figures",
  "export_log",
  "factors_of",
  "finish_enrolment",
  "give_back_draft",
  "hand_over",
  "has_duty",
  "in_hand",
  "invitable",
  "invitation_of",
  "keeps",
  "keeps_person",
  "knock",
  "knock_factor",
  "later_stands",
  "leads",
  "leave",
  "led",
  "led_people",
  "link_identity",
  "live",
  "lock_muted",
  "locked",
  "look",
  "looks_at",
  "may_give",
  "me",
  "muted_handovers",
  "muted_referrals",
  "muted_standing",
  "my_account",
  "my_calendar",
  "my_factors",
  "my_people",
  "my_session",
  "my_sessions",
  "open_by_identity",
  "open_series",
  "operation",
  "overseen",
  "partnership",
  "pass",
  "passkey_of",
  "post_loads",
  "posts",
  "prepared_version",
  "rate",
  "ratings",
  "refuse_factor",
  "remarks",
  "remove_factor",
  "request_post",
  "request_responsible",
  "said_figures",
  "salt_of",
  "search_log",
  "send_invitation",
  "service_loads",
  "set_calendar",
  "set_challenge",
  "set_recovery",
  "switch_partnership",
  "taken_back",
  "talked",
  "undo_start",
  "reopen",
  "tells",
  "tells_text",
  "tell_called",
  "to_rate",
  "told_to_residents",
  "undoable",
  "undoing",
  "unreached",
  "who_sees",
  "writes",
];

/** The one setting that a policy may read, since it widens nothing but a leader's own organisation: a code that was told. */
const told = "app.code";

/**
 * What PostgreSQL's own catalogue says of the floor: every place where a row could be read or written past the policies,
 * or could point into another partnership. An empty list is a sound floor. Reads the catalogue only, as any login.
 */
export async function catalogueFindings(sql: postgres.Sql | postgres.TransactionSql): Promise<string[]> {
  const found = await Promise.all([
    tables(sql),
    policies(sql),
    partnershipKeys(sql),
    leaks(sql),
    definers(sql),
    grants(sql),
    roles(sql),
    clocks(sql),
  ]);
  return found.flat().map(({ what, why }) => `${what}: ${why}`);
}

type Finding = { what: string; why: string };
type Looking = (sql: postgres.Sql | postgres.TransactionSql) => PromiseLike<Finding[]>;

const ours = "n.nspname !~ '^(pg_|information_schema)'";

const tables: Looking = (sql) => sql<Finding[]>`
  select c.oid::regclass::text as what, f.why
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (values
    (not c.relrowsecurity, 'has no row-level security'),
    (not c.relforcerowsecurity, 'does not force its policies upon its owner'),
    (not exists (select 1 from pg_policy p where p.polrelid = c.oid), 'has no policy')) f (holds, why)
  where c.relkind in ('r', 'p') and ${sql.unsafe(ours)} and f.holds`;

/** A policy for the application says on every way in what it lets through, asks the door where, and trusts no setting. */
const policies: Looking = (sql) => sql<Finding[]>`
  with policy as (
    select c.relname || '.' || p.polname as what, p.polcmd as cmd,
      pg_get_expr(p.polqual, p.polrelid) as there, pg_get_expr(p.polwithcheck, p.polrelid) as made
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${sql.unsafe(ours)}
      and (0 = any (p.polroles) or 'brobyg_app'::regrole = any (p.polroles)))
  select what, f.why
  from policy cross join lateral (values
    (cmd in ('r', 'w', 'd', '*') and there is null, 'says nothing of the rows that are there'),
    (cmd in ('a', '*') and made is null, 'says nothing of the rows that are made'),
    ('true' in (there, made), 'lets everything through'),
    (there !~ 'door\\.partnership\\(\\)' or made !~ 'door\\.partnership\\(\\)', 'forgets the partnership'),
    (replace(concat(there, made), ${`'${told}'`}, '') ~ 'current_setting\\(''|current_setting\\([^'']*coalesce',
      'trusts a setting')) f (holds, why)
  where f.holds`;

const partnershipKeys: Looking = (sql) => sql<Finding[]>`
  with ours as (
    select c.oid, c.oid::regclass::text as name, a.attnum as key, a.attnotnull as always
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and ${sql.unsafe(ours)} and not c.relname = any (${outside}))
  select name as what, 'belongs to no partnership' as why from ours where not coalesce(always, false)
  union all
  select name, 'has no primary key' from ours
    where not exists (select 1 from pg_index i where i.indrelid = ours.oid and i.indisprimary)
  union all
  select i.indexrelid::regclass::text, 'is unique across partnerships'
    from ours join pg_index i on i.indrelid = ours.oid and i.indisunique
    where not coalesce(ours.key = any (i.indkey), false)
  union all
  select name || '.' || k.conname, 'can point into another partnership'
    from ours join pg_constraint k on k.conrelid = ours.oid and k.contype = 'f'
    join pg_class target on target.oid = k.confrelid and not target.relname = any (${outside})
    left join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attname = 'partnership_id'
    where not coalesce(array_position(k.conkey, ours.key) = array_position(k.confkey, theirs.attnum), false)`;

/**
 * Views with the eyes of the door: what a policy asks of another table, which that table's own policy would ask over and
 * over. Each is narrowed to the asker by its own text; `db/narrowed.test.ts` holds it against the table for everybody.
 */
export const narrowed = ["door.my_party", "door.my_received", "door.open_to_me", "door.overseen_party"];

/** What shows rows with the eyes of somebody else. */
const leaks: Looking = (sql) => sql<Finding[]>`
  with seen as (
    select c.oid, c.relkind, c.relowner, c.reloptions, n.nspname || '.' || c.relname = any (${narrowed}) as narrowed,
      pg_get_viewdef(c.oid) as said
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${sql.unsafe(ours)} and c.relkind in ('v', 'm', 'f'))
  select seen.oid::regclass::text as what, f.why
  from seen cross join lateral (values
    (relkind <> 'v', 'is a copy that no policy guards'),
    (relkind = 'v' and not narrowed
      and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false),
      'is a view with the eyes of its owner'),
    (narrowed and not coalesce(reloptions && array['security_barrier=true', 'security_barrier=on'], false),
      'lets a statement look at rows that it does not show'),
    (narrowed and relowner <> 'brobyg_door'::regrole, 'looks behind the policies as somebody else than the door'),
    (narrowed and not (said ~ 'door\\.partnership\\(\\)' and said ~ 'door\\.(posts|overseen|has_duty)\\('), 'is narrowed to nobody')) f (holds, why)
  where f.holds`;

const definers: Looking = (sql) => sql<Finding[]>`
  select p.oid::regprocedure::text as what, f.why
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  cross join lateral (values
    (n.nspname <> 'door', 'looks behind the policies, outside the door'),
    (p.proowner <> case when p.proname in ('end_long_transactions', 'oldest_transaction') then 'brobyg_watch' else 'brobyg_door' end::regrole,
      'looks behind the policies as somebody else than the door'),
    (not coalesce(exists (select 1 from unnest(p.proconfig) s where s ~ '^search_path=(""|(.*, )?pg_temp)$'), false),
      'can be shown other tables than those it means'),
    (p.prorettype <> 'trigger'::regtype and not p.proname = any (${answers})
      and has_function_privilege('brobyg_app', p.oid, 'execute'), 'tells the application what it may not ask')) f (holds, why)
  where ${sql.unsafe(ours)} and p.prosecdef and f.holds`;

/** A privilege that goes round the policies, or that the application could hand on. `public` is the application too. */
const grants: Looking = (sql) => sql<Finding[]>`
  with granted as (
    select c.oid::regclass::text as what, c.relname, a.privilege_type as kind, a.is_grantable as further
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
    where ${sql.unsafe(ours)} and a.grantee in (0, 'brobyg_app'::regrole))
  select what, 'grants ' || kind || ' to the application' as why from granted
    where kind not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or further or relname = any (${accounts})
  union all
  select 'schema ' || n.nspname, 'lets the application make things in it'
    from pg_namespace n where ${sql.unsafe(ours)} and has_schema_privilege('brobyg_app', n.oid, 'create')
  union all
  select 'the database', 'lets the application make temporary tables'
    where has_database_privilege('brobyg_app', current_database(), 'temporary')`;

const roles: Looking = (sql) => sql<Finding[]>`
  with role as (
    select rolname as what, * from pg_roles where rolname in ('brobyg_app', 'brobyg_jobs', 'brobyg_door', 'brobyg_watch', 'brobyg_maker'))
  select what, f.why
  from role cross join lateral (values
    (rolsuper or rolbypassrls, 'stands above the policies'),
    (rolcreaterole or rolcreatedb or rolreplication, 'may do what only the owner of a server does'),
    (what in ('brobyg_door', 'brobyg_watch', 'brobyg_maker') and rolcanlogin, 'can log in'),
    -- Whoever has the application's rights may end its connections; before PostgreSQL 16 nothing says that it may do no more.
    (what <> 'brobyg_maker' and exists (select 1 from pg_auth_members m where m.member = role.oid
      and (what <> 'brobyg_watch' or m.roleid <> 'brobyg_app'::regrole
        or coalesce((to_jsonb(m) ->> 'set_option')::boolean, false))), 'can become somebody else'),
    (what not in ('brobyg_door', 'brobyg_watch') and exists (select 1 from pg_shdepend d where d.refobjid = role.oid and d.deptype = 'o'
      and d.dbid in (0, (select oid from pg_database where datname = current_database()))), 'owns something'),
    (what in ('brobyg_door', 'brobyg_watch') and exists (select 1 from pg_class c where c.relowner = role.oid and c.relkind <> 'v'), 'owns a table')) f (holds, why)
  where f.holds
  union all
  select rolname, 'inherits what only the door or the watch may' from pg_roles
    where not rolsuper and rolname not in ('brobyg_door', 'brobyg_watch')
      and (pg_has_role(oid, 'brobyg_door', 'usage') or pg_has_role(oid, 'brobyg_watch', 'usage'))
  union all
  select c.oid::regclass::text, 'belongs to somebody above the policies'
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
    where c.relkind = 'r' and ${sql.unsafe(ours)} and (r.rolsuper or r.rolbypassrls)`;

/** Whoever asks PostgreSQL itself what time it is lives on another day than the rest (`app_now`, `app_clock`). */
const clocks: Looking = (sql) => sql<Finding[]>`
  with asked as (
    select p.oid::regprocedure::text as what, pg_get_functiondef(p.oid) as text
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${sql.unsafe(ours)} and p.prokind in ('f', 'p') and p.proname not in ('app_now', 'app_clock')
    union all
    select c.relname || '.' || p.polname, concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      where ${sql.unsafe(ours)}
    union all
    select c.relname || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid)
      from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
      join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace where ${sql.unsafe(ours)}
    union all
    select k.conname, pg_get_constraintdef(k.oid)
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${sql.unsafe(ours)}
    union all
    select t.tgname, pg_get_triggerdef(t.oid)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where ${sql.unsafe(ours)} and not t.tgisinternal)
  select what, 'asks another clock than app_now' as why from asked
    -- When a transaction began PostgreSQL says by its own clock.
    where what not in ('door.end_long_transactions()', 'door.oldest_transaction()', 'door.oldest_writing()') and text ~* '\\m(now|clock_timestamp|transaction_timestamp|statement_timestamp|timeofday)\\s*\\(\\s*\\)|\\m(current_date|current_time|current_timestamp|localtime|localtimestamp)\\M'
  union all
  select f.name, 'is no plain text that the planner puts in place of its call'
    from (values ('app_now'), ('app_clock')) f (name)
    where not exists (select 1 from pg_proc p where p.proname = f.name and p.pronamespace = 'public'::regnamespace
      and not p.prosecdef and p.proconfig is null and p.proowner <> 'brobyg_app'::regrole)`;
