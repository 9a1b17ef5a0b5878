/** What is broken on purpose, and the test that sees it. A statement of SQL, a line of a door's function, or one of the source. */
export type Mutant = { hole: string; killedBy: [file: string, title: string] } & (
  | { sql: string }
  | { door: string; from: string; to: string }
  | { source: string; from: string; to: string }
);

const policies = "db/policies.test.ts";
const catalogue = "db/catalogue.test.ts";
const strangers = "db/strangers.test.ts";
const referralAttacks = "db/attacks/referral.test.ts";
const change = "app/_server/change.test.ts";
const handlers = "app/_server/handler.test.ts";
const matrix = "db/testing/access/matrix.test.ts";
const csrf = "db/proofs/csrf.test.ts";
const power = "db/attacks/power.test.ts";
const owners = "db/units/owners.test.ts";
const recovery = "db/account/recovery-ends.test.ts";
const muted = "db/proofs/muted.test.ts";
const rights = "db/account/session-rights.test.ts";
const narrowed = "db/narrowed.test.ts";

const partyOf = (table: string) =>
  `exists (select 1 from party mine where mine.referral_id = ${table}.referral_id and mine.post_id = any ((select door.posts())::uuid[]))`;
const here = "partnership_id = (select door.partnership())";

/**
 * Seeded holes in policies, doors and checks, each of a kind that has been seen in other systems. Every one must be killed
 * by the test that is named beside it: a test that stays green does not look where it says.
 */
export const mutants: Mutant[] = [
  {
    hole: "policies that the owner passes",
    sql: "alter table message no force row level security",
    killedBy: [catalogue, "the floor is sound"],
  },
  {
    hole: "a table without policies",
    sql: "alter table handover disable row level security",
    killedBy: [policies, "of handover"],
  },
  {
    hole: "a policy that lets everything through",
    sql: "alter policy referral_matter_read on referral_matter using (true)",
    killedBy: [policies, "of referral_matter"],
  },
  {
    hole: "a policy that forgets the scope of a party",
    sql: `alter policy message_read on message using (${here} and ${partyOf("message")})`,
    killedBy: [policies, "of message"],
  },
  {
    hole: "one policy more, for a whole partnership",
    sql: `create policy gap on consent for select to brobyg_app using (${here})`,
    killedBy: [policies, "of consent"],
  },
  {
    hole: "a policy that forgets the partnership",
    sql: "alter policy notice_read on notice using (true)",
    killedBy: [policies, "of notices"],
  },
  {
    hole: "drafts that a partnership shares",
    sql: `alter policy draft_read on draft using (${here})`,
    killedBy: ["db/own-rows.test.ts", "what is one's own"],
  },
  {
    hole: "a view with the eyes of its owner",
    sql: "create view notes as select * from message; grant select on notes to brobyg_app",
    killedBy: [catalogue, "the floor is sound"],
  },
  {
    hole: "a copy that no policy guards",
    sql: "create materialized view notes as select * from message with no data; grant select on notes to brobyg_app",
    killedBy: [catalogue, "the floor is sound"],
  },
  {
    hole: "a code that is unique across partnerships, and so tells that it is taken",
    sql: "alter table referral add constraint one_code unique (code)",
    killedBy: [catalogue, "the floor is sound"],
  },
  {
    hole: "leave to empty a table",
    sql: "grant truncate on message to brobyg_app",
    killedBy: [strangers, "one who empties tables"],
  },
  {
    hole: "sessions that the application may read",
    sql: "grant select on session to brobyg_app; create policy gap on session for select to brobyg_app using (true)",
    killedBy: [strangers, "a reader of sessions"],
  },
  {
    hole: "a function that looks behind the policies and asks nobody",
    sql: "create function peek() returns setof message language sql security definer set search_path = public, pg_temp as 'select * from message'",
    killedBy: [catalogue, "the floor is sound"],
  },
  {
    hole: "steps that may be skipped",
    sql: "drop trigger referral_step on referral",
    killedBy: [referralAttacks, "a referral"],
  },
  {
    hole: "acts that are told and not done",
    sql: "drop trigger act_done on event",
    killedBy: ["db/attacks/event-and-scope.test.ts", "is not told alone"],
  },
  {
    hole: "a door that gives everybody every duty",
    door: "door.has_duty(text)",
    from: "coalesce(duty = any ((door.rights()).duties), false)",
    to: "true",
    killedBy: [policies, "of referral"],
  },
  {
    hole: "a door that forgets that a session was revoked",
    door: "door.rights()",
    from: "s.revoked_at is null",
    to: "true",
    killedBy: [strangers, "a session that has ended opens nothing"],
  },
  {
    hole: "a door that forgets that an account was closed",
    door: "door.rights()",
    from: "and a.active",
    to: "",
    killedBy: [strangers, "a session that has ended opens nothing"],
  },
  {
    hole: "a deputy without an absence",
    door: "door.work_out(uuid,uuid)",
    from: "h.kind = 'holder' or",
    to: "true or",
    killedBy: [policies, "a deputy"],
  },
  {
    hole: "a door behind which anybody writes",
    door: "door.writes(uuid)",
    from: "or door.undoing(referral_id)",
    to: "or true",
    killedBy: ["db/attacks", ""],
  },
  {
    hole: "a leader with power over whoever has one post of theirs",
    door: "door.my_people()",
    from: "bool_and(h.post_id = any (led))",
    to: "bool_or(h.post_id = any (led))",
    killedBy: [power, "whoever"],
  },
  {
    hole: "power over somebody for whom one stands in",
    door: "door.my_people()",
    from: "mine.kind = 'deputy'",
    to: "false",
    killedBy: [power, "nobody gives themselves"],
  },
  {
    hole: "a post that an administrator gives themselves",
    door: "door.may_give(uuid,uuid)",
    from: "and may_give.person is distinct from door.me()",
    to: "",
    killedBy: [power, "any post"],
  },
  {
    hole: "a housing organisation's post without a second person",
    door: "door.may_give(uuid,uuid)",
    from: "and u.kind not in ('housing-organisation', 'helhedsplan', 'estate')",
    to: "",
    killedBy: [power, "a post is given by whoever may"],
  },
  {
    hole: "somebody who confirms what they asked for",
    door: "door.answer_request(uuid,request_outcome,text)",
    from: "who in (asked.asked_by, asked.person_id)",
    to: "who = asked.person_id",
    killedBy: ["db/people/requests.test.ts", "nobody confirms"],
  },
  {
    hole: "an administrator who alone says which organisation answers for a helhedsplan",
    door: "door.answer_responsible(uuid,request_outcome)",
    from: "(answer = 'withdrawn') <> (asked.asked_by = who)",
    to: "false",
    killedBy: [owners, "is changed by no administrator alone"],
  },
  {
    hole: "a helhedsplan confirmed for an organisation that one leads in",
    door: "door.answer_responsible(uuid,request_outcome)",
    from: "or answer = 'confirmed' and door.leads_in(here, who, asked.owner_id)",
    to: "",
    killedBy: [owners, "is neither asked nor confirmed"],
  },
  {
    hole: "a duty that its bearer adds to",
    sql: `grant update (duties) on function to brobyg_app;
      create policy gap on function for update to brobyg_app using (${here} and (select door.has_duty('administer')))`,
    killedBy: [power, "a duty more"],
  },
  {
    hole: "a recovery after which the organisation's login still opens",
    door: "door.end_all_before(uuid,boolean,uuid,bytea)",
    from: "delete from identity i where i.account_id = account;",
    to: "",
    killedBy: [recovery, "the organisation's login opens nothing"],
  },
  {
    hole: "a recovery that leaves open what was begun before",
    door: "door.end_under_way(uuid,uuid,bytea)",
    from: "update ceremony c set used_at = public.app_now() where c.account_id = account and c.used_at is null;",
    to: "",
    killedBy: [recovery, "opens nothing"],
  },
  {
    hole: "a recovery code that ends nothing",
    door: "door.pass(bytea,text,text,bigint,bytea,text,bytea,bytea)",
    from: "if proof = 'recovery' then\n    perform",
    to: "if false then\n    perform",
    killedBy: [recovery, "after a recovery code after the password"],
  },
  {
    hole: "acts that need no seat",
    door: "door.event_step()",
    from: "if its is distinct from new.post_id or",
    to: "if",
    killedBy: ["db/attacks/event-and-scope.test.ts", "of taking over is not told by the sender"],
  },
  {
    hole: "a handover of which an act may write any column",
    door: "door.handover_step()",
    from: "if tg_nargs = 0 and new is distinct from x then perform door.refuse_handover('not what the act makes of it')",
    to: "if false then perform door.refuse_handover('not what the act makes of it')",
    killedBy: ["db/attacks/handover.test.ts", "does not lead elsewhere afterwards"],
  },
  {
    hole: "acts that tell nobody",
    door: "door.act_done()",
    from: "where not exists (select 1 from notice n",
    to: "where false and not exists (select 1 from notice n",
    killedBy: ["db/attacks/whole-acts.test.ts", "a call tells the other side"],
  },
  {
    hole: "a situation of which nothing is said",
    door: "door.matter_step()",
    from: "when given is null then question ? 'optional'",
    to: "when given is null then true",
    killedBy: ["db/attacks/whole-acts.test.ts", "every question that is asked is answered"],
  },
  {
    hole: "a door that asks nobody in a transaction with an old picture",
    door: "door.rights()",
    from: "pg_catalog.current_setting('transaction_isolation') <> 'read committed'",
    to: "false",
    killedBy: ["db/hostile-session.test.ts", "keeps an old picture"],
  },
  {
    hole: "rights that a change of the directory leaves as they were",
    door: "door.rights()",
    from: "r.directory = p.directory and",
    to: "",
    killedBy: [rights, "that somebody else makes"],
  },
  {
    hole: "rights that last over midnight",
    door: "door.rights()",
    from: "and r.day = door.today()",
    to: "",
    killedBy: [rights, "a day that turns"],
  },
  {
    hole: "rights of a session that nobody has used for half an hour",
    door: "door.rights()",
    from: "and r.seen_at > moment - interval '30 minutes'",
    to: "",
    killedBy: [rights, "idle"],
  },
  {
    hole: "a transaction that holds its own session, so that ending it waits",
    door: "door.enter(bytea,boolean)",
    from: "its := door.rights();",
    to: "update session s set browser = s.browser where s.hash = token_hash; its := door.rights();",
    killedBy: [rights, "does not make signing out elsewhere wait"],
  },
  {
    hole: "two transactions of one session that wait for each other",
    door: "door.enter(bytea,boolean)",
    from: "for no key update skip locked",
    to: "for no key update",
    killedBy: [rights, "holds up no other transaction"],
  },
  {
    hole: "what a session may, for its bearer to write",
    sql: `grant update on session_rights to brobyg_app;
      create policy gap on session_rights for update to brobyg_app using (true)`,
    killedBy: [rights, "is neither read nor written"],
  },
  {
    hole: "a narrowed view of a part that is over",
    sql: `set local role brobyg_door;
      create or replace view door.my_party with (security_barrier) as
        select p.partnership_id, p.referral_id, p.post_id, p.scope, p.until, p.sees_result from public.party p
        where p.partnership_id = (select door.partnership()) and p.post_id = any ((select door.posts())::uuid[])
          and p.scope <> 'none'; reset role`,
    killedBy: [narrowed, "shows boligraadgiver.sck"],
  },
  {
    hole: "a narrowed view that forgets the partnership",
    sql: `set local role brobyg_door;
      create or replace view door.open_to_me with (security_barrier) as
        select r.partnership_id, r.id from public.referral r
        where r.status = 'open' and (select door.has_duty('coordinate')); reset role`,
    killedBy: [narrowed, "shows sagsbehandler.sck"],
  },
  {
    hole: "changes from any origin",
    source: "app/_server/same-origin.ts",
    from: "if (origin !== null && origin !== ownOrigin()) return false;",
    to: "",
    killedBy: [change, "is refused from another origin"],
  },
  {
    hole: "changes from nowhere in particular",
    source: "app/_server/same-origin.ts",
    from: "return origin !== null;",
    to: "return true;",
    killedBy: [csrf, "is done for no other site"],
  },
  {
    hole: "a change that does not look where it comes from",
    source: "app/_server/handler.ts",
    from: 'if (brings && !fromOwnPages(request)) return refused("foreign-origin");',
    to: "",
    killedBy: [csrf, "is done for no other site"],
  },
  {
    hole: "a body of any type",
    source: "app/_server/body.ts",
    from: 'if (type !== "application/json" && type !== "application/x-www-form-urlencoded") return refused("wrong-input");',
    to: 'if (type !== "application/x-www-form-urlencoded") return fieldsOfJson(await request.text());',
    killedBy: [csrf, "is done for no other site"],
  },
  {
    hole: "a body without a length that is read to its end",
    source: "app/_server/body.ts",
    from: "if (length > limit.longest) return refused(limit.tooLong);",
    to: "",
    killedBy: [handlers, "cuts a body without a length"],
  },
  {
    hole: "a body that may take its time",
    source: "app/_server/body.ts",
    from: 'if (!part) return refused("body-too-slow");',
    to: 'if (!part) return ok("");',
    killedBy: [handlers, "no handler waits longer"],
  },
  {
    hole: "a body that is read before anybody is asked for",
    source: "app/_server/handler.ts",
    from: '  if (gate.of === "account") {',
    to: '  if (gate.of === "account" && (await request.clone().text()) !== "-") {',
    killedBy: [handlers, "reads nothing without a session"],
  },
  {
    hole: "a session that is not asked for before the body",
    source: "app/_server/handler.ts",
    from: 'const tooMany = session ? await spend(gate.counts, session.account) : refused("signed-out");',
    to: "const tooMany = session ? await spend(gate.counts, session.account) : null;",
    killedBy: [handlers, "reads nothing without a session"],
  },
  {
    hole: "a form as deep as it likes",
    source: "app/_server/body.ts",
    from: 'if (path.length > deepest) return refused("body-too-deep");',
    to: "",
    killedBy: [handlers, "a form that is too deep"],
  },
  {
    hole: "a hidden referral that answers otherwise than an absent one",
    source: "app/_server/refusal.ts",
    from: '"not-found": 404',
    to: '"not-found": 403',
    killedBy: [change, "reads for"],
  },
  {
    hole: "a retry that changes what was meant",
    source: "db/intent/once.ts",
    from: "known?.body.equals(body)",
    to: "known",
    killedBy: [change, "is answered alike"],
  },
  {
    hole: "an act that takes whatever is sent along",
    source: "app/api/referrals/[code]/[act]/act-input.ts",
    from: "input: schema.safeParse(own)",
    to: "input: (schema as z.ZodObject).loose().safeParse(own)",
    killedBy: [change, "takes nothing that it does not declare"],
  },
  {
    hole: "a board for everybody",
    source: "db/board/read-board.ts",
    from: 'if (!me.duties.includes("coordinate")) return refused("not-found");',
    to: "",
    killedBy: [matrix, "answers everybody as the matrix says"],
  },
  {
    hole: "a live tick to an origin that may not hear of it",
    source: "db/referral/write-change.ts",
    from: "touched(before, after).filter((each) => each !== unheard)",
    to: "touched(before, after)",
    killedBy: [muted, "is told nothing of follow_up,"],
  },
  {
    hole: "an act that tells a muted origin how it goes",
    door: "door.tells(text,jsonb,uuid,uuid)",
    from: "'succeed', 'warn')",
    to: "'succeed', 'warn', 'hold')",
    killedBy: [muted, "is told nothing of hold,"],
  },
  {
    hole: "a muted handover that shows the first contact",
    door: "door.muted_handovers(uuid[])",
    from: "h.contacted_on := null;",
    to: "",
    killedBy: [muted, "is told nothing of progress 1,"],
  },
  {
    hole: "no limit to what one account does",
    source: "app/_server/limit.ts",
    from: "if (!(error instanceof RateLimiterRes)) throw error;",
    to: "return null;",
    killedBy: ["app/_server/limit.test.ts", "gets no further than its limit"],
  },
  {
    hole: "a guard that finds nothing",
    source: "lib/anonymity/clean-text.ts",
    from: "findings.length > 0",
    to: "findings.length < 0",
    killedBy: ["lib/anonymity/clean-text.test.ts", ""],
  },
];
