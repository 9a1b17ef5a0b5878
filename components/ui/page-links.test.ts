import { expect, test } from "vitest";
import { followsHere } from "#components/ui/page-links.tsx";

const click = {
  button: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  defaultPrevented: false,
};

test.each(["", "_self"])("a plain click follows a link whose target is '%s'", (target) => {
  expect(followsHere(click, { target })).toBe(true);
});

test.each([
  { button: 1 },
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { defaultPrevented: true },
])("leaves to the browser, or to whoever took it, a click with %o", (otherwise) => {
  expect(followsHere({ ...click, ...otherwise }, { target: "" })).toBe(false);
});

test("leaves a link to another tab to the browser", () => {
  expect(followsHere(click, { target: "brobyg-login" })).toBe(false);
});
