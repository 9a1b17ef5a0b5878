import { ok } from "#lib/result.ts";
import { passWithCode } from "../account/factor.ts";
import { beginCeremony, endSessions, switchPartnership, timeLeft } from "../account/my-account.ts";
import { signIn, signOut } from "../account/sign-in.ts";
import { asMember } from "../as-member.ts";
import { hashOf } from "../client.ts";
import { demoPassword } from "../seed/demo-password.ts";
import { addressOf } from "../seed/demo-people.ts";
import type { Eye } from "../testing/access/eye.ts";
import { enrolSomebody, nextCode, nowhere, secret } from "../testing/newcomer.ts";
import { valueOf, type World } from "../testing/world.ts";

/** How often something was tried, and what went otherwise than it must. */
export type Tried = { tried: number; wrong: string[] };
type Stage = { world: World; eye: Eye };

const who = "boligraadgiver2.sck";

const logsIn = async ({ world }: Stage, session?: string): Promise<string> => {
  const email = addressOf(who);
  return valueOf(await signIn(world.pool, { email, password: demoPassword }, { ...nowhere, session })).token;
};
const opens = async ({ world }: Stage, token: string): Promise<boolean> =>
  (await asMember(world.pool, token, async () => ok(null), { again: true })).ok;
const forgetTries = ({ eye }: Stage) => eye.sql`delete from throttle`;

/** What is claimed and does not hold. */
function claims(list: Record<string, boolean>): string[] {
  return Object.entries(list).flatMap(([claim, holds]) => (holds ? [] : [claim]));
}

/** Somebody put a token of their own, or of an earlier session, into the browser: a login gives another, and that one ends. */
export async function renewedAtLogin(stage: Stage, rounds: number): Promise<Tried> {
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const planted = `planted-${round}`.padEnd(43, "x");
    const first = await logsIn(stage, planted);
    const second = await logsIn(stage, first);
    wrong.push(
      ...claims({
        "the token is new": new Set([planted, first, second]).size === 3,
        "a planted token opens nothing": !(await opens(stage, planted)),
        "the earlier session has ended": !(await opens(stage, first)),
        "the new one is open": await opens(stage, second),
      }),
    );
  }
  return { tried: rounds * 2, wrong };
}

/** Whoever shows a factor again gets a new token, with the end of the old one, which opens nothing more. */
export async function renewedAtStepUp(stage: Stage, rounds: number): Promise<Tried> {
  const { world, eye } = stage;
  const { session, app } = await enrolSomebody(world);
  const wrong: string[] = [];
  let token = session;
  for (let round = 0; round < rounds; round += 1) {
    // A code's time step counts once, and half a minute is long.
    await eye.sql`update factor set last_step = 0`;
    await forgetTries(stage);
    const before = await endOf(stage, token);
    const { ceremony } = valueOf(await asMember(world.pool, token, (tx) => beginCeremony(tx, "step-up")));
    const from = { ...nowhere, session: token };
    const passed = valueOf(await passWithCode(world.pool, ceremony, { code: nextCode(world, app), from, secret }));
    wrong.push(
      ...claims({
        "the token is new": passed.session !== token,
        "the old one opens nothing": !(await opens(stage, token)),
        "the new one is open": await opens(stage, passed.session),
        "it ends when the old one would have": (await endOf(stage, passed.session)) === before,
      }),
    );
    token = passed.session;
  }
  return { tried: rounds, wrong };
}

const endOf = async ({ eye }: Stage, token: string): Promise<string> => {
  const [row] = await eye.sql<
    { ends: string }[]
  >`select ends_at::text as ends from session where hash = ${hashOf(token)}`;
  return row?.ends ?? "";
};

/** Whatever ends a session: the very next request is refused. */
export async function endedAtOnce(stage: Stage, rounds: number): Promise<Tried> {
  const { world, eye } = stage;
  const mine = eye.sql`select p.id from person p join account a on a.id = p.account_id where a.email = ${addressOf(who)}`;
  const endings: Record<string, (token: string) => Promise<unknown>> = {
    "logged out": (token) => signOut(world.pool, token),
    "logged out elsewhere": async () => {
      const elsewhere = await logsIn(stage);
      return asMember(world.pool, elsewhere, (tx) => endSessions(tx, "others"));
    },
    "account shut": async () => {
      await eye.sql`update account set active = false where email = ${addressOf(who)}`;
      await eye.sql`update account set active = true where email = ${addressOf(who)}`;
    },
    left: async () => {
      await eye.sql`update person set left_on = door.today() - 1 where id in (${mine})`;
      await eye.sql`update person set left_on = null where id in (${mine})`;
    },
    "a post handed in": async () => {
      await eye.sql`update holding set valid_to = door.today() where person_id in (${mine})`;
      await eye.sql`update holding set valid_to = null where person_id in (${mine})`;
    },
  };
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const [ending, end] of Object.entries(endings)) {
      const token = await logsIn(stage);
      if (!(await opens(stage, token))) wrong.push(`${ending}: was not open before`);
      await end(token);
      if (await opens(stage, token)) wrong.push(`${ending}: still open`);
    }
  return { tried: rounds * Object.keys(endings).length, wrong };
}

/** A session ends while it is being used, and while it is getting a new token: nothing of it is open afterwards. */
export async function neverResurrected(stage: Stage, rounds: number): Promise<Tried & { renewed: number }> {
  const { world, eye } = stage;
  const { account, partnership } = valueOf(await asMember(world.pool, await logsIn(stage), async (_tx, me) => ok(me)));
  const wrong: string[] = [];
  let renewed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const token = `raced-${round}`;
    // As a login leaves it, without the cost of a password a thousand times.
    await eye.sql`insert into session (hash, account_id, partnership_id, ends_at)
      values (${hashOf(token)}, ${account}, ${partnership}, app_now() + interval '12 hours')`;
    const renews = () => asMember(world.pool, token, (tx) => switchPartnership(tx, partnership));
    const uses = () => asMember(world.pool, token, async () => ok(null));
    const ends = () => signOut(world.pool, token);
    const order = [renews, ends, uses, uses];
    const turned = [...order.slice(round % 4), ...order.slice(0, round % 4)];
    const outcomes = await Promise.all(turned.map((each) => each()));
    const after = outcomes.flatMap((each) => (each?.ok && each.value ? [each.value.session] : []));
    renewed += after.length;
    for (const each of [token, ...after]) if (await opens(stage, each)) wrong.push(`round ${round} is open again`);
  }
  return { tried: rounds, wrong, renewed };
}

/** A token with anything else in it than it has. */
export async function tampered(stage: Stage): Promise<Tried> {
  const token = await logsIn(stage);
  const other = (letter: string) => (letter === "A" ? "B" : "A");
  const changed = [...token].map((letter, at) => token.slice(0, at) + other(letter) + token.slice(at + 1));
  const odd = [
    "",
    " ",
    "null",
    "undefined",
    "%00",
    "\u0000",
    "' or true --",
    "x".repeat(100_000),
    hashOf(token).toString("hex"),
  ];
  const shapes = [
    token.slice(1),
    token.slice(0, -1),
    `${token}A`,
    ` ${token}`,
    token.toUpperCase(),
    token.toLowerCase(),
    token + token,
  ];
  const all = [...changed, ...odd, ...shapes].filter((each) => each !== token);
  const wrong: string[] = [];
  for (const each of all) if (await opens(stage, each)) wrong.push(each);
  if (!(await opens(stage, token))) wrong.push("the rightful one is shut out");
  return { tried: all.length, wrong };
}

/** Half an hour of nothing, twelve hours of anything: told by the rows, whose moments are moved. */
export async function endsInTime(stage: Stage): Promise<Tried> {
  const { eye, world } = stage;
  const still = async (ago: string) => {
    const token = await logsIn(stage);
    await eye.sql`update session_rights set seen_at = app_now() - ${ago}::interval where hash = ${hashOf(token)}`;
    return token;
  };
  const aged = async (ago: string) => {
    const token = await logsIn(stage);
    await eye.sql`update session set started_at = started_at - ${ago}::interval, ends_at = ends_at - ${ago}::interval
      where hash = ${hashOf(token)}`;
    return token;
  };
  const looking = await still("20 minutes");
  for (let look = 0; look < 20; look += 1) await opens(stage, looking);
  const looked = valueOf(await asMember(world.pool, looking, timeLeft, { again: true }));
  await asMember(world.pool, looking, async () => ok(null));
  const acted = valueOf(await asMember(world.pool, looking, timeLeft, { again: true }));
  const list = {
    "29 min 50 s: open": await opens(stage, await still("29 minutes 50 seconds")),
    "30 min: over": !(await opens(stage, await still("30 minutes"))),
    "30 min: doing something does not open it": !(
      await asMember(world.pool, await still("30 minutes"), async () => ok(null))
    ).ok,
    "11 h 59 min: open": await opens(stage, await aged("11 hours 59 minutes")),
    "12 h: over, however busy": !(await opens(stage, await aged("12 hours"))),
    "looking again does not make it last longer": looked.idle <= 600,
    "doing something does": acted.idle > 1_790,
  };
  return { tried: Object.keys(list).length, wrong: claims(list) };
}
