import { randomBytes } from "node:crypto";
import { invitationOf } from "../account/enrol.ts";
import { passWithCode } from "../account/factor.ts";
import { type Browser, signIn } from "../account/sign-in.ts";
import type { Eye } from "../testing/access/eye.ts";
import {
  type Enrolled,
  enrolSomebody,
  nextCode,
  nowhere,
  password,
  secret,
  toSecondFactor,
} from "../testing/newcomer.ts";
import type { World } from "../testing/world.ts";

type Stage = { world: World; eye: Eye };
const forgetTries = ({ eye }: Stage) => eye.sql`delete from throttle`;

/** How many guesses of a minute were looked at, and whether the rightful one was kept out meanwhile. */
export type Guessed = { guesses: number; looked: number; rightful: number; lockedOut: number };

/**
 * Guesses passwords of one account from many sources at once; between them the rightful one signs in, in a browser that the
 * account knows.
 */
export async function guess(
  stage: Stage,
  { guesses, sources }: { guesses: number; sources: number },
): Promise<Guessed> {
  const { world } = stage;
  const owner = await enrolSomebody(world);
  await forgetTries(stage);
  const from = Array.from({ length: sources }, (): Browser => ({ source: randomBytes(32) }));
  const moments: number[] = [];
  let [rightful, lockedOut] = [0, 0];
  for (let at = 0; at < guesses; at += sources) {
    const burst = from.slice(0, Math.min(sources, guesses - at));
    const answers = await Promise.all(
      burst.map((browser, each) => signIn(world.pool, { email: owner.email, password: `guess ${at + each}` }, browser)),
    );
    for (const answer of answers) if (!answer.ok && answer.code === "wrong-login") moments.push(Date.now());
    if (answers.some((answer) => answer.ok)) throw new Error("a guess was right");
    rightful += 1;
    const known = { ...nowhere, device: owner.device };
    const own = await signIn(world.pool, { email: owner.email, password }, known);
    if (!own.ok || own.value.leads !== "to-factor") lockedOut += 1;
  }
  return { guesses, looked: mostInAMinute(moments), rightful, lockedOut };
}

const mostInAMinute = (moments: readonly number[]): number =>
  Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + 60_000).length));

/** The same for the codes of a second factor, by somebody who has the password. */
export async function guessCodes(stage: Stage, guesses: number): Promise<Guessed> {
  const { world, eye } = stage;
  const owner = await enrolSomebody(world);
  const ceremony = await toSecondFactor(world, owner.email);
  await forgetTries(stage);
  const moments: number[] = [];
  for (let at = 0; at < guesses; at += 1) {
    const code = String(at).padStart(6, "0");
    const answer = await passWithCode(world.pool, ceremony, { code, from: nowhere, secret });
    if (!answer.ok && answer.code === "wrong-code") moments.push(Date.now());
  }
  const known = { ...nowhere, device: owner.device };
  await eye.sql`update factor set last_step = 0`;
  const own = await toSecondFactor(world, owner.email, known);
  const passed = await passWithCode(world.pool, own, { code: nextCode(world, owner.app), from: known, secret });
  return { guesses, looked: mostInAMinute(moments), rightful: 1, lockedOut: passed.ok ? 0 : 1 };
}

/** A code of an app, a recovery code and the link of an invitation, each used again, also at the very same time. */
export async function replay(stage: Stage, rounds: number): Promise<{ tried: number; opened: string[] }> {
  const { world, eye } = stage;
  const opened: string[] = [];
  let tried = 0;
  for (let round = 0; round < rounds; round += 1) {
    await forgetTries(stage);
    const owner = await enrolSomebody(world);
    if (await invitationOf(world.pool, owner.link)) opened.push("an invitation that was used");
    await eye.sql`update factor set last_step = 0`;
    for (const [what, code] of [
      ["a code of an app", nextCode(world, owner.app)],
      ["a recovery code", owner.codes[0] ?? ""],
    ] as const) {
      const together = await Promise.all([1, 2, 3].map(async () => takes(stage, owner, code)));
      const wins = together.filter(Boolean).length;
      if (wins !== 1) opened.push(`${what}, ${wins} at once`);
      if (await takes(stage, owner, code)) opened.push(`${what}, again`);
      tried += 4;
    }
  }
  return { tried, opened };
}

async function takes({ world }: Stage, { email }: Enrolled, code: string): Promise<boolean> {
  const from = { source: randomBytes(32) };
  const ceremony = await toSecondFactor(world, email, from);
  return (await passWithCode(world.pool, ceremony, { code, from, secret })).ok;
}

/** What is no address of anybody, however much it looks like one. */
export const strange = (address: string): string[] => {
  const [local = "", domain = ""] = address.split("@");
  return [
    `"${address}"@evil.example`,
    `"${local}@${domain}"@${domain}`,
    `${local}＠${domain}`,
    `${local}﹫${domain}`,
    `${local}@${domain},x@evil.example`,
    `${address}\nbcc: x@evil.example`,
    `${address}\u0000`,
    `${local}@${domain}.`,
    `${local}%40${domain}`,
    `${local}+x@${domain}`,
    `<${address}>`,
    `${local.replace("i", "ı")}@${domain}`,
    `${local.replace("e", "е")}@${domain}`,
    `' or true --@${domain}`,
    `%@${domain}`,
    "@",
    "",
    "x".repeat(254),
  ].filter((each) => each !== address);
};
