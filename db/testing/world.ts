import { readDictionary } from "#dictionary/read-dictionary.ts";
import { addDays, type Day, dayOf, daysBetween } from "#lib/calendar/day.ts";
import { filledIn } from "#lib/referral/a-referral.ts";
import { type Act, acts, type Basis } from "#lib/referral/acts.ts";
import { type LogForm, logForm } from "#lib/referral/log-form.ts";
import { ok, type Result } from "#lib/result.ts";
import { setClock } from "#scripts/test-clock.ts";
import { cloneDatabase, type TestDatabase } from "#scripts/test-database.ts";
import { signIn } from "../account/sign-in.ts";
import { asMember, type Member } from "../as-member.ts";
import { openPool, type Pool, type Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { log } from "../referral/log.ts";
import { perform } from "../referral/perform.ts";
import type { Written } from "../referral/write-change.ts";
import { asOwner } from "../seed/as-owner.ts";
import { demoPassword } from "../seed/demo-password.ts";
import { addressOf } from "../seed/demo-people.ts";
import { findPost } from "../seed/find-post.ts";
import { todayOf } from "../seed/today-of.ts";

/** Earlier days: so many ago. Everything is done through the ordinary door, with the calendar set back. */
type When = { ago?: number };
type Trying = When & { basis?: Basis };
type Logging = Partial<LogForm> & { service: string };

/**
 * A database of its own with the demo's people in it, who sign in when they are first asked. Tests are written in what
 * they do: `logs`, `does`, `asks`. Close it when the file is done.
 */
export type World = {
  database: TestDatabase;
  pool: Pool;
  /** The moment it is in this world. */
  now: () => Date;
  today: () => Day;
  /** Time passes, or goes back: from now on it is that moment (`2027-03-28T01:20`, in Copenhagen). */
  turnTo: (moment: string) => Promise<void>;
  /** The open session of a persona, by the name before the @. */
  token: (persona: string) => Promise<string>;
  /** A new session of somebody whose posts have changed, which ended the one they had. */
  signsInAgain: (persona: string) => Promise<string>;
  /** One transaction through the door as that persona; what `run` refuses is rolled back. */
  as: <T>(persona: string, run: (tx: Tx, me: Member) => Promise<Result<T>>) => Promise<Result<T>>;
  /** The same for a test that only looks: the value, or what was thrown. */
  asks: <T>(persona: string, run: (tx: Tx, me: Member) => Promise<T>) => Promise<T>;
  /** Logs a referral, filled in with the first choice everywhere, and sends it as the agreement proposes. */
  logs: (persona: string, form: Logging, when?: When) => Promise<string>;
  tries: (persona: string, act: Act | "undo", on: string, input?: object, how?: Trying) => Promise<Result<Written>>;
  /** Like `tries`, and throws what is refused. */
  does: (persona: string, act: Act | "undo", on: string, input?: object, how?: Trying) => Promise<Written>;
  /** The id of a post of the agreement, by its key. */
  post: (key: string) => Promise<string>;
  /** Looks behind every policy, as the owner under policies of this one transaction. */
  owns: <T>(tables: readonly string[], run: (tx: Tx["sql"]) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/**
 * @param how.on when this world begins (`2027-03-26T14:00`, in Copenhagen), where a test is about a day. Else the moment of
 *   the run, so that it is tried on any
 */
export async function openWorld(how: { connections?: number; on?: string } = {}): Promise<World> {
  const { connections = 4, on } = how;
  await readDictionary();
  const database = await cloneDatabase();
  let ahead = on ? await beginOn(database, on) : database.ahead;
  const now = () => new Date(Date.now() + ahead);
  const pool = openPool(database.appUrl, { max: connections });
  const tokens = new Map<string, Promise<string>>();
  const token = (persona: string) => keep(tokens, persona, () => openSession(pool, persona));
  const as: World["as"] = async (persona, run) => asMember(pool, await token(persona), run);
  const asks: World["asks"] = async (persona, run) =>
    valueOf(await as(persona, async (tx, me) => ok(await run(tx, me))));
  const tries: World["tries"] = (persona, act, on, input = {}, { ago, basis } = {}) =>
    as(persona, (tx, me) => {
      const parsed = act === "undo" ? {} : acts[act].input.parse(input);
      return perform(tx, set(me, ago), { code: on, act, input: parsed, basis, at: momentOf(me, ago) });
    });
  const posts = new Map<string, Promise<string>>();
  return {
    database,
    pool,
    now,
    today: () => dayOf(now()),
    turnTo: async (moment) => {
      ahead = await asOwner(database.ownerUrl, (sql) => setClock(sql, moment), []);
    },
    token,
    signsInAgain: (persona) => {
      tokens.delete(persona);
      return token(persona);
    },
    as,
    asks,
    logs: async (persona, form, { ago } = {}) =>
      valueOf(
        await as(persona, async (tx, me) => {
          const then = set(me, ago);
          const filled = filledIn(await agreementOf(tx, me, me.agreement), form.service, then.today);
          const consent = { name: "written", feedback: "yes" };
          return log(tx, then, logForm.parse({ ...filled, consent, ...form }), momentOf(me, ago));
        }),
      ).code,
    tries,
    does: async (...doing) => valueOf(await tries(...doing)),
    post: (key) => keep(posts, key, () => asks("admin", async (tx, me) => findPost(await directoryOf(tx, me), key))),
    owns: (tables, run) => asOwner(database.ownerUrl, run, tables),
    close: async () => {
      await pool.close();
      await database.drop();
    },
  };
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${result.field ?? ""}`);
  return result.value;
}

/** Another day for a world that has just been made: what its seed dated by the day of the run moves with it. */
async function beginOn({ ownerUrl }: TestDatabase, on: string): Promise<number> {
  return asOwner(
    ownerUrl,
    async (sql) => {
      const before = await todayOf(sql);
      const ahead = await setClock(sql, on);
      const days = daysBetween(before, await todayOf(sql));
      await sql`update absence set from_day = from_day + ${days}::int, to_day = to_day + ${days}::int`;
      await sql`update post set checked_on = checked_on + ${days}::int`;
      return ahead;
    },
    ["absence", "post"],
  );
}

/** Somebody who stands on an earlier day. */
const set = (me: Member, ago = 0): Member => ({ ...me, today: addDays(me.today, -ago) });
const momentOf = (me: Member, ago = 0) => (ago === 0 ? undefined : `${set(me, ago).today}T09:00:00Z`);

async function openSession(pool: Pool, persona: string): Promise<string> {
  const email = persona.includes("@") ? persona : addressOf(persona);
  return valueOf(await signIn(pool, { email, password: demoPassword })).token;
}

function keep<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
