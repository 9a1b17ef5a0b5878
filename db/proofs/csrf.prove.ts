import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoPassword } from "../seed/demo-password.ts";
import { addressOf } from "../seed/demo-people.ts";
import { shapesOf } from "../testing/access/foreign-shapes.ts";
import { changes } from "../testing/access/rightful.ts";
import { say } from "../testing/access/say.ts";
import { type Served, serveWorld } from "../testing/access/served.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";

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

test("no other site can make anybody change anything, in any of the shapes", async () => {
  const executed: string[] = [];
  const badly: string[] = [];
  let asked = 0;
  for (const [name, make] of changes) {
    const { address, token, body } = await make(stage);
    const before = await stage.eye.print();
    for (const { shape, sending, wanted } of shapesOf(body)) {
      const { status } = await server.send(address, { ...sending, token });
      asked += 1;
      if (!wanted.includes(status)) badly.push(`${name}, ${shape}: ${status}`);
    }
    const changed = await stage.eye.changedSince(before);
    if (changed.length > 0) executed.push(`${name}: ${changed.join(", ")}`);
    // The very same body, from a page of our own, is taken: what was refused was the shape.
    const { status } = await server.send(address, { method: "POST", token, body });
    if (status !== 200) badly.push(`${name}, from our own page: ${status}`);
  }
  say("csrf", {
    "forged requests": [asked, `${shapesOf({}).length} × ${changes.length}`],
    executed: [executed.length, 0],
    "answered otherwise than 400, 403 or 405": [badly.length, 0],
  });
  expect({ executed, badly }).toEqual({ executed: [], badly: [] });
});

test("signing in and out is done for no foreign origin, and a language is chosen on our own pages only", async () => {
  const token = await stage.token("forum");
  const before = await stage.eye.sql`select hash, revoked_at from session order by hash`;
  for (const [address, fields] of [
    ["/api/locale", `locale=en&intent=${randomUUID()}`],
    ["/api/sign-out", ""],
    ["/api/login/persona", `address=${encodeURIComponent(addressOf("forum"))}`],
    ["/api/login/password", `email=${encodeURIComponent(addressOf("forum"))}&password=${demoPassword}`],
  ] as const)
    for (const origin of ["https://evil.example", "null"]) {
      const { status } = await server.send(address, {
        method: "POST",
        token,
        headers: { origin, "content-type": "application/x-www-form-urlencoded" },
        body: fields,
      });
      expect([address, origin, status]).toEqual([address, origin, 403]);
    }
  expect(await stage.eye.sql`select hash, revoked_at from session order by hash`).toEqual(before);
});

test("no page takes anything, however it is sent: there is no action", async () => {
  const token = await stage.token("forum");
  const before = await stage.eye.print();
  const multipart = '--b\r\ncontent-disposition: form-data; name="$ACTION_ID_0"\r\n\r\n\r\n--b--\r\n';
  for (const [address, headers, body] of [
    ["/login", { "next-action": "0".repeat(42), "content-type": "text/plain" }, "[]"],
    ["/login", { "content-type": "multipart/form-data; boundary=b" }, multipart],
    ["/login", { "content-type": "multipart/form-data; boundary=b" }, "broken"],
    ["/", { "next-action": "0".repeat(42), "content-type": "text/plain" }, "[]"],
    ["/inbox", { "content-type": "application/x-www-form-urlencoded" }, "a=1"],
  ] as const) {
    const { status, body: told } = await server.send(address, { method: "POST", token, headers, body });
    expect([address, headers, status, told]).toEqual([address, headers, 405, ""]);
  }
  expect(await stage.eye.changedSince(before)).toEqual([]);
});
