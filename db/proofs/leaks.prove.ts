import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { expand } from "../testing/access/expand.ts";
import { matrix } from "../testing/access/matrix.ts";
import { say } from "../testing/access/say.ts";
import { serveWorld } from "../testing/access/served.ts";
import { openStage } from "../testing/access/stage.ts";
import { addressOf } from "../testing/access/walk.ts";
import { tablesThatTell, thirdParties, told, typeEverywhere } from "./leaks.ts";

test("nothing sensitive in addresses, logs, mails, bundles and caches (A31)", async () => {
  const stage = await openStage();
  const printed: string[] = [];
  const server = await serveWorld(stage.world, { hear: (text) => printed.push(text) });
  try {
    const headers: string[] = [];
    await typeEverywhere(stage, async (address, actor, body) => {
      const answered = await server.send(address, { method: "POST", token: await stage.token(actor), body });
      headers.push(...[...answered.headers].map(([name, value]) => `${name}: ${value}`));
    });
    const asked = expand(stage).filter(({ method }) => method === "PAGE" || method === "GET");
    const strangers = new Set<string>();
    const cached: string[] = [];
    for (const each of asked) {
      const answered = await server.send(addressOf(each), { token: await stage.token(each.actor), listen: 100 });
      headers.push(...[...answered.headers].map(([name, value]) => `${name}: ${value}`));
      for (const stranger of thirdParties(answered.body, server.origin)) strangers.add(stranger);
      const open = matrix[each.way]?.of === "everybody" || each.actor === "nobody";
      if (!open && answered.status === 200 && !answered.headers.get("cache-control")?.includes("no-store"))
        cached.push(`${each.way} ${each.actor}`);
    }
    const folder = path.join(path.dirname(server.built), "static");
    const chunks = globSync("**/*.*", { cwd: folder }).map((file) => path.join(folder, file));
    const maps = chunks.filter((file) => file.endsWith(".map"));
    const inChunks = chunks.filter((file) => /\.(js|css)$/.test(file) && told(readFileSync(file, "utf8")).length > 0);
    const tables = await tablesThatTell(stage.eye);
    const inLog = told(printed.join("\n"));
    const inAddresses = told(headers.join("\n"));
    say("leaks", {
      "answers read": [asked.length, "all"],
      "words in tables but their own (log, mail, notices …)": [tables.length, 0],
      "words in what the server printed": [inLog.length, 0],
      "words in headers and addresses": [inAddresses.length, 0],
      [`words in ${chunks.length} files of the client`]: [inChunks.length, 0],
      "source maps": [maps.length, 0],
      "answers that a cache may keep": [cached.length, 0],
      "addresses of others": [strangers.size, 0],
    });
    expect({ tables, inLog, inAddresses, inChunks, maps, cached, strangers: [...strangers] }).toEqual({
      tables: [],
      inLog: [],
      inAddresses: [],
      inChunks: [],
      maps: [],
      cached: [],
      strangers: [],
    });
    expect(chunks.length).toBeGreaterThan(10);
  } finally {
    await server.stop();
    await stage.close();
  }
});
