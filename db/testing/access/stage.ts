import { randomUUID } from "node:crypto";
import { addDays } from "#lib/calendar/day.ts";
import type { MinutesWords } from "#lib/meeting/minutes.ts";
import { showCode } from "#lib/referral/code.ts";
import { exportLog, searchLog } from "../../log/search-log.ts";
import { call } from "../../meeting/call.ts";
import { close } from "../../meeting/close.ts";
import { readMeetings } from "../../meeting/read-meetings.ts";
import { start } from "../../meeting/start.ts";
import { addPartnership, elsewhere } from "../elsewhere.ts";
import { leadAll, type Situation, situations } from "../situations.ts";
import { personas } from "../who-sees.ts";
import { openWorld, valueOf, type World } from "../world.ts";
import { type Eye, openEye } from "./eye.ts";

/** Whoever asks: the demo's people, and those who stand outside. */
export const outsiders = ["nobody", "deactivated", "postless"] as const;
export const actors = [...personas, ...outsiders] as const;
export type Actor = (typeof actors)[number];

/** Which referral or meeting a request is about: each one that there is, one of another partnership, and one that never was. */
export type Which = Situation | "elsewhere" | "absent";
export type WhichMeeting = "called" | "closed" | "absent";
/** Which person or post: the second housing adviser and their post, their like in another partnership, none, no id at all. */
export type WhichOfDirectory = "theirs" | "elsewhere" | "absent" | "nonsense";

/** An address that is formed like a code and belongs to nobody. */
export const absentCode = "2A2A2A2A";

export type Stage = {
  world: World;
  eye: Eye;
  codes: Record<Which, string>;
  meetings: Record<WhichMeeting, string>;
  people: Record<WhichOfDirectory, string>;
  posts: Record<WhichOfDirectory, string>;
  /** A draft of the vicevært of Titanparken. */
  draft: string;
  token: (actor: Actor) => Promise<string | undefined>;
  /** What would give a referral away: its code as it is written, its ids. And its note, in other hands. */
  secrets: Record<Situation, { marks: string[]; note: string | null }>;
  /** A search of the log by the data protection officer, who has said what it is carried out for. */
  search: string;
  /** Says anew what the search is carried out for: a file can be fetched for five minutes, and a long walk takes more. */
  carryOut: () => Promise<void>;
  /** Lets the ten seconds pass in which whoever did something may undo it: notices wait for them too. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

const convener = "sagsbehandler.sck";
const adviser = "boligraadgiver2.sck";
/** Two people of the demo are taken out of it: one whose account is closed, one who has handed in every post. */
const takenOut = { deactivated: "mentor.sck@elsewhere.example", postless: "skp.sck@elsewhere.example" } as const;

/** One database with a referral in every situation, meetings that are called and closed, and somebody of every kind. */
export async function openStage({ connections = 8 }: { connections?: number } = {}): Promise<Stage> {
  const world = await openWorld({ connections });
  const codes = await leadAll(world);
  await addPartnership(world);
  const away = await world.logs(elsewhere("vicevaert.titanparken"), { service: "UDSAETTELSE" });
  const meetings = await holdMeetings(world);
  // Before the eye opens, they sign in like everybody else.
  await Promise.all(Object.values(takenOut).map(world.token));
  const eye = await openEye(world);
  const { sql } = eye;
  const settle = async () => {
    await sql`update event set at = at - interval '11 seconds'`;
    await sql`update notice set release_at = least(release_at, app_now() - interval '1 second')`;
  };
  await settle();
  await sql`update account set active = false where email = ${takenOut.deactivated}`;
  await sql`delete from holding where person_id = (
    select p.id from person p join account a on a.id = p.account_id where a.email = ${takenOut.postless})`;
  await world.signsInAgain(takenOut.postless);
  const idsOf = async (persona: string) =>
    world.asks(persona, async (_tx, me) => ({ person: me.person as string, post: me.posts[0] as string }));
  const [theirs, others] = await Promise.all([idsOf(adviser), idsOf(elsewhere(adviser))]);
  const search = await world.asks("dpo", async (tx, me) => {
    const { id } = valueOf(await searchLog(tx, me, { from: me.today, to: me.today }));
    return id;
  });
  const carryOut = async () => {
    await world.asks("dpo", async (tx, me) => valueOf(await exportLog(tx, me, { search, purpose: "control" })));
  };
  await carryOut();
  const draft = randomUUID();
  await sql`
    insert into draft (partnership_id, id, person_id, coded, note)
    select p.partnership_id, ${draft}, p.id, '{}', 'KANARIE-draft' from person p join account a on a.id = p.account_id
    where a.email = 'vicevaert.titanparken@brobyg.example'`;
  return {
    world,
    eye,
    codes: { ...codes, elsewhere: away, absent: absentCode },
    meetings,
    people: { theirs: theirs.person, elsewhere: others.person, absent: randomUUID(), nonsense: "not-an-id" },
    posts: { theirs: theirs.post, elsewhere: others.post, absent: randomUUID(), nonsense: "not-an-id" },
    draft,
    search,
    carryOut,
    token: async (actor) => {
      if (actor === "nobody") return undefined;
      return world.token(actor in takenOut ? takenOut[actor as keyof typeof takenOut] : actor);
    },
    secrets: await secretsOf(eye, codes),
    settle,
    close: async () => {
      await eye.close();
      await world.close();
    },
  };
}

const said = { da: "–", en: "–" };
const any = new Proxy({}, { get: () => said }) as never;
/** For minutes whose words do not matter. */
export const anyWords: MinutesWords = {
  decisions: any,
  reasons: any,
  forum: said,
  helhedsplan: said,
  aHelhedsplan: said,
};

async function holdMeetings(world: World): Promise<Stage["meetings"]> {
  return world.asks(convener, async (tx, me) => {
    const choices = valueOf(await readMeetings(tx, me, "da")).calls[0];
    const place = choices?.places[0]?.id ?? "";
    const posts = choices?.posts.filter(({ always }) => always).map(({ id }) => id) ?? [];
    const when = { onDay: me.today, startsAt: "09:30", place };
    const first = valueOf(await call(tx, me, { series: "NETVAERKSMOEDE", ...when, posts }));
    valueOf(await start(tx, me, first.id));
    const next = { ...when, onDay: addDays(me.today, 56) };
    valueOf(await close(tx, me, { meeting: first.id, words: anyWords, next }));
    const called = valueOf(await readMeetings(tx, me, "da")).next[0]?.id ?? "";
    return { closed: first.id, called, absent: randomUUID() };
  });
}

/** Gives what was written about a referral words that no other has, and reads everything that names it. */
async function secretsOf({ sql }: Eye, codes: Record<Situation, string>): Promise<Stage["secrets"]> {
  const secrets = await Promise.all(
    Object.keys(situations).map(async (name) => {
      const code = codes[name as Situation];
      const canary = `KANARIE-${name}`;
      const noted = await sql`
        update message set body = ${canary} where body is not null
          and referral_id = (select id from referral where code = ${code})`;
      const ids = await sql<{ id: string }[]>`
        select r.id from referral r where r.code = ${code}
        union all select h.id from handover h join referral r on r.id = h.referral_id where r.code = ${code}
        union all select e.id from event e join referral r on r.id = e.referral_id where r.code = ${code}
        union all select m.id from message m join referral r on r.id = m.referral_id where r.code = ${code}`;
      const marks = [code, showCode(code), ...ids.map(({ id }) => id)];
      return [name, { marks, note: noted.count > 0 ? canary : null }] as const;
    }),
  );
  return Object.fromEntries(secrets) as Stage["secrets"];
}
