import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { type Act, acts, eventNames } from "#lib/referral/acts.ts";
import { refused } from "#lib/result.ts";
import { hashOf } from "../client.ts";
import { perform } from "../referral/perform.ts";
import { addPartnership, elsewhere } from "../testing/elsewhere.ts";
import type { Situation } from "../testing/situations.ts";
import { situations } from "../testing/situations.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type Column, freezeClock, makeEye, type Rows, readColumns, type Table } from "./hostile/eye.ts";
import { inputsOf } from "./hostile/inputs.ts";
import { cells, statementsOf, type Written } from "./hostile/statements.ts";
import { valuesFor } from "./hostile/values.ts";
import { askedOn, endedElsewhere, givenBack, wentOn } from "./muted.ts";

export type HostileFigures = {
  tables: number;
  columns: number;
  /** Situations, people and acts, each with each. */
  combinations: number;
  tries: number;
  /** The rules' own acts, replayed statement by statement: the database takes each. */
  replayed: number;
  /** What the database took and no allowed act writes. */
  holes: string[];
  /** An act of the rules that the database does not take. */
  lost: string[];
};

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
  /** Every value, seat and savepoint; else the first of each. */
  thorough?: boolean;
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

type Run = {
  world: World;
  columns: Map<Table, Column[]>;
  acts: readonly string[];
  thorough: boolean;
  halvesAlone: boolean;
  figures: HostileFigures;
};
type Target = { state: string; persona: string; code: string };

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

type Allowed = { act: string; after: Rows };
type Context = {
  run: Run;
  target: Target;
  id: string;
  before: Rows;
  allowed: readonly Allowed[];
  on: (statements: readonly string[]) => Promise<Rows | string>;
};

/** Every act that the rules let this person do now, with each input that is tried, and all that it writes. */
async function allowedTo({ world }: Run, { persona, code }: Target, before: Rows): Promise<Allowed[]> {
  const found: Allowed[] = [];
  const inputs = await inputsOf(world, code);
  for (const act of [...(Object.keys(acts) as Act[]), "undo" as const])
    for (const input of (act !== "undo" && inputs[act]) || [{}]) {
      const parsed = act === "undo" ? { success: true, data: {} } : acts[act].input.safeParse(input);
      if (!parsed.success) throw new Error(`${act} is tried with what it does not take: ${JSON.stringify(input)}`);
      await world.as(persona, async (tx, me) => {
        const done = await perform(tx, me, { code, act, input: parsed.data });
        if (!done.ok) return done;
        await tx.sql`set constraints all immediate`;
        const [row] = await tx.sql<{ rows: Rows }[]>`select proof_rows(${done.value.referral.id}) as rows`;
        if (row) found.push({ act, after: row.rows });
        return refused("rolled-back");
      });
    }
  return found.filter(({ after }) => JSON.stringify(after) !== JSON.stringify(before));
}

/** Judges a try: what it changed, cell by cell, must be what that person's act writes. */
function judge({ run, target, before, allowed }: Context, after: Rows | string, said: string): void {
  if (typeof after === "string") return;
  const changed = cells(before, after);
  if (changed.length === 0) return;
  const act = changed.find((cell) => cell.startsWith("event + act "))?.slice("event + act ".length);
  const known = new Set(
    allowed.filter((each) => JSON.stringify(each.act) === act).flatMap((each) => cells(before, each.after)),
  );
  const over = changed.filter((cell) => !known.has(cell));
  if (over.length > 0)
    run.figures.holes.push(`${target.state}, ${target.persona}: ${said} wrote ${over.slice(0, 4).join(" · ")}`);
}

/** Every column of every table, every row inserted and deleted, with no event at all. */
async function tryBare(context: Context): Promise<void> {
  const { run, on, id, before } = context;
  for (const [table, columns] of run.columns) {
    const its = table === "referral" ? "id" : "referral_id";
    for (const column of columns)
      for (const value of valuesFor(column, { rows: before, thorough: run.thorough })) {
        const change = `update ${table} set ${column.name} = ${value} where ${its} = '${id}'`;
        judge(context, await on([change]), `a bare ${table}.${column.name} = ${value}`);
      }
    judge(context, await on([`delete from ${table} where ${its} = '${id}'`]), `a bare delete from ${table}`);
    for (const statement of extraRows(context, table)) judge(context, await on([statement]), `a bare row of ${table}`);
  }
  for (const call of callsOf(context)) judge(context, await on([call]), `a bare ${call}`);
}

/** What the database writes for whoever may not read it. */
const callsOf = ({ before, id }: Context): string[] => [
  `select door.change_referral('${id}')`,
  `select door.delete_text('${id}')`,
  ...(before.handover ?? []).map((handover) => `select door.change_handover('${String(handover.id)}')`),
];

const extraRows = ({ before, id }: Context, table: Table): string[] =>
  (before[table] ?? []).slice(-1).map((row) => {
    const changed = {
      ...row,
      ...("id" in row ? { id: randomUUID() } : {}),
      ...("seq" in row ? { seq: Number(row.seq) + 1 } : {}),
      ...("version" in row ? { version: Number(row.version) + 1 } : {}),
      ...(table === "party" ? { post_id: before.stranger?.[0]?.id } : {}),
      ...(table === "referral" ? {} : { referral_id: id }),
    };
    return statementsOf.insert(table, changed);
  });

/** One act: as the rules do it, replayed with one thing changed; and where they refuse it, the event alone and with a step. */
async function tryAct(context: Context, act: string): Promise<void> {
  const { run, on, target, before, allowed } = context;
  run.figures.combinations += 1;
  const bases = allowed.filter((each) => each.act === act);
  const shapes = new Set<string>();
  for (const { after } of bases) {
    let written = statementsOf.act(before, after);
    const shape = run.thorough ? written.map(({ table, key }) => `${table} ${key ? "changed" : "new"}`).join() : act;
    let result = await on(statementsOf.inOrder(written));
    if (result === "42501") {
      written = written.map((each) => ({ ...each, door: true }));
      result = await on(statementsOf.inOrder(written));
    }
    run.figures.replayed += 1;
    if (typeof result === "string")
      run.figures.lost.push(`${target.state}, ${target.persona}: ${act} is refused: ${result}`);
    judge(context, result, `${act}, replayed`);
    await tryHalves(context, { act, written });
    // Inputs that write the same rows with other values are changed once.
    if (!shapes.has(shape) && !run.halvesAlone) await tryChanged(context, { act, written });
    shapes.add(shape);
  }
  if (bases.length > 0 || run.halvesAlone) return;
  // What the rules refuse: an event of it as any of one's posts, with the rows that other acts of theirs make, and bare.
  for (const written of strangeBases(context, act))
    for (const statements of [statementsOf.inOrder(written), statementsOf.saved(written)])
      judge(context, await on(statements), `${act}, which is refused`);
}

/** The act with one of its rows left out: nobody does half of it. */
async function tryHalves(
  { run, target, on, before, allowed }: Context,
  { act, written }: { act: string; written: Written[] },
) {
  const whole = (after: Rows) => cells(before, after).toSorted().join();
  const known = new Set(allowed.filter((each) => each.act === act).map(({ after }) => whole(after)));
  for (const left of written) {
    const after = await on(statementsOf.inOrder(written.filter((each) => each !== left)));
    if (typeof after !== "string" && cells(before, after).length > 0 && !known.has(whole(after)))
      run.figures.holes.push(
        `${target.state}, ${target.persona}: ${act} without its ${left.key ? "change of" : "new"} ${left.table} ${JSON.stringify(left.row).slice(0, 160)}`,
      );
  }
}

/** Events of an act that somebody may not do: with a step of the referral's row, and with what each allowed act writes. */
function strangeBases({ before, allowed, run }: Context, act: string): Written[][] {
  const others = allowed.filter((each, index) => allowed.findIndex(({ act: first }) => first === each.act) === index);
  const retold = others.map(({ after }) =>
    statementsOf
      .act(before, after)
      .map((each) => (each.table === "event" ? { ...each, row: { ...each.row, act } } : each)),
  );
  const seats = run.thorough ? [...(before.seats ?? [])] : (before.seats ?? []).slice(0, 3);
  const handovers = [null, ...(before.handover ?? []).slice(-1).map(({ id }) => id)];
  const plain = seats.flatMap(({ id: post }) =>
    (run.thorough ? handovers : handovers.slice(-1)).map((handover) =>
      statementsOf.bare(before, { act, post, handover }),
    ),
  );
  return [...retold, ...plain];
}

/** Each column of each row that the act writes, and of every other row of the referral, changed in turn. */
async function tryChanged(context: Context, { act, written }: { act: string; written: Written[] }): Promise<void> {
  const { run, on, before, id } = context;
  for (const extra of callsOf(context))
    for (const place of places)
      judge(context, await on(statementsOf.inOrder(written, { extra, place })), `${act} with ${extra}, ${place}`);
  for (const [table, columns] of run.columns) {
    const its = table === "referral" ? "id" : "referral_id";
    const own = written.filter((each) => each.table === table);
    for (const column of columns) {
      const values = valuesFor(column, { rows: before, thorough: run.thorough });
      for (const [at, value] of values.entries()) {
        const said = `${act} with ${table}.${column.name} = ${value}`;
        for (const replaced of own) {
          const change = { replaced, column: column.name, value };
          judge(context, await on(statementsOf.inOrder(written, change)), said);
          if (run.thorough && at === 0)
            judge(context, await on(statementsOf.saved(written, change)), `${said}, in savepoints`);
        }
        // What no statement may change at all was tried by itself.
        if (at > 0 || !column.granted || (own.length > 0 && table === "referral")) continue;
        const extra = `update ${table} set ${column.name} = ${value} where ${its} = '${id}'`;
        for (const place of places)
          judge(context, await on(statementsOf.inOrder(written, { extra, place })), `${said} beside it, ${place}`);
      }
    }
    for (const extra of [`delete from ${table} where ${its} = '${id}'`, ...extraRows(context, table)])
      for (const place of places) {
        const said = `${act} with ${extra.slice(0, 60)}, ${place}`;
        judge(context, await on(statementsOf.inOrder(written, { extra, place })), said);
      }
  }
}

const places = ["before the step", "at last"] as const;
