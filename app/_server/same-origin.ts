import { ownOrigin } from "./settings.ts";

/**
 * Does this request come from our own pages? Origin must be ours, and where the browser says how the request came about
 * (Sec-Fetch-Site) it must be from the same origin. A request that says neither is refused: every browser says one.
 */
export function fromOwnPages({ headers }: Request): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null && origin !== ownOrigin()) return false;
  if (site !== null) return site === "same-origin";
  return origin !== null;
}
