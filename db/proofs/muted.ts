import { randomUUID } from "node:crypto";
import { addDays } from "#lib/calendar/day.ts";
import { findQuery } from "#lib/referral/find-query.ts";
import { findStates } from "#lib/referral/find-view.ts";
import { type Muted, tellsOrigin } from "#lib/referral/muted.ts";
import { asTx, openPool } from "../client.ts";
import { findReferrals } from "../find/find-referrals.ts";
import { listen } from "../live/listen.ts";
import { listenerOf, listsFor } from "../live/lists-for.ts";
import { performAsSystem, type SystemAct } from "../referral/perform-as-system.ts";
import { day } from "../testing/access/sound-acts.ts";
import type { Stage } from "../testing/access/stage.ts";
import { valueOf, type World } from "../testing/world.ts";

/** Who logged it, who took it over, to whom it is passed on in the same unit, and who would need another consent. */
export const origin = "vicevaert.titanparken";
const taker = "sagsbehandler.sck";
const heir = "boligraadgiver.sck";
const stranger = "brobygger.lokalomraadekontoret";
const service = "BOLIGYDELSE";

export type Feedback = "yes" | "no";
type Leading = (world: World, feedback: Feedback) => Promise<string>;
type Doing = (world: World, code: string) => Promise<unknown>;

const sent = (name: "written" | "oral" = "written", ago = 0): Leading => {
  return (world, feedback) => world.logs(origin, { service, consent: { name, feedback } }, { ago });
};
const does = (
  persona: string,
  act: Parameters<World["does"]>[1],
  input?: object | ((world: World) => Promise<object>),
) => {
  const doing: Doing = async (world, code) =>
    world.does(persona, act, code, typeof input === "function" ? await input(world) : input);
  return doing;
};
const then =
  (lead: Leading, ...more: Doing[]): Leading =>
  async (world, feedback) => {
    const code = await lead(world, feedback);
    for (const each of more) await each(world, code);
    return code;
  };

const taken = then(sent(), does(taker, "accept"));
const on = (ahead: number) => async (world: World) => ({ on: await day(world, ahead) });
const pass = does(taker, "send", async (world) => ({ to: await world.post(heir) }));
const passing = then(taken, pass);
const passed = then(passing, does(heir, "accept"));
const completing = (outcome = "SOEGT") => does(taker, "complete", { outcome, means: [] });
const proposing = does(heir, "redirect", async (world) => ({ to: await world.post(stranger), reason: "ENHED" }));
const discussing = does(taker, "send", async (world) => ({
  to: await world.post(stranger),
  consent: { name: "not_yet" },
}));
const asking = does(taker, "send", async (world) => ({ to: await world.post(stranger), consent: { name: "oral" } }));
const holding = async (world: World) => ({ until: await day(world, 9), reason: "BEBOER" });

/** Where it has gone on without its origin, for what the origin itself does then. */
export const wentOn: Leading = passed;
export const askedOn: Leading = then(
  passing,
  does(heir, "ask", { text: "Er der en anden, vi kan tale med?" as never }),
);
export const endedElsewhere: Leading = then(passed, does(heir, "complete", { outcome: "SOEGT", means: [] }));
export const givenBack: Leading = then(
  passed,
  does(heir, "send", async (world) => ({ to: await world.post(origin) })),
);

/** What the jobs do, in their own login. */
const system =
  (doing: (code: string) => SystemAct): Doing =>
  async (world, code) => {
    const pool = openPool(world.database.jobsUrl, { max: 1 });
    try {
      const { partnership, today } = await world.asks(taker, async (_tx, me) => me);
      await pool.sql.begin(async (tx) =>
        valueOf(await performAsSystem(asTx(pool, tx), { partnership, today }, doing(code))),
      );
    } finally {
      await pool.close();
    }
  };

/** A hold that was over yesterday, and a first contact that is late by weeks. */
const overdue: Leading = async (world, feedback) => {
  const code = await sent("written", 40)(world, feedback);
  await world.does(taker, "accept", code, {}, { ago: 40 });
  return code;
};
const heldOver: Leading = async (world, feedback) => {
  const code = await overdue(world, feedback);
  const until = await world.asks(taker, async (_tx, me) => addDays(me.today, -1));
  await world.does(taker, "hold", code, { until, reason: "BEBOER" }, { ago: 30 });
  return code;
};
const texted: Leading = async (world, feedback) => {
  const consent = { name: "written" as const, feedback };
  const code = await world.logs(origin, { service, consent, note: "Ring helst om formiddagen." as never });
  await does(taker, "accept")(world, code);
  await completing()(world, code);
  return code;
};

/** Something that somebody else does while the origin may not hear how it goes, and where. */
export type Case = { name: string; at: Leading; does: Doing; undone?: Doing | undefined };

/** At least one of each act of which such an origin hears nothing: one that is missing is no program. */
const byAct: Record<Muted, Omit<Case, "name">[]> = {
  progress: ["KONTAKT", "SOEGT", "SVAR"].map((what) => ({ at: taken, does: does(taker, "progress", { what }) })),
  hold: [{ at: taken, does: does(taker, "hold", holding) }],
  resume: [{ at: then(taken, does(taker, "hold", holding)), does: does(taker, "resume") }],
  follow_up: [{ at: taken, does: does(taker, "follow_up", on(9)) }],
  assign: [
    {
      at: then(passed),
      does: does(heir, "assign", async (world) => ({
        person: await world.asks("boligraadgiver2.sck", async (_tx, me) => me.person),
      })),
      undone: does(heir, "undo"),
    },
  ],
  send: [
    { at: taken, does: pass },
    { at: taken, does: discussing },
  ],
  open: [{ at: passing, does: does(heir, "open") }],
  accept: [{ at: passing, does: does(heir, "accept"), undone: does(heir, "undo") }],
  return: [{ at: passing, does: does(heir, "return", { reason: "VEJLEDT" }), undone: does(heir, "undo") }],
  redirect: [{ at: passing, does: proposing, undone: does(heir, "undo") }],
  confirm: [{ at: then(passing, proposing), does: does(taker, "confirm", { consent: { name: "written" } }) }],
  drop: [{ at: then(passing, proposing), does: does(taker, "drop") }],
  ask: [{ at: passing, does: does(heir, "ask", { question: "KONTRAKT" }) }],
  answer: [
    {
      at: then(passing, does(heir, "ask", { question: "RING" })),
      does: does(taker, "answer", { choice: "I_DAG" }),
    },
  ],
  withdraw: [{ at: passing, does: does(taker, "withdraw", { reason: "KLARET" }) }],
  advise: [{ at: then(taken, discussing), does: does("brobygger.suf", "advise") }],
  identity: [{ at: passing, does: does(heir, "identity", on(0)) }],
  consent: [
    {
      at: then(taken, discussing),
      does: does(taker, "consent", async (world) => ({ name: "written", to: await world.post(stranger) })),
    },
  ],
  expire: [
    {
      at: async (world, feedback) => {
        const code = await then(taken, asking)(world, feedback);
        await world.owns(
          ["consent", "referral"],
          (sql) => sql`update consent set expires_on = app_now()::date - 1
            where name = 'oral' and referral_id = (select id from referral where code = ${code})`,
        );
        return code;
      },
      does: system((code) => ({ act: "expire", code })),
    },
  ],
  journal: [{ at: texted, does: does(taker, "journal") }],
  hold_over: [{ at: heldOver, does: system((code) => ({ act: "hold_over", code })) }],
  due: [{ at: overdue, does: system((code) => ({ act: "due", code, told: [] })) }],
  remind: [{ at: texted, does: system((code) => ({ act: "remind", code, step: "remind" })) }],
  talked: [
    {
      at: taken,
      // A meeting that talked about it says so when it closes; `db/meeting/wish.test.ts` closes one.
      does: (world, code) =>
        world.owns(["referral", "event"], async (sql) => {
          await sql`update referral set events = events + 1 where code = ${code}`;
          await sql`insert into event (partnership_id, id, referral_id, seq, act, post_id, details)
            select partnership_id, ${randomUUID()}, id, events, 'talked', holder_post, '{}' from referral where code = ${code}`;
        }),
    },
  ],
};

export const cases: Case[] = Object.entries(byAct).flatMap(([act, all]) =>
  all.map((each, at) => ({ name: all.length > 1 ? `${act} ${at + 1}` : act, ...each })),
);

/** Acts that this proof does, against those that the rules have. */
export const done = Object.keys(byAct).toSorted();
export const muted = (Object.keys(tellsOrigin) as (keyof typeof tellsOrigin)[])
  .filter((act) => tellsOrigin[act] !== "always")
  .toSorted();

/** Each way in which it can end, in words that such an origin may not read. */
export const outcomes = ["SOEGT", "JA", "NEJ", "TAKKET_NEJ", "INGEN_KONTAKT"];
export const ended = (outcome: string): Leading => then(taken, completing(outcome));
export const progressed = (outcome: string): Leading =>
  then(taken, does(taker, "progress", { what: "SVAR" }), does(taker, "hold", holding), completing(outcome));

/** What the origin's live stream says while something is done: "mine", once for each time. */
export async function ticksWhile(world: World, run: () => Promise<unknown>): Promise<string[]> {
  const me = await world.asks(origin, listenerOf);
  const heard: string[] = [];
  let reached: (() => void) | undefined;
  const hear = (name: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    reached = resolve;
    return {
      promise,
      say: () => world.pool.sql`select pg_notify('brobyg', ${JSON.stringify({ partnership: name, posts: [] })})`,
    };
  };
  const mark = randomUUID();
  const { hear: follow } = await listenTo(world);
  const forget = follow((each) => {
    if (each === "all") return;
    if (each.partnership === mark) reached?.();
    else heard.push(...listsFor(each, me));
  });
  // What is said afterwards is heard afterwards: nothing is on its way any more.
  const first = hear(mark);
  await first.say();
  await first.promise;
  heard.length = 0;
  await run();
  const last = hear(mark);
  await last.say();
  await last.promise;
  forget();
  return heard;
}

const listening = new WeakMap<World, Promise<ReturnType<typeof listen>>>();
/** One connection that listens, once it does. */
function listenTo(world: World) {
  const begin = async () => {
    const made = listen(world.pool);
    const { promise, resolve } = Promise.withResolvers<void>();
    const forget = made.hear(() => resolve());
    await promise;
    forget();
    return made;
  };
  const known = listening.get(world) ?? begin();
  listening.set(world, known);
  return known;
}

/** Everything that the application's login finds in every table, asked with the origin's session and its own SQL. */
export async function rowsFound(world: World): Promise<Record<string, string>> {
  return world.asks(origin, async ({ sql }) => {
    const tables = await sql<{ name: string; columns: string }[]>`
      select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_column_privilege(current_user, c.oid, a.attnum, 'select') and not c.relname = any (${untold})
      group by c.relname order by c.relname`;
    const found: Record<string, string> = {};
    for (const { name, columns } of tables) {
      const [row] = await sql.unsafe<{ rows: string }[]>(
        `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as rows from (select ${columns} from ${name}) t`,
      );
      found[name] = row?.rows ?? "";
    }
    for (const made of ["muted_referrals()", "muted_handovers(array(select id from door.muted_referrals()))"]) {
      const [row] = await sql.unsafe<{ rows: string }[]>(
        `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as rows from door.${made} t`,
      );
      found[made] = row?.rows ?? "";
    }
    return found;
  });
}

/**
 * Left open to SQL, and to nothing of the application, because an act of the origin rests on it: who takes part (`party`) and
 * which unit said what (`consent`, `docs/decisions/muted-origin.md`). What the asking itself leaves behind: `intent`.
 */
const untold = ["party", "consent", "intent", "presence"];

/** What a search finds. It may be sent forty times a minute, and so it is asked for here and not at its address. */
export async function everythingFound(world: World, code: string): Promise<Print> {
  const found: Print = {};
  const states = findStates.map((state) => ({ state }));
  for (const query of [{ code }, { service }, ...states])
    found[`find ${JSON.stringify(query)}`] = JSON.stringify(
      await world.as(origin, (tx, me) => findReferrals(tx, me, findQuery.parse(query), "da")),
    );
  return found;
}

export type Print = Record<string, string>;

/** What differs between two prints: by name, the first line of each that is not in the other. */
export function differences(before: Print, after: Print): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was = "", is = ""] = [before[name], after[name]];
    if (was === is) return [];
    let at = 0;
    while (was[at] === is[at]) at += 1;
    const from = Math.max(0, at - 80);
    return [`${name}: …${was.slice(from, at + 120)}… / …${is.slice(from, at + 120)}…`];
  });
}

/** Lets the ten seconds pass of what was just done, and of nothing else. */
export async function settle({ eye: { sql } }: Stage): Promise<void> {
  await sql`update event set at = at - interval '11 seconds' where at > app_now() - interval '10 seconds'`;
  await sql`update notice set release_at = at - interval '1 second' where release_at > app_now() - interval '1 second'`;
  // What the origin itself looked at meanwhile is no news to it.
  await sql`delete from log where kind in ('look', 'export')`;
}

/** Notices to the origin, on which every mail and digest of its people rests. */
export async function noticesTo(stage: Stage): Promise<Print> {
  const post = await stage.world.post(origin);
  const rows = await stage.eye.sql<{ all: string }[]>`
    select coalesce(string_agg(kind || ' ' || referral_id, ' ' order by at, kind, referral_id), '') as all
    from notice where to_post = ${post}`;
  return { notices: rows[0]?.all ?? "" };
}
