import fc from "fast-check";
import postgres from "postgres";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Act } from "#lib/referral/acts.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type Inside, lookInside } from "./inside.ts";
import { type Around, type Doing, type Model, next } from "./model.ts";

const origin = "vicevaert.titanparken";
const posts: Record<string, string[]> = {
  [origin]: ["vicevaert.titanparken"],
  "boligraadgiver.sck": ["boligraadgiver.sck"],
  "boligraadgiver2.sck": ["boligraadgiver.sck"],
  "sagsbehandler.sck": ["sagsbehandler.sck"],
  "skp.sck": ["skp.sck", "mentor.sck"],
  "brobygger.suf": ["brobygger.lokalomraadekontoret"],
  "leder.akb": ["koordinator.akb"],
  forum: ["forum"],
};
const personas = Object.keys(posts);
const places = [...new Set(Object.values(posts).flat())];
const unitOf = (post: string) => post.split(".")[1] ?? post;
const services: Record<string, Pick<Around, "takers" | "anonymous">> = {
  SKP: { takers: ["skp.sck", "sagsbehandler.sck", "brobygger.lokalomraadekontoret"], anonymous: true },
  BOLIGYDELSE: {
    takers: ["sagsbehandler.sck", "boligraadgiver.sck", "brobygger.lokalomraadekontoret"],
    anonymous: false,
  },
};

const names = `send open accept return redirect redirect_out confirm drop ask answer withdraw advise assign identity
  progress hold resume withdraw_consent consent follow_up agenda complete close reopen void undo`.split(/\s+/);

/** What somebody is to do next: just this, or, `pick` being a number, that one of all that the model would let happen. */
type Wish = Doing & { on: number; pick: number | null };

const wish: fc.Arbitrary<Wish> = fc.record({
  act: fc.constantFrom(...names),
  who: fc.constantFrom(...personas),
  to: fc.constantFrom(...places),
  yes: fc.constantFrom(true, true, false, undefined),
  good: fc.constantFrom(true, true, true, true, false),
  on: fc.nat({ max: 1 }),
  pick: fc.option(fc.noBias(fc.nat()), { freq: 3 }),
});

export type Figures = { sequences: number; acts: number; done: number; refused: number; rarest: string };
type Started = { code: string; model: Model; inside: Inside; around: Around };

/**
 * Lets random people do random acts, well and badly, on two referrals at a time, and compares the database with the model
 * after each: what it says and what it holds, one holder and one ball, a refused act that changed nothing, one event for
 * each that was done. Throws what fast-check has shrunk to the shortest way there.
 */
export async function compare({
  sequences,
  together,
  seed,
}: {
  sequences: number;
  together: number;
  seed: number;
}): Promise<Figures> {
  const world = await openWorld({ connections: together });
  const jobs = postgres(world.database.jobsUrl, { max: together, onnotice: () => {} });
  try {
    const ids = {
      post: new Map(await Promise.all(places.map(async (key) => [key, await world.post(key)] as const))),
      person: new Map(
        await Promise.all(
          personas.map(async (name) => [name, await world.asks(name, async (_tx, me) => me.person)] as const),
        ),
      ),
      today: world.today,
    };
    const done = new Map(names.map((name) => [name, 0]));
    const stage: Stage = { world, jobs, ids, done, acts: 0 };
    const share = (index: number) => Math.floor(sequences / together) + (index < sequences % together ? 1 : 0);
    const walked = Array.from({ length: together }, (_, index) =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.keys(services)),
          fc.boolean(),
          fc.array(wish, { minLength: 4, maxLength: 24, size: "max" }),
          (service, yes, wishes) => walk(stage, { service, yes, wishes }),
        ),
        { numRuns: share(index), seed: seed + index },
      ),
    );
    const failed = (await Promise.allSettled(walked)).find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
    const counts = [...done].toSorted((a, b) => a[1] - b[1]);
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    return {
      sequences,
      acts: stage.acts,
      done: all,
      refused: stage.acts - all,
      rarest: counts
        .slice(0, 3)
        .map((each) => each.join(" "))
        .join(", "),
    };
  } finally {
    await jobs.end();
    await world.close();
  }
}

type Ids = { post: ReadonlyMap<string, string>; person: ReadonlyMap<string, string>; today: () => Day };
type Stage = { world: World; jobs: postgres.Sql; ids: Ids; done: Map<string, number>; acts: number };

async function walk(
  stage: Stage,
  { service, yes: first, wishes }: { service: string; yes: boolean; wishes: Wish[] },
): Promise<void> {
  const started = await Promise.all([start(stage, { service, yes: first }), start(stage, { service, yes: !first })]);
  for (const { on, pick, ...wished } of wishes) {
    const at = started[on];
    if (!at) continue;
    const doing = asked(pick === null ? wished : (likely(at, wished, pick) ?? wished));
    const expected = next(at.model, doing, at.around);
    const began = Date.now();
    const result = await stage.world.tries(doing.who, ...called(doing, at.code, stage.ids));
    const inside = await lookInside(stage.jobs, at.code);
    stage.acts += 1;
    const said = result.ok ? "done" : result.code;
    // Ten seconds of the database's clock: a machine that stood still is no divergence.
    if (doing.act === "undo" && Date.now() - began > 8_000) return;
    if (result.ok !== (expected !== null))
      throw new Error(`${told(doing)}: ${said}, the model says ${expected ? "done" : "refused"}`);
    if (!result.ok && inside.rows !== at.inside.rows)
      throw new Error(`${told(doing)}: ${said}, and yet something changed`);
    if (result.ok && inside.events !== at.inside.events + 1)
      throw new Error(`${told(doing)}: ${inside.events - at.inside.events} events`);
    if (expected) {
      at.model = expected;
      stage.done.set(doing.act, (stage.done.get(doing.act) ?? 0) + 1);
    }
    at.inside = inside;
    const differs = difference(at.model, inside, stage.ids);
    if (differs) throw new Error(`after ${told(doing)} (${said}) ${differs}`);
  }
}

async function start(
  { world, jobs, ids }: Stage,
  { service, yes }: { service: string; yes: boolean },
): Promise<Started> {
  const to = services[service]?.takers[0] ?? "";
  const consent = { name: yes ? ("written" as const) : ("not_yet" as const), feedback: "yes" as const };
  const contact = yes ? "through_me" : "together";
  const code = await world.logs(origin, { service, to: ids.post.get(to), consent, contact });
  const model: Model = {
    status: "open",
    origin,
    holder: origin,
    waiting: { to, from: origin, state: "sent", discussion: !yes, asked: 0 },
    current: null,
    said: new Map([[unitOf(to), yes]]),
    yeses: yes ? [unitOf(to)] : [],
    agenda: false,
    last: null,
    undo: null,
  };
  const { takers = [], anonymous = false } = services[service] ?? {};
  const around: Around = {
    posts: (who) => posts[who] ?? [],
    leads: (who) => (who === "leder.akb" ? [origin] : []),
    unit: unitOf,
    takers,
    // Whoever is anonymous is met together with the sender, or not at all.
    anonymous: anonymous && contact === "together",
  };
  return { code, model, inside: await lookInside(jobs, code), around };
}

/** To record a consent is to have asked. */
const asked = (doing: Doing): Doing => (doing.act === "consent" ? { ...doing, yes: doing.yes === true } : doing);

/** One of the acts that the model lets somebody do now, each act as likely as the other; none when nothing is let. */
function likely({ model, around }: Started, wished: Doing, pick: number): Doing | undefined {
  const possible = names.flatMap((act) => {
    const who = personas.filter(
      (each) => next(model, asked({ ...wished, act, who: each, good: true }), around) !== null,
    );
    return who.length > 0 ? [{ act, who: who[pick % who.length] ?? "" }] : [];
  });
  const picked = possible[pick % possible.length];
  return picked && { ...wished, ...picked, good: true };
}

const bad = "XX";

/** The act as the application is asked for it. */
function called({ act, who, to, yes, good }: Doing, code: string, ids: Ids): Call {
  const post = ids.post.get(to);
  const name = yes ? "written" : "not_yet";
  const consent = yes === undefined ? {} : { consent: { name } };
  const reason = (fits: string) => (good ? fits : bad);
  const today = ids.today();
  const inputs: Record<string, object> = {
    send: { to: post, ...consent },
    return: { reason: reason("SAMTYKKE") },
    redirect: { to: post, reason: reason("ENHED") },
    redirect_out: { external: reason("RETSHJAELP"), reason: "MYNDIGHED" },
    confirm: consent,
    ask: { question: "RING" },
    answer: { choice: reason("I_DAG") },
    withdraw: { reason: reason("KLARET") },
    identity: { on: good ? addDays(today, -1) : addDays(today, 2) },
    progress: { what: reason("KONTAKT") },
    hold: { until: addDays(today, good ? 9 : -1), reason: "BEBOER" },
    withdraw_consent: { withdrawn: true },
    consent: { to: post, name },
    follow_up: { on: addDays(today, good ? 9 : -1) },
    complete: { outcome: reason("TAKKET_NEJ") },
    close: { outcome: reason("RAAD") },
    reopen: { reason: reason("NYT"), ...consent },
    void: { reason: reason("FORKERT") },
    assign: { person: ids.person.get(good ? who : "forum") },
  };
  const real = { redirect_out: "redirect", withdraw_consent: "consent" }[act] ?? act;
  return [real as Act, code, inputs[act] ?? {}];
}
type Call = [act: Act | "undo", code: string, input: object];

const told = ({ act, who, to, yes, good }: Doing) =>
  `${act} by ${who} (to ${to}, ${yes === undefined ? "nothing" : yes ? "yes" : "not yet"} said${good ? "" : ", wrongly"})`;

/** What the database holds that the model does not, in words; undefined when they agree. */
function difference(model: Model, inside: Inside, ids: Ids): string | undefined {
  const id = (post: string | undefined) => (post === undefined ? undefined : ids.post.get(post));
  const { waiting, current } = model;
  const wanted = {
    status: model.status,
    holder: id(model.holder),
    agenda: model.agenda,
    waiting: waiting
      ? [{ to: id(waiting.to), from: id(waiting.from), state: waiting.state, discussion: waiting.discussion }]
      : [],
    current: current ? [{ to: id(current.to), state: current.held ? "on_hold" : "accepted" }] : [],
  };
  const found = {
    status: inside.status,
    holder: inside.holder,
    agenda: inside.agenda,
    waiting: inside.waiting,
    current: inside.current,
  };
  return JSON.stringify(found) === JSON.stringify(wanted)
    ? undefined
    : `the database holds ${JSON.stringify(found)}, the model ${JSON.stringify(wanted)}`;
}
