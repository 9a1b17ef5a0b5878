import { cookies } from "next/headers";
import { ownOrigin, sessionCookie } from "./settings.ts";

/** As long as next-auth waits for the provider. */
const lasting = 15 * 60;

const invitationCookie = () => `${sessionCookie()}-invitation`;
const name = () => `${sessionCookie()}-invited`;

/**
 * Remembers (or forgets) that somebody who has followed the link of an invitation went on to their organisation's login.
 * Whoever goes there otherwise is tied to no invitation, whatever this browser still holds.
 */
export function rememberInvited(invited: boolean): string {
  const secure = ownOrigin().startsWith("https:") ? "; Secure" : "";
  return `${name()}=${invited ? "1" : ""}; Max-Age=${invited ? lasting : 0}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The link that somebody who is back from there came with. */
export async function invitedWith(): Promise<string | undefined> {
  const held = await cookies();
  return held.has(name()) ? held.get(invitationCookie())?.value : undefined;
}
