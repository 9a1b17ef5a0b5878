import { readFileSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { over } from "../testing/access/ask-server.ts";
import { bypasses } from "../testing/access/bypass-shapes.ts";
import { expand, soundBodies } from "../testing/access/expand.ts";
import { leakFinder } from "../testing/access/leaks.ts";
import { say } from "../testing/access/say.ts";
import { type Served, serveWorld } from "../testing/access/served.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { addressOf, type Reply, tell, walk } from "../testing/access/walk.ts";

let stage: Stage;
let withProxy: Served;
let without: Served;

beforeAll(async () => {
  stage = await openStage();
  withProxy = await serveWorld(stage.world);
  without = await serveWorld(stage.world, { proxy: false });
}, 600_000);
afterAll(async () => {
  await withProxy?.stop();
  await without?.stop();
  await stage?.close();
});

/** What is read: without nonces, and without what the scripts carry. */
const visible = (body: string): string =>
  body
    .replaceAll(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

/** The proxy leads whoever has no cookie to the login by itself; the page does it too, in other words. */
const alike = (one: Reply, other: Reply): boolean => {
  const leads = (reply: Reply) => (reply.status === 303 || reply.status === 307 ? 303 : reply.status);
  const to = (reply: Reply) => URL.parse(reply.location ?? "", "http://x")?.pathname;
  if (leads(one) !== leads(other) || to(one) !== to(other)) return false;
  return leads(one) === 303 || visible(one.body) === visible(other.body);
};

/** Without how often and how long: two answers of two moments differ in nothing else. */
const countless = (reply: Reply): Reply => ({ ...reply, body: reply.body.replaceAll(/\d+/g, "0") });

test("the proxy is really gone", async () => {
  expect((await withProxy.send("/login")).headers.get("content-security-policy")).toContain("nonce-");
  expect((await without.send("/login")).headers.get("content-security-policy")).toBeNull();
});

test("without the proxy everybody gets what they get with it", async () => {
  const bodies = await soundBodies(stage);
  const one = await walk(stage, over(withProxy), { bodies });
  const other = await walk(stage, over(without), { bodies });
  const different: string[] = [];
  for (const each of expand(stage).filter(({ expected }) => expected !== "may")) {
    const [first, second] = [one.replies.get(tell(each)), other.replies.get(tell(each))];
    if (first && second && alike(first, second)) continue;
    // Looks add up and a session runs on between two walks: it is asked anew, of one right after the other. The second time
    // counts, since a first look adds a line, and "once" becomes "twice".
    const token = await stage.token(each.actor);
    const body = ["PAGE", "GET"].includes(each.method) ? undefined : bodies(each);
    const ask = async () => [await over(withProxy)(each, token, body), await over(without)(each, token, body)] as const;
    await ask();
    const [again, after] = await ask();
    if (!alike(countless(again), countless(after))) different.push(`${tell(each)}: ${again.status} / ${after.status}`);
  }
  say("noproxy", {
    combinations: [other.asked, one.asked],
    "other than the matrix says": [other.wrong.length, 0],
    "foreign ids or words in a body": [other.leaks.length, 0],
    "differences besides the comfort redirect and the policy": [different.length, 0],
  });
  expect(different).toEqual([]);
  expect({ wrong: other.wrong, leaks: other.leaks }).toEqual({ wrong: [], leaks: [] });
});

test("no shape of a request leads past what a page asks for itself", async () => {
  const build = readFileSync(path.join(withProxy.built, "../BUILD_ID"), "utf8").trim();
  const leaksIn = leakFinder(stage);
  const shapes = bypasses(build);
  // Whoever is nobody, was deactivated or sees none of it, at every page and list, of one referral that is hidden.
  const wanted = expand(stage, { situations: ["homeHelp"] }).filter(
    ({ method, actor, expected, route }) =>
      (method === "PAGE" || method === "GET") &&
      ["nobody", "deactivated", "vicevaert.titanparken"].includes(actor) &&
      expected !== "shown" &&
      expected !== "onwards" &&
      route !== "/api/live",
  );
  const leaks: string[] = [];
  let asked = 0;
  for (const server of [withProxy, without])
    for (const each of wanted)
      for (const { shape, path: change = (same: string) => same, headers = {}, method = "GET" } of shapes) {
        const token = await stage.token(each.actor);
        const { status, body } = await raw(server.origin, change(addressOf(each)), { headers, method, token });
        asked += 1;
        if (status >= 500) leaks.push(`${tell(each)}, ${shape}: ${status}`);
        for (const mark of leaksIn(each, body)) leaks.push(`${tell(each)}, ${shape}: ${status} ${mark}`);
      }
  say("noproxy", {
    "shapes of a bypass": [shapes.length, "at least 25"],
    requests: [asked, "–"],
    "leaks or broken answers": [leaks.length, 0],
  });
  expect(leaks).toEqual([]);
  expect(shapes.length).toBeGreaterThanOrEqual(25);
});

type Raw = { headers: Record<string, string>; method: string; token: string | undefined };

/** A path just as it stands here: `fetch` would tidy it up. */
function raw(
  origin: string,
  address: string,
  { headers, method, token }: Raw,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const cookie = token === undefined ? {} : { cookie: `brobyg=${token}` };
    const own = { ...cookie, ...(method === "POST" ? { origin } : {}), ...headers };
    const sent = request(origin, { path: address, method, headers: own }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (text: string) => (body += text));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.on("error", reject);
    sent.end(method === "POST" ? "[]" : undefined);
  });
}
