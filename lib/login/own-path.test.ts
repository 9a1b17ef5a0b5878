import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loginFor, ownPath, wanted, wantedIn } from "./own-path.ts";

const origin = "https://brobyg.example";

/** What has led browsers away from other sites: hosts without a scheme, backslashes, encodings, and what a parser drops. */
const foreign = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "/%5Cevil.example",
  "/%5cevil.example",
  "/%2F%2Fevil.example",
  "/%2Fevil.example",
  "%2F%2Fevil.example",
  "/%252F/evil.example",
  "/./\\evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/\u0000/evil.example",
  "/\u2215evil.example",
  "/／evil.example",
  "/。evil.example",
  "https://evil.example",
  "https:evil.example",
  "HTTPS://evil.example/notices",
  "//brobyg.example@evil.example/",
  "/@evil.example",
  "/notices@evil.example",
  "javascript:alert(1)",
  "/javascript:alert(1)",
  "data:text/html,x",
  "evil.example",
  "notices",
  "?at=1",
  "#",
  "/notices#x",
  "/notices\r\nlocation: https://evil.example",
  "/notices?x=\r\nset-cookie: a=b",
  "/notices?x=<script>",
  "/notices//x",
  "/notices/",
  `/${"x".repeat(600)}`,
  "",
];

describe("a path of ours", () => {
  test.each([
    "/",
    "/notices",
    "/meetings",
    "/meetings/6d2a1b1e-3f0b-4a51-9f5e-5b6c7d8e9f00/minutes",
    "/referrals/new",
    "/referrals/new?service=SKP&same=7K4F2H9M",
    "/referrals/7K4F2H9M",
    "/referrals/7K4F2H9M?act=withdraw",
    "/inbox?list=held&state=late&open=7K4F2H9M",
    "/log?search=6d2a1b1e-3f0b-4a51-9f5e-5b6c7d8e9f00",
    "/admin/units/6d2a1b1e-3f0b-4a51-9f5e-5b6c7d8e9f00",
  ])("%s is one, and where whoever logs in goes on", (path) => {
    expect(ownPath(path)).toBe(path);
    expect(wanted(path)).toBe(path);
    expect(wantedIn(new URL(loginFor(path), origin).searchParams)).toBe(path);
  });

  test.each(foreign)("%j is none", (path) => {
    expect(ownPath(path)).toBeNull();
    expect(wanted(path)).toBe("/");
    expect(loginFor(path)).toBe("/login");
  });

  test.each([["list"], undefined, null, 7, {}])("%j is none", (path) => expect(wanted(path)).toBe("/"));

  test("leads to our own site, whatever it is made of", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      "%2f",
      "%5c",
      "evil.example",
      "@",
      ":",
      "?",
      "&",
      "=",
      "#",
      "\t",
      "a",
      " ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const to = new URL(wanted(`/${parts.join("")}`), origin);
        expect([to.origin, to.pathname.startsWith("//")]).toEqual([origin, false]);
      }),
      { numRuns: 5_000 },
    );
  });
});

test("whoever logs in goes on to a page, and to none of those that come before a login", () => {
  for (const path of [
    "/login",
    "/login/factor",
    "/login?next=%2Flogin",
    "/invitation",
    "/invitation/x",
    "/api/sign-out",
    "/_next/static/x",
  ])
    expect(wanted(path)).toBe("/");
  expect(ownPath("/login?next=%2Fnotices")).toBe("/login?next=%2Fnotices");
  expect(ownPath("/api/work")).toBeNull();
});

test("the start page is not said in an address, and a page that was fetched in part is a page", () => {
  expect(loginFor("/")).toBe("/login");
  expect(loginFor("/notices?_rsc=1ab2c")).toBe("/login?next=%2Fnotices");
  expect(loginFor("/inbox?list=held&_rsc=1ab2c&open=7K4F2H9M")).toBe(
    `/login?next=${encodeURIComponent("/inbox?list=held&open=7K4F2H9M")}`,
  );
  expect(loginFor("/notices", "/login/factor")).toBe("/login/factor?next=%2Fnotices");
});
