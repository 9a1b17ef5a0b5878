import type { Combination } from "../testing/access/expand.ts";
import type { Eye } from "../testing/access/eye.ts";
import type { World } from "../testing/world.ts";

/**
 * Spearman's rank correlation of values with the order they came in: 1 when they grow with time, 0 when they say nothing
 * of it.
 */
export function rankCorrelation(values: readonly string[]): number {
  const ranked = values.map((value, at) => ({ value, at })).toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const squares = ranked.reduce((sum, { at }, rank) => sum + (rank - at) ** 2, 0);
  const count = values.length;
  return 1 - (6 * squares) / (count * (count ** 2 - 1));
}

/** What is somebody's own, for who protects data, or about nobody (how long security.txt holds): such times may be told. */
const ownTimes = /\/(log|account|session|security)\b/;

/** Where only a moment can be written, a day is its midnight. */
const moment = /\b20\d{2}-[01]\d-[0-3]\d[T ](?!00:00:00Z)[0-2]\d:[0-5]\d|(?<![\d.-])1[6-9]\d{11}(?![\d.])/g;

/** When the reader's own list was read, which goes back with it: the one moment in it, and nobody else's. */
const ownMoment = /upTo\\?"(?: value=|\s*:\s*)\\?"[^"\\]*/g;

/** Moments finer than a day in something that was sent. */
export const momentsIn = ({ way }: Pick<Combination, "way">, body: string): string[] =>
  ownTimes.test(way) ? [] : (body.replaceAll(ownMoment, "").match(moment) ?? []);

/** Addresses of ours with a number that counts, or an id that grows with time (any UUID but a random one and one made of a hash). */
export function orderedIn(body: string): string[] {
  const addresses = body.match(/(?<=["'(])\/(?!_next|\/)[\w/?=&%.-]+/g) ?? [];
  return addresses.filter((address) => /\/\d+(?=[/?]|$)/.test(address) || hasOrderedId(address));
}

/** Versions of UUIDs that say nothing of when they were made. */
const unordered = ["4", "8"];

/** The row of one's own search of the log is the one id in an address that is not drawn at random; it is nobody else's. */
const hasOrderedId = (address: string): boolean =>
  (address.replace(/search[=/][\da-f-]{36}/, "").match(/[\da-f]{8}-[\da-f]{4}-[\da-f]-?[\da-f-]{21,22}/g) ?? []).some(
    (id) => !unordered.includes(id.charAt(14)),
  );

type Told = { events?: { own: boolean; when: object; key: string }[] };

/** Days of what others did, in what one referral tells: they are told in weeks. */
export const daysOfOthers = ({ events = [] }: Told): string[] =>
  events.filter(({ own, when }) => !own && "day" in when).map(({ key }) => key);

/** Tables whose ids stand in what is sent. */
const shown = [
  "referral",
  "handover",
  "event",
  "message",
  "meeting",
  "meeting_item",
  "person",
  "post",
  "unit",
  "draft",
];

/** Ids in those tables that are neither random nor made of a hash: "table count". */
export async function orderedIds({ sql }: Eye): Promise<string[]> {
  const found = await Promise.all(
    shown.map(async (table) => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from ${sql(table)} where substr(id::text, 15, 1) <> all (${unordered})`;
      return row && row.count > 0 ? [`${table} ${row.count}`] : [];
    }),
  );
  return found.flat();
}

/** Codes as the database makes them, one after the other. */
export const newCodes = async (world: World, count: number): Promise<string[]> =>
  world.owns([], async (sql) => {
    const [place] = await sql<{ id: string }[]>`select gen_random_uuid() as id`;
    await sql`set local role brobyg_door`;
    const rows = await sql<{ code: string }[]>`
      select door.new_code(${place?.id ?? ""}) as code from generate_series(1, ${count}::integer)`;
    await sql`reset role`;
    return rows.map(({ code }) => code);
  });
