import { randomUUID } from "node:crypto";
import type { Eye } from "../testing/access/eye.ts";
import type { Stage } from "../testing/access/stage.ts";

/** What is typed into every field that takes words, here or by hand into a request that is refused. */
export const canary = "kanariefuglen";
const note = "Ring helst om formiddagen klokken halv ti";

/** The words that may stand nowhere but where they were written. */
export const canaries = ["KANARIE", canary, "klokken halv ti"];

/** Where somebody's own words are kept: their own column, and nowhere else. */
const kept = ["message", "draft"];

type Sends = (route: string, actor: "vicevaert.titanparken" | "boligraadgiver.sck" | "dpo", body: object) => unknown;

/**
 * Types words into every field that takes some: taken, refused by the guard, refused for its shape, and where they are
 * no input at all.
 */
export async function typeEverywhere({ codes, draft }: Stage, send: Sends): Promise<void> {
  const vicevaert = "vicevaert.titanparken";
  const adviser = "boligraadgiver.sck";
  const beside = () => ({ intent: randomUUID(), recognisable: "no" });
  await send("/api/drafts", vicevaert, { id: draft, coded: {}, note: `${note} ${canary}`, ...beside() });
  await send("/api/referrals", vicevaert, { service: canary, note, ...beside() });
  await send("/api/referrals", vicevaert, { service: "SKP", note: `${canary} 010190-1234`, ...beside() });
  await send(`/api/referrals/${codes.sent}/ask`, adviser, { text: note, ...beside() });
  await send(`/api/referrals/${codes.sent}/ask`, adviser, {
    question: canary,
    text: `${note} 20 30 40 50`,
    ...beside(),
  });
  await send(`/api/referrals/${codes.asked}/answer`, vicevaert, { text: note, ...beside() });
  await send(`/api/referrals/${codes.deputised}/advise`, adviser, { text: note, ...beside() });
  await send(`/api/referrals/${codes.sent}/${canary}`, adviser, { text: note, ...beside() });
  await send("/api/log/search", "dpo", { person: canary, from: canary, to: canary, ...beside() });
  await send("/api/log/search", "dpo", { code: canary, from: "2026-11-01", to: "2026-11-25", ...beside() });
}

/** Tables besides those that keep somebody's words in which such words stand: "table count". */
export async function tablesThatTell({ sql, tables }: Eye): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables.filter((name) => !kept.includes(name))) {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from ${sql(table)} t
      where t::text ilike any (${canaries.map((each) => `%${each}%`)}::text[])`;
    if (row && row.count > 0) found.push(`${table} ${row.count}`);
  }
  return found;
}

/** The canaries in what was printed, or stands in an address. */
export const told = (text: string): string[] =>
  canaries.filter((each) => text.toLowerCase().includes(each.toLowerCase()));

/** Addresses of somebody else that a page or a style would fetch or lead to. Links of our own begin with a slash. */
export function thirdParties(body: string, origin: string): string[] {
  const addresses = body.match(/(?:src|href|action|srcset)="(?:https?:)?\/\/[^"]+"|url\(["']?https?:[^)]+\)/g) ?? [];
  return addresses.filter((address) => !address.includes(`"${origin}`));
}
