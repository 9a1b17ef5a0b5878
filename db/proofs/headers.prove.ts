import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expand } from "../testing/access/expand.ts";
import { matrix } from "../testing/access/matrix.ts";
import { say } from "../testing/access/say.ts";
import { type Answered, type Served, serveWorld } from "../testing/access/served.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { addressOf, tell } from "../testing/access/walk.ts";

let stage: Stage;
let server: Served;

beforeAll(async () => {
  stage = await openStage();
  server = await serveWorld(stage.world);
}, 600_000);
afterAll(async () => {
  await server?.stop();
  await stage?.close();
});

const year = 365 * 24 * 60 * 60;
const nonceOf = ({ headers }: Answered) =>
  /script-src 'nonce-([\w+/]{22}==)' 'strict-dynamic'(;|$)/.exec(headers.get("content-security-policy") ?? "")?.[1];

/** What every answer says, whoever asked. */
function missing({ headers }: Answered): string[] {
  const age = Number(/max-age=(\d+)/.exec(headers.get("strict-transport-security") ?? "")?.[1] ?? 0);
  const wanted: [string, boolean][] = [
    ["HSTS of a year", age >= year],
    ["HSTS of what is below", headers.get("strict-transport-security")?.includes("includeSubDomains") ?? false],
    ["nosniff", headers.get("x-content-type-options") === "nosniff"],
    ["no frame", headers.get("x-frame-options") === "DENY"],
    ["a referrer policy", headers.get("referrer-policy") === "same-origin"],
    ["an opener policy", headers.get("cross-origin-opener-policy") === "same-origin"],
    ["no version", !headers.has("server") && !headers.has("x-powered-by")],
    ["no leave for other origins", !headers.has("access-control-allow-origin")],
  ];
  return wanted.flatMap(([what, there]) => (there ? [] : [what]));
}

/** What is no page and no handler of ours, and what Next would answer by itself. */
const besides = [
  "/favicon.ico",
  "/icon",
  "/icon.svg",
  "/icon.png",
  "/_next/",
  "/_next/static/nothing.js",
  "/_next/data/x.json",
  "/_next/image?url=%2Ffavicon.ico&w=64&q=75",
  "/.well-known/security.txt",
  "/.well-known/nothing",
  "/api/nothing",
  "/nothing",
  "/%E0%A4%A",
];

test("so does whatever is no page of ours, and nothing makes pictures smaller", async () => {
  const { body } = await server.send("/login");
  const files = [...new Set(body.match(/\/_next\/static\/[^"\\]+\.(?:js|css|woff2?)/g))];
  expect(files.length).toBeGreaterThan(2);
  const wrong: string[] = [];
  for (const address of [...besides, ...files]) {
    const answered = await server.send(address);
    const lacks = missing(answered);
    if (!answered.headers.get("content-security-policy")?.includes("default-src 'none'")) lacks.push("a policy");
    if (answered.status >= 500 || (address.includes("image") && answered.status !== 404))
      lacks.push(`an answer other than ${answered.status}`);
    if (lacks.length > 0) wrong.push(`${address}: ${lacks.join(", ")}`);
  }
  say("headers", { "answers besides": [besides.length + files.length, "–"], "that lack something": [wrong.length, 0] });
  expect(wrong).toEqual([]);
});

const methods = ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND", "PURGE", "LINK", "SEARCH", "MKCOL"];

/** fetch takes no TRACE. */
const statusOf = async (method: string, address: string): Promise<string> => {
  const asking = request(`${server.origin}${address}`, { method, headers: { "content-length": "0" } }).end();
  const [answer] = (await once(asking, "response")) as [IncomingMessage];
  let told = "";
  for await (const part of answer) told += String(part);
  return `${answer.statusCode} ${answer.headers.allow} ${told}`;
};

test("a method that nothing here takes is answered with those that are, and with no fault of ours", async () => {
  for (const method of methods)
    for (const [address, allowed] of [
      ["/login", "GET, HEAD"],
      ["/nothing", "GET, HEAD"],
      ["//api/bulk", "GET, HEAD"],
      ["/api/inbox", "GET, HEAD, POST"],
      ["/api/bulk", "GET, HEAD, POST"],
    ] as const)
      expect([method, address, await statusOf(method, address)]).toEqual([method, address, `405 ${allowed} `]);
});

test("every answer says what a browser may do with it", async () => {
  const people = ["nobody", "postless", "sagsbehandler.sck", "vicevaert.titanparken", "leder.akb"];
  const asked = expand(stage, { situations: ["sent", "absent"] }).filter(
    ({ actor, method }) => people.includes(actor) && (method === "PAGE" || method === "GET"),
  );
  const wrong: string[] = [];
  const routes = new Set<string>();
  for (const each of asked) {
    const answered = await server.send(addressOf(each), { token: await stage.token(each.actor), listen: 100 });
    routes.add(each.way);
    const type = answered.headers.get("content-type") ?? "";
    const lacks = missing(answered);
    const isPublic = matrix[each.way]?.of === "everybody";
    if (each.actor !== "nobody" && !isPublic && !answered.headers.get("cache-control")?.includes("no-store"))
      lacks.push("no-store");
    const policy = answered.headers.get("content-security-policy") ?? "";
    if (type.startsWith("text/html")) {
      const nonce = nonceOf(answered);
      if (!nonce || policy.includes("unsafe")) lacks.push("a policy with a nonce, and nothing unsafe");
      if (!policy.includes("frame-ancestors 'none'")) lacks.push("no ancestors");
      const scripts = answered.body.match(/<script\b[^>]*>/g) ?? [];
      if (scripts.some((tag) => !tag.includes(`nonce="${nonce}"`))) lacks.push("a nonce on every script");
    } else if (!policy.includes("'none'") && each.method === "GET") lacks.push("a policy that lets nothing run");
    if (answered.status < 300 && answered.body.length > 0 && !/charset|json|pdf/.test(type)) lacks.push("a charset");
    if (lacks.length > 0) wrong.push(`${tell(each)} (${answered.status}): ${lacks.join(", ")}`);
  }
  const where = await server.send("/.well-known/security.txt");
  if (where.status !== 200 || !where.body.startsWith("Contact: ")) wrong.push(`security.txt: ${where.status}`);
  const seen = new Set<string>();
  for (let turn = 0; turn < 1_000; turn += 1) {
    const nonce = nonceOf(await server.send("/login"));
    if (nonce) seen.add(nonce);
  }
  say("headers", {
    routes: [routes.size, "all"],
    answers: [asked.length, "–"],
    "that lack something": [wrong.length, 0],
    "nonces of 1,000 that are new": [seen.size, 1_000],
  });
  expect(wrong).toEqual([]);
  expect(seen.size).toBe(1_000);
});
