import { expect, test } from "vitest";
import { pack, unpack } from "#lib/packed.ts";

const words = { title: "Indbakke", left: { in: "om {days} arbejdsdage" } };

test("what was packed comes out as it was", () => {
  expect(unpack(pack(words))).toEqual(words);
});

test("the same text is the same object, however often it comes", () => {
  expect(unpack(pack({ ...words }))).toBe(unpack(pack(words)));
});

test("forgets rather than grows for ever, and still unpacks", () => {
  const first = unpack(pack(words));
  for (let at = 0; at < 60; at += 1) expect(unpack(pack({ at }))).toEqual({ at });
  expect(unpack(pack(words))).not.toBe(first);
  expect(unpack(pack(words))).toEqual(words);
});
