import type postgres from "postgres";
import type { Day } from "#lib/calendar/day.ts";
import { newIds } from "../referral/new-ids.ts";
import { noerrebro } from "../seed/agreement/noerrebro.ts";
import { leadAll, type Situation } from "./situations.ts";
import { openWorld, type World } from "./world.ts";

/** One referral as an attacker knows it, who has read every table: its ids, and the last handover and event. */
export type Its = {
  id: string;
  partnership: string;
  events: number;
  event: string;
  handover: string;
  from: string;
  to: string;
};
export type Sql = postgres.TransactionSql;
type Touched = PromiseLike<{ count: number }>;
/** A claim about the floor, who tries to break it, with which SQL, and what becomes of it. */
export type Attack = [claim: string, persona: string, statements: (sql: Sql) => Touched, outcome: string | number];

type Place = Situation | "discussed" | "discussedEviction";

/**
 * Somebody with a live session and the application's own login, who writes SQL past every line of the application.
 * `attack` answers with the SQLSTATE that refuses it, or with how many rows it touched; nothing of it stays.
 */
export type Attacker = {
  world: World;
  today: Day;
  its: Record<Place, Its>;
  post: (key: string) => string;
  person: (persona: string) => string;
  attack: (persona: string, statements: Attack[2]) => Promise<string | number>;
};

class Undo extends Error {}

export async function openAttacker(): Promise<Attacker> {
  const world = await openWorld();
  const consent = { name: "not_yet" as const, feedback: "no" as const };
  const codes: Record<Place, string> = {
    ...(await leadAll(world)),
    discussed: await world.logs("vicevaert.titanparken", { service: "SKP", consent }),
    discussedEviction: await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE", consent }),
  };
  const keys = noerrebro.posts.map(({ key }) => key);
  const posts = new Map(await Promise.all(keys.map(async (key) => [key, await world.post(key)] as const)));
  const names = ["boligraadgiver.sck", "vicevaert.titanparken", "sagsbehandler.sck", "forum"];
  const people = new Map(
    await Promise.all(names.map(async (name) => [name, await world.asks(name, async (_tx, me) => me.person)] as const)),
  );
  return {
    world,
    today: await world.asks("boligraadgiver.sck", async (_tx, me) => me.today),
    its: await readIts(world, codes),
    post: (key) => posts.get(key) ?? "",
    person: (persona) => people.get(persona) ?? "",
    attack: async (persona, statements) => {
      let outcome: string | number = "nothing";
      const done = world.asks(persona, async ({ sql }) => {
        const { count } = await statements(sql);
        // What waits for the commit is looked at now.
        await sql`set constraints all immediate`;
        outcome = count;
        throw new Undo();
      });
      await done.catch((error: unknown) => {
        if (!(error instanceof Undo)) outcome = (error as postgres.PostgresError).code ?? String(error);
      });
      return outcome;
    },
  };
}

async function readIts(world: World, codes: Record<Place, string>): Promise<Attacker["its"]> {
  return world.owns(["referral", "handover", "event"], async (sql) => {
    // Whoever did something may still undo it: ten seconds later that is over.
    await sql`update event set at = at - interval '11 seconds'`;
    const rows = await sql<(Its & { code: string })[]>`
      select r.code, r.id, r.partnership_id as partnership, r.events, e.id as event,
        h.id as handover, h.from_post as from, h.to_post as to
      from referral r
      join event e on e.referral_id = r.id and e.seq = r.events
      left join lateral (select * from handover h where h.referral_id = r.id order by h.seq desc limit 1) h on true`;
    const its = Object.entries(codes).map(([name, code]) => [name, rows.find((row) => row.code === code)]);
    return Object.fromEntries(its) as Attacker["its"];
  });
}

type Told = {
  act: string;
  as: string;
  reason?: string;
  /** The referral's last handover, unless it is said that the event has none. */
  handover?: null;
  details?: Record<string, string | boolean>;
  next?: (sql: Sql, event: string) => Touched;
  /** What else the act makes of the referral's own row. */
  changes?: string | undefined;
  /** The receiver's act, which opens what waits. */
  opens?: true;
  /** What it tells, and which post. */
  tells?: Notice | undefined;
};
type Notice = { kind: string; to: string };

/** What an act tells, as everybody does who does it. */
export const tellNotice = (sql: Sql, of: Its, { event, kind, to }: Notice & { event: string }) => sql`
  insert into notice (partnership_id, to_post, kind, referral_id, event_id, person_id, release_at)
  values (${of.partnership}, ${to}, ${kind}, ${of.id}, ${event}, door.me(), app_now())`;

/** Tells an event of one's own, as every act begins. */
export const tellEvent = async (sql: Sql, of: Its, told: Told): Promise<{ count: number; event: string }> => {
  const { act, as, reason = null, details = {} } = told;
  const { seed, event } = newIds();
  const { count } = await sql`
    insert into event (partnership_id, id, referral_id, seq, handover_id, act, person_id, post_id, reason, details)
    values (${of.partnership}, ${seed}, ${of.id}, ${of.events + 1}, ${"handover" in told ? null : of.handover}, ${act},
      door.me(), ${as}, ${reason}, ${sql.json(details)})`;
  return { count, event };
};

/** What every act makes of its referral's row; one that may not be read the database writes itself. */
export const stepReferral = async (sql: Sql, of: Its, changes = "") => {
  const { count } = await sql.unsafe(
    `update referral set events = events + 1, touched_on = door.today()${changes} where id = '${of.id}'`,
  );
  if (count === 0) await sql`select door.change_referral(${of.id})`;
  return { count };
};

/**
 * What an attacker does who knows the steps: tells an event of one's own, counts the referral's row on, and then does what
 * the event says nothing of.
 */
export const withEvent =
  (of: Its, told: Told) =>
  async (sql: Sql): Promise<{ count: number }> => {
    const { count, event } = await tellEvent(sql, of, told);
    if (told.opens) await sql`select door.change_handover(${of.handover})`;
    await stepReferral(sql, of, told.act === "agenda" ? ", on_agenda = true" : told.changes);
    return told.next ? told.next(sql, event) : { count };
  };

/** The same for what comes right after its event, as a change to a handover does. */
export const afterEvent =
  (of: Its, told: Told) =>
  async (sql: Sql): Promise<{ count: number }> => {
    const { event } = await tellEvent(sql, of, told);
    const touched = told.next ? await told.next(sql, event) : { count: 0 };
    await stepReferral(sql, of, told.changes);
    if (told.tells) await tellNotice(sql, of, { event, ...told.tells });
    return touched;
  };
