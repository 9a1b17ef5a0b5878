import { cookies } from "next/headers";
import { sessionCookie } from "./settings.ts";

/** The session's token, as the cookie holds it. Whether it opens anything, only the database says. */
export const tokenOf = async (): Promise<string | undefined> => (await cookies()).get(sessionCookie())?.value;
