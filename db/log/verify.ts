import { hash as digest } from "node:crypto";
import type { Readable } from "node:stream";
import type postgres from "postgres";
import { logMonths } from "#lib/anonymity/retention.ts";
import { lineOf } from "#lib/log/line.ts";
import { latestMinutes, noHash } from "./chain.ts";

/** A head of the chain as it was carried out of the database. */
export type Anchor = { partnership: string; number: number; hash: string; at: string };

/** What the chain begins with: nothing, or the anchored head after which it was cut, since what came before it was old. */
export type Checkpoint = { number: number; hash: string };

/**
 * `changed`: the row does not give its hash, it was written over, or others were put in or moved before it. `missing`: the
 * row is gone. `gap`: its number is gone. `unnumbered`: a row that claims to be older than the chain and is not in it.
 * `cut`: the chain ends before a head that was anchored. `rewritten`: the chain holds together, and is not the one that
 * was anchored. `unanchored`: the database says that a head was anchored, and the file does not know it.
 */
export type Fault = "beheaded" | "changed" | "missing" | "gap" | "unnumbered" | "cut" | "rewritten" | "unanchored";
export type Verdict = {
  partnership: string;
  /** Where the check began: after the head that the log was cut at. Null from its very beginning. */
  from: Checkpoint | null;
  /** Links that were checked. */
  rows: number;
  anchors: number;
  /** Rows that wait for their number; a few seconds' worth. */
  waiting: number;
  /** The first that is wrong; a row that was never numbered has no number. */
  bad: { why: Fault; number: number | null; id: string | null } | null;
};

/**
 * Reads one partnership's chain from its first link, or from the anchored head after which it was cut, and compares it with
 * the log and with the anchors. It makes the lines and hashes by itself, from the columns as they are, and believes nothing
 * that the chainer computed. Where it may have been cut, the anchors say: a head carried out two years ago, by their file.
 *
 * @param now the database's own clock, unless whoever checks holds another
 */
export async function verifyLog(
  sql: postgres.Sql,
  partnership: string,
  anchors: readonly Anchor[],
  now?: Date,
): Promise<Verdict> {
  const its = anchors.filter((anchor) => anchor.partnership === partnership);
  const heads = new Map(its.map((anchor) => [anchor.number, anchor.hash]));
  const from = await checkpointOf(sql, partnership, its);
  const before = cutBefore(now ?? (await nowOf(sql)));
  const old = from === null || its.some(({ number, at }) => number === from.number && at <= before);
  const chain = old ? await followChain(sql, partnership, { heads, from }) : beheaded;
  const { waiting, stray } = await unnumbered(sql, partnership);
  const verdict = { partnership, from, rows: chain.rows, anchors: its.length, waiting };
  const last = (from?.number ?? 0) + chain.rows;
  const cut = its.find(({ number }) => number > last);
  const fault: Verdict["bad"] =
    chain.bad ??
    (cut ? { why: "cut", number: last + 1, id: null } : null) ??
    (stray ? { why: "unnumbered", number: null, id: stray } : null) ??
    (await unanchored(sql, partnership, heads));
  return { ...verdict, bad: fault };
}

async function nowOf(sql: postgres.Sql): Promise<Date> {
  const [row] = await sql<{ now: string }[]>`select app_now()::text as now`;
  return new Date(row?.now ?? "");
}

/** The moment before which the log may be cut, as anchors write it. */
function cutBefore(now: Date): string {
  const moment = new Date(now);
  moment.setUTCMonth(moment.getUTCMonth() - logMonths);
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** What the first link hangs on, by the anchors' word; without a hash where they do not know it. */
async function checkpointOf(
  sql: postgres.Sql,
  partnership: string,
  anchors: readonly Anchor[],
): Promise<Checkpoint | null> {
  const [first] = await sql<{ number: string | null }[]>`
    select min(number) as number from link where partnership_id = ${partnership}`;
  const number = Number(first?.number ?? 1) - 1;
  if (number <= 0) return null;
  return { number, hash: anchors.find((anchor) => anchor.number === number)?.hash ?? "" };
}

type Chain = { rows: number; bad: Verdict["bad"] };
const beheaded: Chain = { rows: 0, bad: { why: "beheaded", number: 1, id: null } };
type Following = { heads: ReadonlyMap<number, string>; from: Checkpoint | null };

async function followChain(sql: postgres.Sql, partnership: string, { heads, from }: Following): Promise<Chain> {
  let chain: Chain = { rows: 0, bad: null };
  const start = from?.number ?? 0;
  let before = from?.hash ?? noHash;
  await copied(sql, chainOf(partnership), ([number, logId, hash, ...row]) => {
    // What has begun to be copied must be taken to its end, also past the first bad row.
    if (chain.bad) return;
    const next = start + chain.rows + 1;
    before = digest("sha256", `${before}\n${next}\n${row[0] === null ? "" : lineFrom(partnership, row)}`);
    const why = faultOf({
      gap: Number(number) !== next,
      missing: row[0] === null,
      changed: before !== hash,
      rewritten: (heads.get(next) ?? hash) !== hash,
    });
    if (!why) chain.rows += 1;
    else chain = { ...chain, bad: { why, number: next, id: why === "gap" ? null : (logId ?? null) } };
  });
  return chain;
}

/** The first that holds, in this order. */
function faultOf(holds: Partial<Record<Fault, boolean>>): Fault | undefined {
  for (const fault in holds) if (holds[fault as Fault]) return fault as Fault;
  return undefined;
}

const chainOf = (partnership: string) => `
  select k.number, k.log_id, encode(k.hash, 'hex'), l.id, l.at at time zone 'UTC', l.person_id, l.posts, l.kind, l.what,
    l.referrals, l.detail
  from link k left join log l on l.partnership_id = k.partnership_id and l.id = k.log_id
  where k.partnership_id = '${partnership}' order by k.number`;

function lineFrom(partnership: string, columns: readonly (string | null)[]): string {
  const [id, at, person, posts, kind, what, referrals, detail] = columns;
  return lineOf({
    partnership,
    id: id ?? "",
    at: momentOf(at ?? ""),
    person: person ?? null,
    posts: listOf(posts),
    kind: kind ?? "",
    what: what ?? "",
    referrals: listOf(referrals),
    detail: detail ?? null,
  });
}

/** `2026-11-24 09:15:00.1` is written `2026-11-24T09:15:00.100000`. */
function momentOf(written: string): string {
  const [whole = "", part = ""] = written.replace(" ", "T").split(".");
  return `${whole}.${part.padEnd(6, "0")}`;
}

/** `{a,b}`: ids, which need no quotes. */
const listOf = (written: string | null | undefined): string[] => {
  const inside = written?.slice(1, -1) ?? "";
  return inside === "" ? [] : inside.split(",");
};

/** The rows of a query as PostgreSQL copies them out: the fastest way, and without the driver's ideas of types. */
async function copied(sql: postgres.Sql, query: string, take: (row: (string | null)[]) => void): Promise<void> {
  const stream = (await sql.unsafe(`copy (${query}) to stdout`).readable()) as Readable;
  let rest = "";
  for await (const chunk of stream.setEncoding("utf8")) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line.split("\t").map(unescaped));
  }
}

const escapes: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

function unescaped(text: string): string | null {
  if (text === "\\N") return null;
  return text.includes("\\") ? text.replaceAll(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign) : text;
}

/** Rows without a number: those that wait for theirs, and the first that came too late ever to get one. */
async function unnumbered(sql: postgres.Sql, partnership: string): Promise<{ waiting: number; stray: string | null }> {
  const [found] = await sql<{ waiting: number; stray: string | null }[]>`
    with last as (
      select max(l.at) - make_interval(mins => ${latestMinutes}) as seen from (
        select log_id from link where partnership_id = ${partnership} order by number desc limit 1000) k
      join log l on l.partnership_id = ${partnership} and l.id = k.log_id)
    select count(*) filter (where coalesce(l.at > last.seen, true))::int as waiting,
      (array_agg(l.id order by l.at) filter (where l.at <= last.seen))[1] as stray
    from log l cross join last
    where l.partnership_id = ${partnership}
      and not exists (select 1 from link k where k.partnership_id = l.partnership_id and k.log_id = l.id)`;
  return found ?? { waiting: 0, stray: null };
}

async function unanchored(
  sql: postgres.Sql,
  partnership: string,
  heads: ReadonlyMap<number, string>,
): Promise<Verdict["bad"]> {
  const kept = await sql<{ number: string; hash: string }[]>`
    select number, encode(hash, 'hex') as hash from anchor where partnership_id = ${partnership} order by number`;
  const lost = kept.find(({ number, hash }) => heads.get(Number(number)) !== hash);
  return lost ? { why: "unanchored", number: Number(lost.number), id: null } : null;
}
