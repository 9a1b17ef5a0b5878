import { afterAll, beforeAll, expect, test } from "vitest";
import { over } from "../testing/access/ask-server.ts";
import { matrix } from "../testing/access/matrix.ts";
import { changes } from "../testing/access/rightful.ts";
import { builtAddresses } from "../testing/access/routes.ts";
import { say } from "../testing/access/say.ts";
import { type Served, serveWorld } from "../testing/access/served.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { walk } from "../testing/access/walk.ts";

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

test("the build answers at no address that the matrix does not name", () => {
  const named = new Set(Object.keys(matrix).map((way) => way.split(" ")[1]));
  const addresses = builtAddresses(server.built);
  const unnamed = addresses.filter((address) => !named.has(address));
  say("authz", { "addresses of the build": [addresses.length, "all named"], "of them unnamed": [unnamed.length, 0] });
  expect(addresses.length).toBeGreaterThan(30);
  expect(unnamed).toEqual([]);
});

test("everybody gets what is theirs from the built server, and nobody anything else", async () => {
  const { asked, wrong, leaks, changed } = await walk(stage, over(server));
  say("authz", {
    combinations: [asked, "at least 1,000"],
    "unexpected 2xx": [wrong.filter((each) => / 2\d\d, expected/.test(each)).length, 0],
    "other than the matrix says": [wrong.length, 0],
    "foreign ids or words in a body": [leaks.length, 0],
    "tables changed by a no": [changed.length, 0],
  });
  expect({ wrong, leaks, changed }).toEqual({ wrong: [], leaks: [], changed: [] });
  expect(asked).toBeGreaterThanOrEqual(1_000);
});

test("the rightful one still gets in: every change is taken from whoever may", async () => {
  const refused: string[] = [];
  for (const [name, make] of changes) {
    const { address, token, body } = await make(stage);
    const { status, body: text } = await server.send(address, { method: "POST", token, body });
    if (status !== 200) refused.push(`${name}: ${status} ${text}`);
  }
  say("authz", { "changes taken from whoever may": [changes.length - refused.length, changes.length] });
  expect(refused).toEqual([]);
});
