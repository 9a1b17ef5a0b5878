import { addressOf } from "../seed/demo-people.ts";
import type { Answered, Served } from "../testing/access/served.ts";

/** Posts a form of the login page as a browser without scripts does. */
const postLogin = (server: Served, way: "password" | "persona", fields: Record<string, string>): Promise<Answered> =>
  server.send(`/api/login/${way}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });

/** One click on one of the demo's people. */
export async function signsInOver(server: Served, persona: string): Promise<{ cookie: string; token: string }> {
  const { headers } = await postLogin(server, "persona", { address: addressOf(persona) });
  const cookie = headers.getSetCookie().find((each) => each.startsWith("brobyg=")) ?? "";
  return { cookie, token: /^brobyg=([^;]*)/.exec(cookie)?.[1] ?? "" };
}

/** The form that takes an address and a password: what it is answered with, and how long that takes in milliseconds. */
export const passwordForm =
  (server: Served) =>
  async (email: string, password: string): Promise<Answered & { took: number }> => {
    const began = performance.now();
    const answer = await postLogin(server, "password", { email, password });
    return { ...answer, took: performance.now() - began };
  };
