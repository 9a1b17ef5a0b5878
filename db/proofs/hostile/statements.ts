import { hashId, newIds } from "../../referral/new-ids.ts";
import type { Rows, Table } from "./eye.ts";

type Row = Record<string, unknown>;
/** One row that an act writes, changes or deletes (`gone`); of `door` one that cannot be read once it is changed. */
export type Written = { table: Table; row: Row; key: Row | null; door?: boolean; gone?: boolean };
type Change = {
  replaced?: Written;
  column?: string;
  value?: string;
  extra?: string;
  place?: "before the step" | "at last";
};

/** What the database writes by itself, and takes from nobody. */
const written = ["tx", "before", "post_name", "release_at"];
/** Made by the database; an event's of the seed that it is written with. */
const madeIds = ["referral", "handover", "message", "result", "notice"];
const keyOf: Record<Table, string[]> = {
  referral: ["id"],
  party: ["post_id"],
  consent: ["seq"],
  referral_matter: ["version"],
  resident_mark: ["mark"],
};
const keys = (table: Table) => keyOf[table] ?? ["id"];
const keyed = (table: Table, row: Row) =>
  keys(table)
    .map((name) => String(row[name]))
    .join();

/** The order in which an act is written: see writeChange. */
const order = [
  "event",
  "consent",
  "referral_matter",
  "handover",
  "referral",
  "resident_mark",
  "message",
  "result",
  "notice",
  "party",
];
/** What has ended first, then what waits: never two that wait or two that are taken over. */
const steps = (row: Row): number =>
  ["proposed", "sent", "opened", "asked"].includes(String(row.state))
    ? 1
    : ["accepted", "on_hold"].includes(String(row.state))
      ? 2
      : 0;
const rank = ({ table, row, key }: Written): number =>
  order.indexOf(table) * 10 + (table === "handover" ? (key === null ? 3 : steps(row)) : row.scope === "part" ? 1 : 0);

const quoted = (row: Row): string => {
  const own = Object.fromEntries(Object.entries(row).filter(([name]) => !written.includes(name)));
  return `'${JSON.stringify(own).replaceAll("'", "''")}'`;
};
const ofTable = (table: Table, row: Row, columns: readonly string[]) =>
  `select ${columns.map((name) => `x.${name}`).join(", ")} from jsonb_populate_record(null::${table}, ${quoted(row)}) x`;

const isGiven = (table: Table, name: string) => !written.includes(name) && !(name === "id" && madeIds.includes(table));

function insert(table: Table, row: Row, { column, value }: Change = {}): string {
  const columns = Object.keys(row).filter((name) => name === column || (row[name] !== null && isGiven(table, name)));
  const values = columns.map((name) => (name === column ? `(${value})` : `x.${name}`));
  return `insert into ${table} (${columns.join(", ")})
    select ${values.join(", ")} from jsonb_populate_record(null::${table}, ${quoted(row)}) x`;
}

const stepped = ["referral", "handover"];

function update({ table, row, key, door }: Written, { column, value }: Change = {}): string {
  const call = `select door.change_${table}('${String(key?.id)}')`;
  if (door && !column && stepped.includes(table)) return call;
  const columns = Object.keys(row).filter((name) => name !== column && !keys(table).includes(name));
  const where = Object.entries(key ?? {}).map(([name, its]) => `${name}::text = '${String(its)}'`);
  const sets = [
    ...(columns.length > 0 ? [`(${columns.join(", ")}) = (${ofTable(table, row, columns)})`] : []),
    ...(column ? [`${column} = ${value}`] : []),
  ];
  const changes = `update ${table} set ${sets.join(", ")} where ${where.join(" and ")}`;
  // A row that its own origin may not read is written by the database.
  return stepped.includes(table)
    ? `with seen as (${changes} returning 1) ${call} where not exists (select from seen)`
    : changes;
}

/** Words that their writer may not read the database deletes. */
const remove = ({ table, row }: Written): string =>
  table === "message"
    ? `with seen as (delete from message where id = '${String(row.id)}' returning 1)
        select door.delete_text('${String(row.referral_id)}') where not exists (select from seen)`
    : `delete from ${table} where id = '${String(row.id)}'`;

const said = (each: Written, change: Change): string =>
  each.gone
    ? remove(each)
    : each.key === null
      ? insert(each.table, each.row, each === change.replaced ? change : {})
      : update(each, each === change.replaced ? change : {});

/** What a row of the referral is found by. */
const whereOf = (table: Table, row: Row): Row => ({
  ...Object.fromEntries(keys(table).map((name) => [name, row[name]])),
  ...(table === "referral" ? {} : { referral_id: row.referral_id }),
});

const changesOf = (was: Row, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => JSON.stringify(was[name]) !== JSON.stringify(value)),
  );

/** The rows that an act has written, from what was before and what is after it. */
function act(before: Rows, after: Rows): Written[] {
  const { seed, event } = newIds();
  const made = newEvent(before, after);
  const told = renamed(after, made ?? "", { event, handover: hashId(event) });
  return writtenIn(before, told).map((each) =>
    each.table === "event" ? { ...each, row: { ...each.row, id: seed } } : each,
  );
}

const newEvent = (before: Rows, after: Rows): string | undefined =>
  (after.event ?? []).find(({ id }) => !before.event?.some((each) => each.id === id))?.id as string | undefined;

/** The same rows, where the new event and the handover that is made with it have other ids. */
const renamed = (rows: Rows, event: string, to: { event: string; handover: string }): Rows =>
  JSON.parse(JSON.stringify(rows).replaceAll(hashId(event), to.handover).replaceAll(event, to.event));

function writtenIn(before: Rows, after: Rows): Written[] {
  return Object.entries(after)
    .filter(([table]) => order.includes(table))
    .flatMap(([table, rows]) => {
      const known = new Map((before[table] ?? []).map((row) => [keyed(table, row), row]));
      const left = new Set(rows.map((row) => keyed(table, row)));
      const gone = [...known]
        .filter(([key]) => !left.has(key))
        .map(([, row]) => ({ table, row, key: whereOf(table, row), gone: true }));
      const changed = rows.flatMap((row) => {
        const was = known.get(keyed(table, row));
        if (was && JSON.stringify(was) === JSON.stringify(row)) return [];
        return [{ table, row: was ? changesOf(was, row) : row, key: was ? whereOf(table, row) : null }];
      });
      return [...gone, ...changed];
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The same statements with something put between them, or one of them changed. */
function inOrder(rows: readonly Written[], change: Change = {}): string[] {
  const statements = rows.map((each) => said(each, change));
  if (!change.extra) return statements;
  const step = change.place === "at last" ? statements.length : rows.findIndex(({ table }) => table === "referral");
  return statements.toSpliced(step, 0, change.extra);
}

/** The event inside a savepoint, and everything else inside another. */
function saved(rows: readonly Written[], change: Change = {}): string[] {
  const [first = "select 1", ...others] = inOrder(rows, change);
  return ["savepoint a", first, "release a", "savepoint b", ...others, "release b"];
}

/** An event that nothing else goes with but the step of its referral's row. */
function bare(
  before: Rows,
  { act: name, post, handover }: { act: string; post: unknown; handover: unknown },
): Written[] {
  const referral = before.referral?.[0] ?? {};
  const latest = before.event?.findLast(({ seq }) => seq === referral.events) ?? {};
  const event = {
    ...latest,
    id: crypto.randomUUID(),
    seq: Number(referral.events) + 1,
    act: name,
    handover_id: handover,
    post_id: post,
    details: {},
    reason: null,
    at: null,
  };
  const row = { ...referral, events: Number(referral.events) + 1 };
  // The person is whoever asks: filled in as SQL, since it is not known here.
  return [
    { table: "event", row: event, key: null },
    { table: "referral", row, key: { id: referral.id } },
  ];
}

export const statementsOf = { act, bare, inOrder, insert, saved };

const isRandom = (table: Table) => ["event", "handover", "message", "result", "notice"].includes(table);
const isKnown = ({ stranger = [], seats = [] }: Rows, id: unknown) =>
  [...stranger, ...seats].some((each) => each.id === id);

/** Every cell that differs, in words: a new row's, or a changed row's. */
export function cells(before: Rows, result: Rows): string[] {
  const made = newEvent(before, result);
  const after = made ? renamed(result, made, { event: "its event", handover: "its handover" }) : result;
  return Object.entries(after).flatMap(([table, rows]) => {
    if (!order.includes(table)) return [];
    const known = new Map((before[table] ?? []).map((row) => [keyed(table, row), row]));
    const found = rows.flatMap((row) => {
      const was = known.get(keyed(table, row));
      known.delete(keyed(table, row));
      const where = was ? keyed(table, row) : "+";
      return Object.entries(row)
        .filter(([name, value]) => JSON.stringify(was?.[name]) !== JSON.stringify(value))
        .filter(([name, value]) => was || name !== "id" || !isRandom(table) || isKnown(before, value))
        .map(([name, value]) => `${table} ${where} ${name} ${JSON.stringify(value)}`);
    });
    return [...found, ...[...known.keys()].map((gone) => `${table} ${gone} gone`)];
  });
}
