import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPassword } from "../seed/demo-password.ts";
import { addressOf } from "../seed/demo-people.ts";
import { type Eye, openEye } from "../testing/access/eye.ts";
import { say } from "../testing/access/say.ts";
import { type Served, serveWorld } from "../testing/access/served.ts";
import { openWorld, type World } from "../testing/world.ts";
import { guess, guessCodes, replay, strange } from "./login-abuse.ts";
import { passwordForm } from "./over-http.ts";

let world: World;
let eye: Eye;
let server: Served;
beforeAll(async () => {
  world = await openWorld({ connections: 8 });
  eye = await openEye(world);
  server = await serveWorld(world);
}, 900_000);
afterAll(async () => {
  await server?.stop();
  await eye?.close();
  await world?.close();
});

test("guessing is hopeless, and keeps nobody out", async () => {
  const stage = { world, eye };
  const passwords = await guess(stage, { guesses: 1_000, sources: 50 });
  const codes = await guessCodes(stage, 1_000);
  const again = await replay(stage, 25);
  say("login-abuse", {
    "guesses a minute looked at, from 50 sources": [passwords.looked, `≤ 6 of ${passwords.guesses}`],
    "codes a minute looked at": [codes.looked, `≤ 6 of ${codes.guesses}`],
    "times the rightful one was locked out": [
      passwords.lockedOut + codes.lockedOut,
      `0 of ${passwords.rightful + codes.rightful}`,
    ],
    "replays that opened": [again.opened.length, `0 of ${again.tried}`],
  });
  expect(passwords).toMatchObject({ looked: 6, lockedOut: 0 });
  expect(codes).toMatchObject({ looked: 6, lockedOut: 0 });
  expect(again.opened).toEqual([]);
});

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

test("nobody can tell by the answer whether an address is known here", async () => {
  const submit = passwordForm(server);
  const known = addressOf("boligraadgiver.sck");
  const unknown = "boligraadgiver.xyz@brobyg.example";
  const took: Record<string, number[]> = { [known]: [], [unknown]: [] };
  const answers: Record<string, Set<string>> = { [known]: new Set(), [unknown]: new Set() };
  for (let round = 0; round < 320; round += 1)
    for (const email of round % 2 === 0 ? [known, unknown] : [unknown, known]) {
      await eye.sql`delete from throttle`;
      const { status, body, took: milliseconds } = await submit(email, "not the password of anybody");
      answers[email]?.add(`${status} ${body}`);
      if (round >= 20) took[email]?.push(milliseconds);
    }
  const [here, nowhere] = [median(took[known] ?? []), median(took[unknown] ?? [])];
  // Two that were asked one after the other met the same machine: what else it did falls out of their difference.
  const apart = Math.abs(median((took[known] ?? []).map((each, at) => each - (took[unknown]?.[at] ?? 0))));
  const bodies = new Set([...(answers[known] ?? []), ...(answers[unknown] ?? [])]);
  say("login-abuse", {
    "different answers": [bodies.size, 1],
    "ms apart, by the median of 300 pairs": [apart.toFixed(2), `< 1; ${here.toFixed(1)} and ${nowhere.toFixed(1)} ms`],
  });
  expect(bodies.size).toBe(1);
  expect(apart).toBeLessThan(1);
});

test("an address that is written strangely lets nobody in and breaks nothing", async () => {
  const submit = passwordForm(server);
  const broken: string[] = [];
  const address = addressOf("boligraadgiver.sck");
  for (const email of strange(address)) {
    await eye.sql`delete from throttle`;
    const { status, headers } = await submit(email, demoPassword);
    if (status >= 500 || headers.getSetCookie().some((cookie) => cookie.startsWith("brobyg=")))
      broken.push(`${email}: ${status}`);
  }
  await eye.sql`delete from throttle`;
  // What cannot be seen is no part of an address: with the password it is its owner's, and without it nobody's.
  const unseen = `${address}\u200b`;
  const guessed = await submit(unseen, "en helt anden sætning");
  expect(guessed.headers.getSetCookie().some((cookie) => cookie.startsWith("brobyg="))).toBe(false);
  const own = await submit(unseen, demoPassword);
  expect(own.headers.getSetCookie().some((cookie) => cookie.startsWith("brobyg="))).toBe(true);
  await eye.sql`delete from throttle`;
  const rightful = await submit(address, demoPassword);
  say("login-abuse", { "strange addresses that open or break": [broken.length, `0 of ${strange(address).length}`] });
  expect(broken).toEqual([]);
  expect(rightful.headers.getSetCookie().some((cookie) => cookie.startsWith("brobyg="))).toBe(true);
});
