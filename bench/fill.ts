import { randomBytes, randomUUID } from "node:crypto";
import postgres from "postgres";
import { hashOf } from "#db/client.ts";
import { codeCount } from "#lib/referral/code.ts";

/** A member of the filled database, who is signed in by each of these sessions; `token` is the first of them. */
export type BenchMember = { token: string; tokens: string[]; post: string; account: string };

export type Filled = { senders: BenchMember[]; receivers: BenchMember[] };

const sending = 30;
const receiving = 30;
/** So many referrals of each receiver wait to be answered, and so many are taken over: a heavy caseload. */
const openOfEach = 100;

/**
 * Fills a database that holds the agreement with 60 units, a post and a person who is signed in once in each, and that many
 * referrals: `openOfEach` open ones for every receiver, the rest closed, with handovers, events, parties, matter and
 * consent as the app would have written them. Random in its choices, and the same for every run.
 */
export async function fill(ownerUrl: string, referrals: number): Promise<Filled> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const filled = await sql.begin(async (tx) => {
      const tables = (
        await tx<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
      ).map(({ name }) => name);
      for (const table of tables) {
        await tx.unsafe(`create policy bench on ${table} to current_user using (true) with check (true)`);
        await tx.unsafe(`alter table ${table} disable trigger user`);
      }
      const senders = await people(tx, { count: sending, kind: "helhedsplan", function: "SOCIAL_VICEVAERT" });
      const receivers = await people(tx, { count: receiving, kind: "municipal-unit", function: "BOLIGRAADGIVER" });
      const restore = await dropForeignKeys(tx, filledTables);
      await insertReferrals(tx, { referrals, senders, receivers });
      await restore();
      // What is checked at the end is checked here: no table may change while a check of it waits.
      await tx`set constraints all immediate`;
      for (const table of tables) {
        await tx.unsafe(`alter table ${table} enable trigger user`);
        await tx.unsafe(`drop policy bench on ${table}`);
      }
      return { senders, receivers };
    });
    return await openSessions(ownerUrl, filled, 1);
  } finally {
    await sql.end();
  }
}

/**
 * Signs every member in so many times more, as the product itself does: in the name of the role that owns the functions by
 * which somebody signs in.
 */
export async function openSessions(ownerUrl: string, filled: Filled, times: number): Promise<Filled> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const signIn = (member: BenchMember): BenchMember => {
    const opened = Array.from({ length: times }, () => randomBytes(32).toString("base64url"));
    const [token = ""] = [...member.tokens, ...opened];
    return { ...member, token, tokens: [...member.tokens, ...opened] };
  };
  const signedIn = { senders: filled.senders.map(signIn), receivers: filled.receivers.map(signIn) };
  const opened = [...signedIn.senders, ...signedIn.receivers].flatMap(({ account, tokens }) =>
    tokens.slice(tokens.length - times).map((token) => ({ account, hash: hashOf(token).toString("hex") })),
  );
  try {
    await sql.begin(async (tx) => {
      await tx`set local role brobyg_door`;
      const answers = await tx<{ opened: boolean }[]>`
        select door.start_session(account, null, 'password', decode(hash, 'hex'), 'Chrome, Windows', null) as opened
        from unnest(${opened.map(({ account }) => account)}::uuid[], ${opened.map(({ hash }) => hash)}::text[]) s(account, hash)`;
      if (answers.some((answer) => !answer.opened)) throw new Error("a member could not be signed in");
    });
  } finally {
    await sql.end();
  }
  return signedIn;
}

type People = { count: number; kind: string; function: string };

async function people(tx: postgres.TransactionSql, { count, kind, function: code }: People): Promise<BenchMember[]> {
  const [here] = await tx<{ id: string }[]>`select id from partnership`;
  const own = { partnership_id: here?.id ?? "" };
  const made: BenchMember[] = [];
  for (let number = 1; number <= count; number += 1) {
    const [unit, post, account, person] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const name = `${kind} ${number}`;
    const key = `bench-${kind}-${number}`;
    await tx`insert into unit ${tx({ ...own, id: unit, key, kind, valid_from: "2013-12-12" })}`;
    await tx`insert into unit_name ${tx({ ...own, unit_id: unit, valid_from: "2013-12-12", name, short: name })}`;
    await tx`insert into post ${tx({ ...own, id: post, key, unit_id: unit, function: code, valid_from: "2013-12-12" })}`;
    await tx`insert into account ${tx({ id: account, email: `${kind}${number}@bench.example` })}`;
    await tx`insert into person ${tx({ ...own, id: person, account_id: account, name })}`;
    await tx`insert into holding ${tx({ ...own, person_id: person, post_id: post, kind: "holder", valid_from: "2013-12-12" })}`;
    made.push({ token: "", tokens: [], post, account });
  }
  return made;
}

/** What holds one referral, or several rows of each. */
const filledTables = ["referral", "handover", "event", "party", "referral_matter", "consent"];

/** A million rows are checked at once, when their keys are restored, and not one after another. */
async function dropForeignKeys(tx: postgres.TransactionSql, tables: readonly string[]): Promise<() => Promise<void>> {
  const keys = await tx<{ of: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as of, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conrelid = any(${tables}::regclass[])`;
  for (const { of, name } of keys) await tx.unsafe(`alter table ${of} drop constraint ${name}`);
  return async () => {
    for (const { of, name, definition } of keys)
      await tx.unsafe(`alter table ${of} add constraint ${name} ${definition}`);
  };
}

/** A code's characters by arithmetic, as `codeOf` makes them; numbers are spread over all codes by a coprime step. */
const codeSql = (number: string) => `(
  select string_agg(case when place % 2 = 0
      then substr('23456789', 1 + (rest / power::bigint % 8)::int, 1)
      else substr('AFHKMRX', 1 + (rest / power::bigint % 7)::int, 1) end, '' order by place)
    || substr('AFHKMRX', 1 + (sum((rest / power::bigint % (case when place % 2 = 0 then 8 else 7 end)) * weight) % 7)::int, 1)
  from (values (0, 1, 1), (1, 8, 2), (2, 56, 5), (3, 448, 1), (4, 3136, 3), (5, 25088, 5), (6, 175616, 2)) p(place, power, weight),
    lateral (select ((${number})::bigint * 611953 + 17) % ${codeCount} as rest) n)`;

async function insertReferrals(
  tx: postgres.TransactionSql,
  { referrals, senders, receivers }: { referrals: number; senders: BenchMember[]; receivers: BenchMember[] },
): Promise<void> {
  const from = senders.map(({ post }) => post);
  const to = receivers.map(({ post }) => post);
  await tx`select setseed(0.5)`;
  await tx.unsafe(
    `create temporary table plan on commit drop as
     select n, gen_random_uuid() as referral, gen_random_uuid() as handover, gen_random_uuid() as logged,
       gen_random_uuid() as sent, ${codeSql("n")} as code,
       ($1::uuid[])[1 + n % cardinality($1::uuid[])] as origin, ($2::uuid[])[1 + (n / 7) % cardinality($2::uuid[])] as receiver,
       case when n > $3 then 'closed' when n % 2 = 0 then 'waiting' else 'current' end as kind,
       door.today() - (case when n > $3 then 100 + n % 900 else n % 20 end)::int as day
     from generate_series(1, $4::int) n`,
    [from as never, to as never, receiving * openOfEach, referrals],
  );
  const service = "UDSAETTELSE";
  await tx.unsafe(`
    insert into referral (partnership_id, id, code, agreement_id, service, status, origin_post, holder_post, waiting_id,
      current_id, urgent, due_on, logged_on, held_since, touched_on, closed_on, closed_by, events)
    select a.partnership_id, p.referral, p.code, a.id, '${service}', (case when kind = 'closed' then 'closed' else 'open' end)::referral_status,
      p.origin, case when kind = 'waiting' then p.origin else p.receiver end,
      case when kind = 'waiting' then p.handover end, case when kind = 'current' then p.handover end, false,
      case when kind <> 'closed' then p.day + 5 end, p.day, p.day, p.day,
      case when kind = 'closed' then p.day + 30 end, case when kind = 'closed' then 'complete' end, 2
    from plan p, agreement a`);
  await tx.unsafe(`
    insert into handover (partnership_id, id, referral_id, seq, from_post, to_post, state, discussion, agreed, delivered_on,
      opened_on, answer_by, accepted_on, contact_by)
    select a.partnership_id, p.handover, p.referral, 1, p.origin, p.receiver,
      (case kind when 'waiting' then (case n % 4 when 0 then 'sent' else 'opened' end) when 'current' then 'accepted' else 'completed' end)::handover_state,
      false, false, p.day, case when n % 4 <> 0 then p.day end, p.day + 5, case when kind <> 'waiting' then p.day + 1 end, p.day + 8
    from plan p, agreement a`);
  await tx.unsafe(`
    insert into event (partnership_id, id, referral_id, seq, handover_id, at, act, person_id, post_id, post_name, details)
    select a.partnership_id, e.id, p.referral, e.seq, case when e.seq = 2 then p.handover end, p.day, e.act::event_act, h.person_id, p.origin,
      'helhedsplan', '{}'
    from plan p cross join agreement a
    join holding h on h.post_id = p.origin
    cross join lateral (values (p.logged, 1, 'log'), (p.sent, 2, 'send')) e(id, seq, act)`);
  await tx.unsafe(`
    insert into party (partnership_id, referral_id, post_id, scope, until, sees_result)
    select a.partnership_id, p.referral, s.post, 'whole', case when kind = 'closed' and s.post = p.receiver then p.day + 120 end, true
    from plan p, agreement a, lateral (values (p.origin), (p.receiver)) s(post)`);
  await tx.unsafe(`
    insert into referral_matter (partnership_id, referral_id, version, situations, answers, contact, written_on)
    select a.partnership_id, p.referral, 1, '{OVERBLIK}', '{"AARSAG":"HUSLEJE","TRIN":"RYKKER"}', 'through_me', p.day
    from plan p, agreement a`);
  await tx.unsafe(`
    insert into consent (partnership_id, referral_id, seq, unit_id, name, feedback, recorded_on)
    select a.partnership_id, p.referral, 1, u.unit_id, 'written', 'yes', p.day
    from plan p, agreement a, post u where u.id = p.receiver`);
}
