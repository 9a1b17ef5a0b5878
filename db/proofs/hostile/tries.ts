import { randomUUID } from "node:crypto";
import type { World } from "../../testing/world.ts";
import type { Column, Rows, Table } from "./eye.ts";
import { cells, statementsOf, type Written } from "./statements.ts";
import { valuesFor } from "./values.ts";

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

export type Run = {
  world: World;
  columns: Map<Table, Column[]>;
  acts: readonly string[];
  thorough: boolean;
  /** What was tried with every value; the same elsewhere is tried with the first of each. */
  tried: Set<string>;
  halvesAlone: boolean;
  figures: HostileFigures;
};
export type Target = { state: string; persona: string; code: string };

/** What an act writes with one input, and the same cell by cell. */
export type Allowed = { act: string; after: Rows; cells: string[] };
export type Context = {
  run: Run;
  target: Target;
  id: string;
  before: Rows;
  allowed: readonly Allowed[];
  on: (statements: readonly string[]) => Promise<Rows | string>;
};

/** Judges a try: what it changed, cell by cell, must be what that person's act writes. */
function judge({ run, target, before, allowed }: Context, after: Rows | string, said: string): void {
  if (typeof after === "string") return;
  const changed = cells(before, after);
  if (changed.length === 0) return;
  const act = changed.find((cell) => cell.startsWith("event + act "))?.slice("event + act ".length);
  const known = new Set(allowed.filter((each) => JSON.stringify(each.act) === act).flatMap((each) => each.cells));
  const over = changed.filter((cell) => !known.has(cell));
  if (over.length > 0)
    run.figures.holes.push(`${target.state}, ${target.persona}: ${said} wrote ${over.slice(0, 4).join(" · ")}`);
}

/** Every column of every table, every row inserted and deleted, with no event at all. */
export async function tryBare(context: Context): Promise<void> {
  const { run, on, id, before, target } = context;
  const thorough = isNew(run, `bare ${target.persona}`);
  for (const [table, columns] of run.columns) {
    const its = table === "referral" ? "id" : "referral_id";
    for (const column of columns)
      for (const value of valuesFor(column, { rows: before, thorough })) {
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
export async function tryAct(context: Context, act: string): Promise<void> {
  const { run, on, target, before, allowed } = context;
  run.figures.combinations += 1;
  const bases = allowed.filter((each) => each.act === act);
  const shapes = new Set<string>();
  for (const { after } of bases) {
    let written = statementsOf.act(before, after);
    const shape = run.thorough ? written.map(shapeOf).join() : act;
    const states = written.map((each) => `${shapeOf(each)} ${stateOf(each)}`).join();
    let result = await on(statementsOf.inOrder(written));
    if (result === "42501") {
      written = written.map((each) => ({ ...each, door: true }));
      result = await on(statementsOf.inOrder(written));
    }
    run.figures.replayed += 1;
    if (typeof result === "string")
      run.figures.lost.push(`${target.state}, ${target.persona}: ${act} is refused: ${result}`);
    judge(context, result, `${act}, replayed`);
    // Inputs that write the same rows with other values are tried once.
    if (!shapes.has(states)) await tryHalves(context, { act, written });
    const thorough = isNew(run, `${act} ${shape} ${rolesOf(before, written)}`);
    if (!shapes.has(shape) && !run.halvesAlone) await tryChanged(context, { act, written, thorough });
    shapes.add(shape).add(states);
  }
  if (bases.length > 0 || run.halvesAlone) return;
  // What the rules refuse: an event of it as any of one's posts, with the rows that other acts of theirs make, and bare.
  for (const written of strangeBases(context, act))
    for (const statements of [statementsOf.inOrder(written), statementsOf.saved(written)])
      judge(context, await on(statements), `${act}, which is refused`);
}

/** Is it new in a thorough run? From now on it is not. */
function isNew({ thorough, tried }: Run, what: string): boolean {
  const before = tried.size;
  return thorough && tried.add(what).size > before;
}

/** What the post that tells the event has to do with the referral: its role in it. */
function rolesOf({ referral = [], handover = [] }: Rows, written: readonly Written[]): string {
  const post = written.find(({ table }) => table === "event")?.row.post_id;
  const { origin_post, holder_post, waiting_id, current_id } = referral[0] ?? {};
  const to = (id: unknown) => handover.find((each) => each.id === id)?.to_post;
  const roles = { origin: origin_post, holder: holder_post, receiver: to(waiting_id), current: to(current_id) };
  return Object.entries(roles)
    .filter(([, its]) => its === post)
    .map(([role]) => role)
    .join();
}

const shapeOf = ({ table, key }: Written): string => `${table} ${key ? "changed" : "new"}`;
const stateOf = ({ row }: Written): string => String(row.state ?? row.name ?? row.scope ?? row.kind ?? row.discussion);

/** The act with one of its rows left out: nobody does half of it. */
async function tryHalves(
  { run, target, on, before, allowed }: Context,
  { act, written }: { act: string; written: Written[] },
) {
  const whole = (changed: readonly string[]) => changed.toSorted().join();
  const known = new Set(allowed.filter((each) => each.act === act).map((each) => whole(each.cells)));
  for (const left of written) {
    const after = await on(statementsOf.inOrder(written.filter((each) => each !== left)));
    if (typeof after === "string") continue;
    const changed = cells(before, after);
    if (changed.length > 0 && !known.has(whole(changed)))
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
  const handovers = [null, ...(before.handover ?? []).map(({ id }) => id)];
  const plain = seats.flatMap(({ id: post }) =>
    (run.thorough ? handovers : handovers.slice(-1)).map((handover) =>
      statementsOf.bare(before, { act, post, handover }),
    ),
  );
  return [...retold, ...plain];
}

/** Each column of each row that the act writes, and of every other row of the referral, changed in turn. */
async function tryChanged(
  context: Context,
  { act, written, thorough }: { act: string; written: Written[]; thorough: boolean },
): Promise<void> {
  const { run, on, before, id } = context;
  for (const extra of callsOf(context))
    for (const place of places)
      judge(context, await on(statementsOf.inOrder(written, { extra, place })), `${act} with ${extra}, ${place}`);
  for (const [table, columns] of run.columns) {
    const its = table === "referral" ? "id" : "referral_id";
    const own = written.filter((each) => each.table === table);
    for (const column of columns) {
      const values = valuesFor(column, { rows: before, thorough });
      for (const [at, value] of values.entries()) {
        const said = `${act} with ${table}.${column.name} = ${value}`;
        for (const replaced of own) {
          const change = { replaced, column: column.name, value };
          judge(context, await on(statementsOf.inOrder(written, change)), said);
          if (thorough && at === 0)
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
