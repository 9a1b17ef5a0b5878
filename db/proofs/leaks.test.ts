import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expand } from "../testing/access/expand.ts";
import { handlerOf } from "../testing/access/handlers.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { addressOf } from "../testing/access/walk.ts";
import { ask, serveFrom } from "../testing/call-handler.ts";
import { tablesThatTell, thirdParties, told, typeEverywhere } from "./leaks.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  serveFrom(stage.world.pool);
}, 600_000);
afterAll(async () => stage?.close());

const routeOf = (address: string): Record<string, string> => {
  const [, code = "", act = ""] = /^\/api\/referrals\/([^/]+)\/([^/]+)$/.exec(address) ?? [];
  return code ? { code, act } : {};
};

test("words that somebody typed stand where they were written, and in no log, mail, notice or address (A31)", async () => {
  const printed: string[] = [];
  const hear = (chunk: unknown) => {
    printed.push(String(chunk));
    return true;
  };
  const ears = [
    vi.spyOn(process.stdout, "write").mockImplementation(hear),
    vi.spyOn(process.stderr, "write").mockImplementation(hear),
    ...(["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...said: unknown[]) => void hear(said.map(String).join(" "))),
    ),
  ];
  const taken: number[] = [];
  const addresses: string[] = [];
  try {
    await typeEverywhere(stage, async (address, actor, body) => {
      const params = routeOf(address);
      const handler = await handlerOf("POST", address, params);
      const { status, headers } = await ask(handler, { params, token: await stage.token(actor), body });
      taken.push(status);
      addresses.push(...[...headers].map(([name, value]) => `${name}: ${value}`));
    });
    const asked = expand(stage, { situations: ["sent", "asked"] }).filter(
      ({ method, expected, route }) => method === "GET" && expected === "shown" && !/live|log/.test(route),
    );
    for (const each of asked) {
      const handler = await handlerOf("GET", addressOf(each), each.params);
      const { headers } = await ask(handler, { params: each.params, token: await stage.token(each.actor) });
      addresses.push(...[...headers].map(([name, value]) => `${name}: ${value}`));
    }
  } finally {
    for (const ear of ears) ear.mockRestore();
  }
  // Some of it was taken, and some refused: both ways have been gone.
  expect(taken.filter((status) => status === 200).length).toBeGreaterThan(1);
  expect(taken.filter((status) => status >= 400 && status < 500).length).toBeGreaterThan(3);
  expect(taken.filter((status) => status >= 500)).toEqual([]);
  expect(told(printed.join("\n"))).toEqual([]);
  expect(told(addresses.join("\n"))).toEqual([]);
  expect(await tablesThatTell(stage.eye)).toEqual([]);
  // And the words are there where they belong, or nothing was looked for.
  const [row] = await stage.eye.sql`select count(*)::int as count from message where body like '%klokken halv ti%'`;
  expect(row?.["count"]).toBeGreaterThan(0);
});

test("what looks for words and strangers finds them", async () => {
  expect(told("GET /inbox?search=Kanariefuglen")).toEqual(["KANARIE", "kanariefuglen"]);
  expect(thirdParties('<img src="https://example.org/x"><a href="/inbox">', "https://brobyg.example")).toHaveLength(1);
  await stage.eye.sql`update post set phone = 'kanariefuglen' where id = (select id from post limit 1)`;
  expect(await tablesThatTell(stage.eye)).toEqual(["post 1"]);
});
