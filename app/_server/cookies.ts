import { ownOrigin, sessionCookie } from "./settings.ts";

const day = 24 * 60 * 60;

/** How long each is kept, in seconds. What they open, the database ends by itself; the cookie only follows. */
const kinds = {
  /** A session is a working day at most. */
  session: { suffix: "", seconds: day / 2 },
  /** Of a browser that somebody has signed in from: strangers who guess do not use up its tries. */
  device: { suffix: "-device", seconds: 180 * day },
  /** What was begun and waits for its next step. */
  ceremony: { suffix: "-ceremony", seconds: 15 * 60 },
  /** The link of an invitation, out of the address as soon as it was followed. */
  invitation: { suffix: "-invitation", seconds: 60 * 60 },
  /** Another link that was followed while something was under way: whether it takes its place, its reader says. */
  offered: { suffix: "-offered", seconds: 15 * 60 },
  /** That somebody went from there to their organisation's login. Who goes there otherwise is tied to no invitation. */
  invited: { suffix: "-invited", seconds: 15 * 60 },
} as const;

export type Cookie = keyof typeof kinds;
/** Tokens to keep in a browser, and those (null) to forget. */
export type Kept = Partial<Record<Cookie, string | null>>;

export const cookieName = (cookie: Cookie): string => `${sessionCookie()}${kinds[cookie].suffix}`;

/** Only for this host, over TLS where there is any, and never for scripts. Lax: a link in a mail may lead here. */
export const cookieOptions = (cookie: Cookie) =>
  ({
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: ownOrigin().startsWith("https:"),
    maxAge: kinds[cookie].seconds,
  }) as const;

/** The headers that set and forget them. */
export function setCookies(kept: Kept): string[] {
  return (Object.entries(kept) as [Cookie, string | null][]).map(([cookie, token]) => {
    const { maxAge, secure } = cookieOptions(cookie);
    const lasting = `Max-Age=${token === null ? 0 : maxAge}`;
    return `${cookieName(cookie)}=${token ?? ""}; Path=/; ${lasting}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  });
}
