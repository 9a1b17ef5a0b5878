import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/** How many open referrals there are of a service; a few are under five. */
export type Load = number | "few";

/** By the services that have any. Whoever does not administer is told of none. */
export async function serviceLoads({ sql }: Tx, _me: Member): Promise<Record<string, Load>> {
  const rows = await sql<{ service: string; load: number | null }[]>`select service, load from door.service_loads()`;
  return Object.fromEntries(rows.map(({ service, load }) => [service, load ?? "few"]));
}
