import { expect, test } from "vitest";
import { file, page, patienceFor } from "#components/ui/show-waits.ts";

const here = "https://brobyg.example/inbox?list=held";

test.each([
  ["a place", "/board", page],
  ["the same list otherwise narrowed", "/inbox?list=waits", page],
  ["a row", "/referrals/7K4F2H9M", page],
  ["the way to an organisation's own login", "/api/auth/signin/one", file],
  ["minutes as PDF", "/api/meetings/1/minutes", file],
])("%s waits for the server", (_what, href, patience) => {
  expect(patienceFor({ href: new URL(href, here).href, target: "" }, here)).toBe(patience);
});

test.each([
  ["a place on the page", "#main"],
  ["the page itself", "/inbox?list=held"],
  ["a telephone", "tel:+4520000021"],
  ["a mail", "mailto:navn@sted.example"],
  ["somebody else's page", "https://elsewhere.example/inbox"],
])("%s does not", (_what, href) => {
  expect(patienceFor({ href: new URL(href, here).href, target: "" }, here)).toBe(0);
});

test("a link into another tab leaves this one as it is", () => {
  expect(patienceFor({ href: "https://brobyg.example/board", target: "_blank" }, here)).toBe(0);
});
