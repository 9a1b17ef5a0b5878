import http, { type IncomingMessage, type ServerResponse } from "node:http";

// Imported before Next's own server: what holds for every request, also for one that Next answers before any code of ours
// is asked, or cannot answer.

/** For every answer. HSTS only means something over TLS, and browsers ignore it elsewhere. */
const headers = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  // What is no page runs nothing, should a browser show it as one. Pages get a policy of their own from the proxy.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** The path that Next takes an address for, without dots and backslashes; null of one that it cannot read and fails at. */
function pathOf({ url = "" }: IncomingMessage): string | null {
  const path = URL.parse(url, "http://localhost")?.pathname ?? null;
  try {
    decodeURIComponent(path ?? "");
    return path;
  } catch {
    return null;
  }
}

/** Only a handler takes anything. Next has no answer to a method that fetch does not know, and draws a page for any other. */
const methodsOf = (path: string): readonly string[] =>
  path.startsWith("/api/") ? ["GET", "HEAD", "POST"] : ["GET", "HEAD"];

/** How long a whole request may take to come, and its head; and how often that is looked at. In milliseconds. */
const patience = { requestTimeout: 30_000, headersTimeout: 15_000, connectionsCheckingInterval: 5_000 };

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

const before =
  (listener: Listener): Listener =>
  (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = pathOf(request);
    if (path === null) return response.writeHead(400, { "content-length": "0" }).end();
    const methods = methodsOf(path);
    if (methods.includes(request.method ?? "")) return listener(request, response);
    response.writeHead(405, { allow: methods.join(", "), "content-length": "0" }).end();
  };

const { createServer } = http;
// Next makes its server by this function and offers no other way to stand before it.
http.createServer = ((listener: Listener) => createServer(patience, before(listener))) as typeof createServer;
