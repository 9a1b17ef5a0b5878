import { expect, test } from "vitest";
import type { ContactPost } from "#lib/directory/contact-view.ts";
import { matching } from "./matching.ts";

const post = (name: string, person: string): ContactPost => ({
  id: name,
  function: name,
  unit: "SCK",
  phone: "20 00 00 21",
  mail: null,
  hours: null,
  presence: "there",
  until: null,
  holders: [{ name: person, phone: null, mail: null, awayUntil: null }],
  deputies: [],
  capacity: [],
  mayKeep: false,
  asks: false,
});
const units = [
  {
    id: "sck",
    name: "Socialcenter København",
    owners: null,
    posts: [post("Boligrådgiver", "Birthe Dørtrin"), post("Mentor", "Jonas")],
  },
  {
    id: "akb",
    name: "AKB",
    owners: { responsible: "fsb", others: ["HAB"] },
    posts: [post("Social vicevært", "Karla")],
  },
];
const found = (over: Partial<Parameters<typeof matching>[1]>) =>
  matching(units, { text: "", unit: "", function: "", ...over }).flatMap(({ posts }) => posts.map(({ id }) => id));

test.each([
  ["a name", { text: "dørtrin" }, ["Boligrådgiver"]],
  ["words in any order", { text: "  center BIRTHE " }, ["Boligrådgiver"]],
  ["a unit", { unit: "akb" }, ["Social vicevært"]],
  ["one that a helhedsplan belongs to", { text: "hab" }, ["Social vicevært"]],
  ["a function", { function: "Mentor" }, ["Mentor"]],
  ["both that never meet", { unit: "akb", function: "Mentor" }, []],
  ["a number", { text: "00 21" }, ["Boligrådgiver", "Mentor", "Social vicevært"]],
  ["nothing", {}, ["Boligrådgiver", "Mentor", "Social vicevært"]],
])("contacts are found by %s", (_what, wanted, ids) => {
  expect(found(wanted)).toEqual(ids);
});
