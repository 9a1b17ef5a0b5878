import http, { type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import next from "../next.config.js";

let server: Server;
beforeAll(async () => {
  const { createServer } = http;
  await import("./before-next.ts");
  server = http.createServer((_request, response) => void response.end("let through"));
  http.createServer = createServer;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The status of an answer to an address as it stands: no client of ours puts it right. */
async function asks(method: string, address: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1", () =>
    socket.write(`${method} ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`),
  );
  let answer = "";
  socket.on("data", (part) => {
    answer += part;
  });
  socket.on("close", () => resolve(answer));
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(await promise)?.[1]);
}

test.each([
  "/",
  "/login",
  "/api",
  "/iconfoo",
  "/api/../",
  "/api/../login",
  "/api/%2e%2e/login",
  "/api/.%2E/login",
  "/api/..\\login",
  "//api/x",
])("nothing is sent to %s, which is no handler", async (address) => {
  expect(await asks("POST", address)).toBe(405);
  expect(await asks("GET", address)).toBe(200);
});

test.each(["/api/inbox", "/./api/inbox", "/x/../api/inbox", "/api/referrals/2A2A2A2A/accept?x=/../"])(
  "%s is a handler",
  async (address) => {
    expect(await asks("POST", address)).toBe(200);
    expect(await asks("PUT", address)).toBe(405);
  },
);

test.each(["/%E0%A4%A", "/api/referrals/%E0%A4%A", "/api/referrals/%", "/api/calendar/%ff"])(
  "%s is no address",
  async (address) => {
    expect(await asks("GET", address)).toBe(400);
    expect(await asks("POST", address)).toBe(400);
  },
);

test("of what is sent to a page all the same, Next keeps no more than a handler reads", () => {
  expect(next.experimental?.proxyClientMaxBodySize).toBeLessThanOrEqual(16_384);
});
