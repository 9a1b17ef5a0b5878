import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask, authSecret, forgetCounts, ownOrigin } from "#db/testing/call-handler.ts";
import { POST } from "./route.ts";

beforeAll(() => {
  vi.stubEnv("AUTH_URL", ownOrigin);
  vi.stubEnv("AUTH_SECRET", authSecret);
  forgetCounts();
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const leadsTo = async (referer: string | null) => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const { status, headers } = await ask(POST, { body: "locale=en", headers: { ...form, referer } });
  expect(status).toBe(303);
  return headers.get("location");
};

test("a language leads back to the page where it was chosen", async () => {
  expect(await leadsTo(`${ownOrigin}/meetings/1?at=2`)).toBe("/meetings/1?at=2");
  expect(await leadsTo(`${ownOrigin}/login?next=%2Fnotices`)).toBe("/login?next=%2Fnotices");
});

test.each([
  null,
  "",
  "nonsense",
  "https://evil.example/inbox",
  `${ownOrigin}//evil.example/x`,
  `${ownOrigin}/\\evil.example/x`,
  `${ownOrigin}/\\/evil.example`,
  `${ownOrigin}///evil.example`,
  `${ownOrigin}.evil.example/inbox`,
  "javascript:alert(1)",
  "data:text/html,x",
])("and never to another site, whatever is said of where one was: %s", async (referer) => {
  expect(await leadsTo(referer)).toBe("/");
});
