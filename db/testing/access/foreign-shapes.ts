import type { Sending } from "./served.ts";

/** One way in which another site gets a browser to send something, and what it may be answered with. */
export type Shape = { shape: string; sending: Sending; wanted: readonly number[] };

const evil = "https://evil.example";
const none: Record<string, string> = { origin: "", "sec-fetch-site": "" };

const form = (body: Record<string, unknown>): string =>
  new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString();

/** Headers of value "" are not sent. */
const without = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));

/**
 * The shapes of a request that does not come from our own pages, all with the victim's own cookie: no Origin, an opaque
 * one, another's, another's that claims to stand behind a proxy, as a form sends it without asking, and as a link.
 */
export function shapesOf(body: Record<string, unknown>): Shape[] {
  const json = { method: "POST", body, bare: true };
  return [
    { shape: "no Origin", sending: { ...json, headers: without(none) }, wanted: [403] },
    { shape: "an opaque Origin", sending: { ...json, headers: { origin: "null" } }, wanted: [403] },
    { shape: "a foreign Origin", sending: { ...json, headers: { origin: evil } }, wanted: [403] },
    {
      shape: "a foreign Origin with X-Forwarded-Host",
      sending: {
        ...json,
        headers: { origin: evil, "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
      },
      wanted: [403],
    },
    {
      shape: "a form of another site, as text",
      sending: { ...json, headers: { origin: evil, "sec-fetch-site": "cross-site", "content-type": "text/plain" } },
      wanted: [403],
    },
    {
      shape: "a form of another site",
      sending: {
        ...json,
        body: form(body),
        headers: { origin: evil, "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" },
      },
      wanted: [403],
    },
    {
      shape: "text from our own page, as no page of ours sends it",
      sending: { ...json, bare: false, headers: { "content-type": "text/plain" } },
      wanted: [400],
    },
    { shape: "a link", sending: { method: "GET" }, wanted: [200, 404, 405] },
    { shape: "another method", sending: { ...json, bare: false, method: "PUT" }, wanted: [405] },
  ];
}
