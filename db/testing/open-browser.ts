import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { handlerOf } from "./access/handlers.ts";
import { ask } from "./call-handler.ts";
import type { Enrolled } from "./newcomer.ts";

/** A browser: posts what a page of ours would, and keeps the cookies that it is given. */
export function openBrowser(held: Record<string, string> = {}) {
  const jar = new Map(Object.entries(held));
  const send = async (address: string, body?: unknown, headers: Record<string, string | null> = {}) => {
    const cookie = [...jar].map(([name, token]) => `__Host-brobyg${name}=${token}`).join("; ");
    const method = body === undefined ? "GET" : "POST";
    const params = address.startsWith("/invitation/") ? { token: address.slice(12) } : {};
    const answer = await ask(await handlerOf(method, address, params), {
      path: address,
      params,
      headers: { cookie, ...headers },
      body: body && { ...body, intent: randomUUID() },
    });
    for (const set of answer.headers.getSetCookie()) {
      expect(set).toMatch(/^__Host-brobyg[\w-]*=[\w-]*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
      const [, name = "", token = ""] = /^__Host-brobyg([\w-]*)=([\w-]*);/.exec(set) ?? [];
      if (token) jar.set(name, token);
      else jar.delete(name);
    }
    return answer;
  };
  return { jar, send };
}

/** Whoever has signed in, in a browser of theirs. */
export const browserOf = ({ session, device }: Pick<Enrolled, "session" | "device">) =>
  openBrowser({ "": session, "-device": device });
export const isIn = async ({ send }: ReturnType<typeof openBrowser>) => (await send("/api/work")).status === 200;
