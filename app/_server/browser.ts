import { cookies } from "next/headers";
import { nameFor } from "#db/account/seal.ts";
import type { Browser } from "#db/account/sign-in.ts";
import { browserName } from "#lib/account/browser-name.ts";
import { cookieName } from "./cookies.ts";
import { proxies, secret } from "./settings.ts";

/** Where a request comes from: a keyed hash of its address, its browser coarsely, the tokens that it holds. */
export async function browserOf(headers: Headers): Promise<Browser> {
  const held = await cookies();
  return {
    source: sourceOf(headers),
    name: browserName(headers.get("user-agent") ?? ""),
    device: held.get(cookieName("device"))?.value,
    session: held.get(cookieName("session"))?.value,
  };
}

/** A keyed hash of the address that a request comes from. */
export const sourceOf = (headers: Headers): Buffer => nameFor(addressOf(headers), secret());

/**
 * The address that the outermost of our own proxies saw. What stands before it in the header was sent along by whoever
 * asks, and may be anything.
 */
function addressOf(headers: Headers): string {
  const seen = (headers.get("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  return seen.at(-proxies()) ?? seen[0] ?? "";
}
