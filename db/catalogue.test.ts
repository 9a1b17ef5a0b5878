import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cloneDatabase, type TestDatabase } from "#scripts/test-database.ts";
import { inTurn } from "./roles.ts";
import { catalogueFindings } from "./testing/catalogue.ts";

let database: TestDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Where a code or somebody's words stand. A sample of them would outlive the rows. */
const unsampled = [
  "decision.text",
  "draft.coded",
  "draft.note",
  "intent.answer",
  "meeting_item.title",
  "meeting_remark.text",
  "message.body",
  "minutes_correction.text",
  "referral.code",
  "referral_matter.answers",
  "referral_matter.situations",
  "resident_mark.mark",
];

class Undo extends Error {}

/** What is found after the floor was damaged; nothing of it stays. */
async function damaged(statements: string): Promise<string[]> {
  let found: string[] = [];
  const undone = inTurn(() =>
    owner.begin(async (sql) => {
      await sql.unsafe(statements);
      found = await catalogueFindings(sql);
      throw new Undo();
    }),
  );
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return found;
}

test("the floor is sound", async () => {
  expect(await catalogueFindings(owner)).toEqual([]);
});

test("it has looked at every table", async () => {
  const [row] = await owner<{ tables: number }[]>`
    select count(*)::int as tables from pg_tables where schemaname = 'public'`;
  expect(row?.tables).toBeGreaterThan(25);
});

test("the planner keeps no sample of a code or of what somebody wrote", async () => {
  const kept = await owner<{ field: string }[]>`
    select c.relname || '.' || a.attname as field
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.attstattarget = 0 order by 1`;
  expect(kept.map(({ field }) => field)).toEqual(unsampled);
});

describe("a floor with a hole is found out", () => {
  const door = "security definer set search_path = public, pg_temp";
  const holes: [hole: string, statements: string, finding: RegExp][] = [
    ["policies switched off", "alter table message disable row level security", /^message: has no row-level/],
    ["policies the owner passes", "alter table message no force row level security", /^message: does not force/],
    [
      "a table without a policy",
      "drop policy draft_read on draft; drop policy draft_add on draft; drop policy draft_change on draft; drop policy draft_remove on draft; drop policy draft_jobs on draft; drop policy draft_door on draft; drop policy draft_door_remove on draft",
      /^draft: has no policy/,
    ],
    ["a new table that forgot all of it", "create table diary (id uuid primary key)", /^diary: has no row-level/],
    [
      "a policy that lets everything through",
      "alter policy message_read on message using (true)",
      /^message\.message_read: lets everything/,
    ],
    [
      "a policy for everybody",
      "create policy gate on message for select to public using (true)",
      /^message\.gate: lets everything/,
    ],
    [
      "a policy without an expression for rows",
      "create policy gate on message for delete to brobyg_app",
      /^message\.gate: says nothing of the rows that are there/,
    ],
    [
      "a policy without an expression for new rows",
      "create policy gate on message for insert to brobyg_app",
      /^message\.gate: says nothing of the rows that are made/,
    ],
    [
      "a policy that forgets the partnership",
      "alter policy draft_read on draft using (person_id = door.me())",
      /^draft\.draft_read: forgets/,
    ],
    [
      "a policy that trusts a setting",
      "alter policy draft_read on draft using (partnership_id = door.partnership() and person_id = current_setting('app.person', true)::uuid)",
      /^draft\.draft_read: trusts/,
    ],
    [
      "a policy with a default for strangers",
      "alter policy draft_read on draft using (partnership_id = coalesce(current_setting('app.partnership', true)::uuid, door.partnership()))",
      /^draft\.draft_read: trusts/,
    ],
    [
      "a table without a partnership",
      "create table diary (id uuid primary key); alter table diary enable row level security; alter table diary force row level security",
      /^diary: belongs to no partnership/,
    ],
    [
      "a key across partnerships",
      "alter table referral add constraint one_code unique (code)",
      /^one_code: is unique across/,
    ],
    [
      "an index that is unique across partnerships",
      "create unique index one_mark on resident_mark (mark)",
      /^one_mark: is unique across/,
    ],
    [
      "a row that can point into another partnership",
      "alter table handover add constraint one_id unique (partnership_id, id, to_post); alter table message add constraint astray foreign key (handover_id, partnership_id, id) references handover (partnership_id, id, to_post)",
      /^message\.astray: can point/,
    ],
    [
      "a function with a clock of its own",
      "create function due() returns date language sql as 'select current_date'",
      /^due\(\): asks another clock/,
    ],
    [
      "a default with a clock of its own",
      "alter table message alter at set default now()",
      /^message\.at: asks another clock/,
    ],
    [
      "a policy with a clock of its own",
      "alter policy draft_read on draft using (partnership_id = door.partnership() and saved_at > clock_timestamp())",
      /^draft\.draft_read: asks another clock/,
    ],
    [
      "a check with a clock of its own",
      "alter table message add constraint sometime check (at <= localtimestamp)",
      /^sometime: asks another clock/,
    ],
    [
      "a clock that costs a call",
      "alter function app_now() set search_path = public, pg_temp",
      /^app_now: is no plain text/,
    ],
    [
      "a view with the door's eyes that nobody has named",
      "set local role brobyg_door; create view door.notes as select * from public.message; reset role",
      /^door\.notes: is a view/,
    ],
    [
      "a narrowed view without its barrier",
      "set local role brobyg_door; alter view door.my_party reset (security_barrier); reset role",
      /^door\.my_party: lets a statement/,
    ],
    [
      "a narrowed view of somebody else's",
      "drop view door.open_to_me cascade; create view door.open_to_me with (security_barrier) as select r.partnership_id, r.id from referral r where r.partnership_id = door.partnership() and door.has_duty('coordinate')",
      /^door\.open_to_me: .* somebody else/,
    ],
    [
      "a narrowed view that asks nobody",
      "set local role brobyg_door; create or replace view door.my_party with (security_barrier) as select partnership_id, referral_id, post_id, scope, until, sees_result from public.party; reset role",
      /^door\.my_party: is narrowed to nobody/,
    ],
    ["a view with its owner's eyes", "create view notes as select * from message", /^notes: is a view/],
    [
      "a materialised view",
      "create materialized view notes as select * from message with no data; grant select on notes to brobyg_app",
      /^notes: is a copy/,
    ],
    [
      "a function in the open that looks behind",
      `create function peek() returns bigint language sql ${door} as 'select count(*) from message'`,
      /^peek\(\): looks behind the policies, outside/,
    ],
    [
      "a door that is not the door's",
      `create function door.peek() returns bigint language sql ${door} as 'select count(*) from message'`,
      /^door\.peek\(\): .* somebody else/,
    ],
    [
      "a door that can be fooled by a temporary table",
      "set local role brobyg_door; alter function door.posts() set search_path = public; reset role",
      /^door\.posts\(\): can be shown/,
    ],
    [
      "a door without a search path",
      "set local role brobyg_door; alter function door.posts() reset search_path; reset role",
      /^door\.posts\(\): can be shown/,
    ],
    [
      "a door that tells too much",
      "set local role brobyg_door; grant execute on function door.covered(uuid, uuid, uuid) to brobyg_app; reset role",
      /^door\.covered\(uuid,uuid,uuid\): tells/,
    ],
    ["leave to empty a table", "grant truncate on message to brobyg_app", /^message: grants TRUNCATE/],
    ["leave to point at a table", "grant references on message to public", /^message: grants REFERENCES/],
    ["leave to hang a trigger on a table", "grant trigger on message to brobyg_app", /^message: grants TRIGGER/],
    [
      "leave to hand on what one may",
      "grant select on message to brobyg_app with grant option",
      /^message: grants SELECT/,
    ],
    [
      "what sessions may, for the application to write",
      "grant update on session_rights to brobyg_app",
      /^session_rights: grants UPDATE/,
    ],
    ["sessions that the application reads", "grant select on session to brobyg_app", /^session: grants SELECT/],
    [
      "temporary tables for the application",
      "do $$ begin execute format('grant temporary on database %I to brobyg_app', current_database()); end $$",
      /^the database: lets/,
    ],
    ["a schema to make things in", "grant create on schema public to brobyg_app", /^schema public: lets/],
    [
      "an application that owns a table",
      "grant brobyg_app to current_user; grant create on schema public to brobyg_app; create table diary (id uuid); alter table diary owner to brobyg_app",
      /^brobyg_app: owns/,
    ],
    ["an application that can become the door", "grant brobyg_door to brobyg_app", /^brobyg_app: can become/],
    [
      "an owner that the policies of the door hold for",
      "do $$ begin execute 'grant brobyg_door to current_user' || case when current_setting('server_version_num')::int >= 160000 then ' with inherit true' else '' end; end $$",
      /^brobyg_owner: inherits/,
    ],
    ["a door that can log in", "alter role brobyg_door login", /^brobyg_door: can log in/],
    ["an application that makes databases", "alter role brobyg_app createdb", /^brobyg_app: may do/],
  ];

  test.each(holes)("%s", async (_hole, statements, finding) => {
    const found = await damaged(statements);
    expect(found).toContainEqual(expect.stringMatching(finding));
  });

  test("and the damage is gone afterwards", async () => {
    expect(await catalogueFindings(owner)).toEqual([]);
  });
});
