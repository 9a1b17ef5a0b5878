import { addressOf } from "../seed/demo-people.ts";
import type { Answered, Served } from "../testing/access/served.ts";

/** Posts a form of the login page as a browser without scripts does: with what Next has hidden in it. */
async function postLogin(server: Served, form: string, fields: Record<string, string>): Promise<Answered> {
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  const body = new URLSearchParams();
  for (const [, name = "", value = ""] of hidden) body.set(name, decode(value));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const boundary = "----brobyg";
  const parts = [...body].map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return server.send("/login", {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: `${parts.join("")}--${boundary}--\r\n`,
  });
}

const decode = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&#x27;", "'");
const formsOf = (page: string) => page.match(/<form[\s\S]*?<\/form>/g) ?? [];

/** One click on one of the demo's people. */
export async function signsInOver(server: Served, persona: string): Promise<{ cookie: string; token: string }> {
  const { body } = await server.send("/login");
  const form = formsOf(body).find((each) => each.includes(`value="${addressOf(persona)}"`)) ?? "";
  const { headers } = await postLogin(server, form, { address: addressOf(persona) });
  const cookie = headers.getSetCookie().find((each) => each.startsWith("brobyg=")) ?? "";
  return { cookie, token: /^brobyg=([^;]*)/.exec(cookie)?.[1] ?? "" };
}

/** The form that takes an address and a password: what it is answered with, and how long that takes in milliseconds. */
export async function passwordForm(server: Served) {
  const form = formsOf((await server.send("/login")).body).find((each) => each.includes('name="password"')) ?? "";
  return async (email: string, password: string): Promise<Answered & { took: number }> => {
    const began = performance.now();
    const answer = await postLogin(server, form, { email, password });
    return { ...answer, took: performance.now() - began };
  };
}
