import { expect, test } from "vitest";
import { listsFor } from "./lists-for.ts";

const receiver = { partnership: "here", posts: ["one", "two"], duties: ["receive" as const], leads: [] };
const heard = { partnership: "here", posts: ["two"] };

test("tells somebody of the lists of one's own posts", () => {
  expect(listsFor(heard, receiver)).toEqual(["mine"]);
});

test("tells nobody of the lists of others", () => {
  expect(listsFor({ ...heard, posts: ["three"] }, receiver)).toEqual([]);
  expect(listsFor({ ...heard, partnership: "elsewhere" }, receiver)).toEqual([]);
  expect(listsFor({ ...heard, partnership: "elsewhere" }, { ...receiver, duties: ["coordinate"] })).toEqual([]);
});

test("tells whoever sees a whole partnership of every board, and a leader of that of their units", () => {
  expect(listsFor({ ...heard, posts: ["three"] }, { ...receiver, duties: ["coordinate"] })).toEqual(["board"]);
  const leader = { ...receiver, posts: [], duties: ["lead" as const], leads: ["two"] };
  expect(listsFor(heard, leader)).toEqual(["board"]);
  expect(listsFor({ ...heard, posts: ["three"] }, leader)).toEqual([]);
});

test("tells everybody when something may have been missed", () => {
  expect(listsFor("all", receiver)).toEqual(["mine", "board", "presence"]);
});

test("tells of presence those of whose posts it is, and lets lists and boards be", () => {
  expect(listsFor({ ...heard, presence: true }, receiver)).toEqual(["presence"]);
  expect(listsFor({ ...heard, posts: ["three"], presence: true }, { ...receiver, duties: ["coordinate"] })).toEqual([]);
});
