import type postgres from "postgres";
import { type Act, acts, eventNames } from "#lib/referral/acts.ts";
import { refused } from "#lib/result.ts";
import { hashOf } from "../client.ts";
import { perform } from "../referral/perform.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import type { Situation } from "../testing/situations.ts";
import { situations } from "../testing/situations.ts";
import { openWorld, type World } from "../testing/world.ts";
import { freezeClock, makeEye, type Rows, readColumns } from "./hostile/eye.ts";
import { inputsOf } from "./hostile/inputs.ts";
import { cells } from "./hostile/statements.ts";
import {
  type Allowed,
  type Context,
  type HostileFigures,
  type Run,
  type Target,
  tryAct,
  tryBare,
} from "./hostile/tries.ts";
import { askedOn, endedElsewhere, givenBack, wentOn } from "./muted.ts";

type Sequence = { persona: string; act: Act | "undo"; input?: object };
type Leading = (world: World) => Promise<string>;
type State = { name: string; lead: Situation | "discussed" | "discussedEviction" | Leading; next?: Sequence[] };

const adviser = "boligraadgiver.sck";
const titanparken = "vicevaert.titanparken";

/** Where a referral lies. What follows is committed before a try: with an undo it is a sequence of two and three transactions. */
export const states: State[] = [
  { name: "sent", lead: "sent" },
  { name: "taken", lead: "taken" },
  { name: "asked", lead: "asked" },
  { name: "returned", lead: "returned" },
  { name: "proposed", lead: "proposed" },
  { name: "redirected", lead: "redirected" },
  { name: "passedOn", lead: "passedOn" },
  { name: "concealed", lead: "concealed" },
  { name: "discussed", lead: "discussed" },
  { name: "discussedEviction", lead: "discussedEviction" },
  { name: "completed", lead: "completed" },
  { name: "longAgo", lead: "longAgo" },
  { name: "onTheSpot", lead: "onTheSpot" },
  { name: "voided", lead: "voided" },
  // Its origin may not hear how it goes: the database writes for it what it may not read.
  { name: "gone on", lead: (world) => wentOn(world, "no") },
  { name: "asked on", lead: (world) => askedOn(world, "no") },
  { name: "given back", lead: (world) => givenBack(world, "no") },
  { name: "ended elsewhere", lead: (world) => endedElsewhere(world, "no") },
  {
    name: "just taken back",
    lead: (world) => givenBack(world, "no"),
    next: [{ persona: titanparken, act: "accept" }],
  },
  { name: "just taken", lead: "sent", next: [{ persona: adviser, act: "accept" }] },
  {
    name: "just returned",
    lead: "sent",
    next: [{ persona: adviser, act: "return", input: { reason: "SAMTYKKE" } }],
  },
  {
    name: "just completed",
    lead: "taken",
    next: [{ persona: adviser, act: "complete", input: { outcome: "AFVAERGET", means: [] } }],
  },
  { name: "just on the agenda", lead: "discussed", next: [{ persona: "skp.sck", act: "agenda" }] },
  {
    name: "undone",
    lead: "taken",
    next: [
      { persona: adviser, act: "agenda" },
      { persona: adviser, act: "undo" },
    ],
  },
];

/** Everybody who could have something to do with it, and who could not. */
export const personas = [
  titanparken,
  adviser,
  "sagsbehandler.sck",
  "skp.sck",
  "leder.akb",
  "leder.sck",
  "brobygger.suf",
  "vicevaert.lundtoftegade",
  "admin",
  "dpo",
  "forum",
  elsewhere(adviser),
];

type Trying = {
  states?: readonly string[];
  personas?: readonly string[];
  acts?: readonly string[];
  /** Every value and savepoint once for each act, role and kind of rows, and every seat; else the first of each. */
  thorough?: boolean;
  /** What another run beside this one has tried with every value. */
  tried?: Set<string>;
  /** Nothing is tried but to leave out rows that an act writes. */
  halvesAlone?: boolean;
};

/**
 * What somebody does with the application's login, one live session and any SQL. The rules' own acts are done in a
 * transaction that is rolled back, and what they wrote is known cell by cell. Then they are replayed as plain SQL with one
 * thing changed, each column of each table in turn, told as each other act, inside savepoints and not, as everybody: what
 * gets through may write no cell that an allowed act of that person does not write.
 */
export async function attack(trying: Trying = {}): Promise<HostileFigures> {
  const world = await openWorld();
  try {
    await addPartnership(world);
    const chosen = states.filter(({ name }) => !trying.states || trying.states.includes(name));
    const codes = await leadTo(world, chosen);
    // Everybody is signed in before: a live installation takes no password of the demo.
    const everybody = [
      "admin",
      "boligraadgiver.sck",
      ...(trying.personas ?? personas),
      ...chosen.flatMap(({ next = [] }) => next.map(({ persona }) => persona)),
    ];
    for (const persona of everybody) await world.token(persona);
    await freezeClock(world);
    for (const { name, next = [] } of chosen)
      for (const { persona, act, input } of next) await world.does(persona, act, codes.get(name) ?? "", input);
    const columns = await readColumns(world);
    await makeEye(world, columns);
    const run: Run = {
      world,
      columns,
      thorough: trying.thorough ?? true,
      tried: trying.tried ?? new Set(),
      halvesAlone: trying.halvesAlone ?? false,
      acts: trying.acts ?? [...eventNames, "hostile"],
      figures: {
        tables: columns.size,
        columns: [...columns.values()].flat().length,
        combinations: 0,
        tries: 0,
        replayed: 0,
        holes: [],
        lost: [],
      },
    };
    for (const { name } of chosen)
      for (const persona of trying.personas ?? personas)
        await attackAs(run, { state: name, persona, code: codes.get(name) ?? "" });
    return run.figures;
  } finally {
    await world.close();
  }
}

async function leadTo(world: World, chosen: readonly State[]): Promise<Map<string, string>> {
  const consent = { name: "not_yet" as const, feedback: "no" as const };
  const codes = new Map<string, string>();
  for (const { name, lead } of chosen) {
    const code =
      lead === "discussed"
        ? await world.logs(titanparken, { service: "SKP", consent })
        : lead === "discussedEviction"
          ? await world.logs(titanparken, { service: "UDSAETTELSE", consent })
          : await (typeof lead === "function" ? lead : situations[lead])(world);
    codes.set(name, code);
  }
  await world.owns(["event"], (sql) => sql`update event set at = at - interval '11 seconds'`);
  return codes;
}

async function attackAs(run: Run, target: Target): Promise<void> {
  const { world, figures } = run;
  const { persona, code } = target;
  const its = await world.owns(["referral"], async (sql) => {
    const [row] = await sql<{ id: string; partnership: string }[]>`
      select id, partnership_id as partnership from referral where code = ${code}`;
    if (!row) throw new Error(`there is no referral ${code}`);
    return row;
  });
  const connection = await world.pool.sql.reserve();
  try {
    const hash = hashOf(await world.token(persona)).toString("hex");
    const opening = `begin; select door.enter('\\x${hash}'::bytea); select set_config('app.code', '${code}', true);`;
    const look = `select proof_rows('${its.id}') as rows;`;
    const on = async (statements: readonly string[]): Promise<Rows | string> => {
      figures.tries += 1;
      const text = `${opening} ${statements.join("; ")}; set constraints all immediate; ${look} rollback;`;
      try {
        const results = (await connection.unsafe(text)) as unknown as postgres.Row[][];
        const [seen] = results.flat().filter((row): row is { rows: Rows } => "rows" in row);
        if (!seen) throw new Error("the proof's own eye saw nothing");
        return seen.rows;
      } catch (error) {
        await connection.unsafe("rollback");
        return (error as postgres.PostgresError).code;
      }
    };
    const before = (await on(["select 1"])) as Rows;
    const allowed = await allowedTo(run, target, before);
    const context: Context = { run, target, before, allowed, on, id: its.id };
    if (!run.halvesAlone) await tryBare(context);
    for (const act of run.acts) await tryAct(context, act);
  } finally {
    connection.release();
  }
}

/** Every act that the rules let this person do now, with each input that is tried, and all that it writes. */
async function allowedTo({ world }: Run, { persona, code }: Target, before: Rows): Promise<Allowed[]> {
  const found: Allowed[] = [];
  const never = new Set<string>();
  const inputs = await inputsOf(world, code);
  for (const act of [...(Object.keys(acts) as Act[]), "undo" as const])
    for (const input of (act !== "undo" && inputs[act]) || [{}]) {
      if (never.has(act)) break;
      const parsed = act === "undo" ? { success: true, data: {} } : acts[act].input.safeParse(input);
      if (!parsed.success) throw new Error(`${act} is tried with what it does not take: ${JSON.stringify(input)}`);
      await world.as(persona, async (tx, me) => {
        const done = await perform(tx, me, { code, act, input: parsed.data });
        // Nor is it with another input.
        if (!done.ok && ["not-now", "not-yours", "not-found"].includes(done.code)) never.add(act);
        if (!done.ok) return done;
        await tx.sql`set constraints all immediate`;
        const [row] = await tx.sql<{ rows: Rows }[]>`select proof_rows(${done.value.referral.id}) as rows`;
        if (row) found.push({ act, after: row.rows, cells: cells(before, row.rows) });
        return refused("rolled-back");
      });
    }
  return found.filter(({ after }) => JSON.stringify(after) !== JSON.stringify(before));
}
