import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "#scripts/project.ts";
import { textsBeside } from "#scripts/text-alone.ts";

/** What is handed to a component to draw, and is an element wherever it is handed on. */
const elements = new Set([
  "createPortal",
  "banner",
  "beside",
  "children",
  "consent",
  "empty",
  "find",
  "forms",
  "menu",
  "more",
  "unread",
]);
const found = (source: string) => textsBeside(source, elements).map(({ text }) => text);

test.each([
  ["a text that may change, beside an element", "const A = () => <p>{text} <b>now</b></p>", ["{text}"]],
  ["two texts in one element", "const A = () => <p>{a}: {b}</p>", ["{a}", ": ", "{b}"]],
  ["a text that comes and goes", 'const A = () => <p>{is && " · "}<b>now</b></p>', ['{is && " · "}']],
  ["a text of which no element is made", "const A = () => <>{text}</>", ["{text}"]],
  [
    "what stands for good behind what comes and goes",
    "const A = () => <p>{is && <b>now</b>} and then</p>",
    [" and then"],
  ],
  [
    "a text of a list",
    "const A = () => <p>{all.map((one) => one.name)}<b>now</b></p>",
    ["{all.map((one) => one.name)}"],
  ],
])("finds %s", (_what, source, texts) => {
  expect(found(source)).toEqual(texts);
});

test.each([
  ["a text that is alone", "const A = () => <p>{text}</p>"],
  ["one sentence of several", "const A = () => <p>{`${a}: ${b}`}</p>"],
  ["a text in an element of its own", "const A = () => <p><span>{text}</span> <b>now</b></p>"],
  ["what stands for good behind an element", "const A = () => <p><b>now</b> and then</p>"],
  ["elements that come and go", "const A = () => <p>{is && <b>now</b>}{all.map((one) => <i key={one}>{one}</i>)}</p>"],
  ["a function that gives a text", "const words = ({ text }) => text"],
  [
    "what a component hands to others",
    "function A() { const run = () => { return said; }; return <b onClick={run} />; }",
  ],
  ["what a function of the file draws", "const B = () => <b />; const A = () => <p>{B()}<i /></p>"],
])("leaves %s", (_what, source) => {
  expect(found(source)).toEqual([]);
});

const files = globSync("{app,components}/**/*.tsx", { cwd: PROJECT }).filter(
  (file) => !/\.(?:test|bench)\./.test(file),
);

test("whoever translates a page finds every text that changes alone in its element", () => {
  expect(files.length).toBeGreaterThan(100);
  const beside = files.flatMap((file) =>
    textsBeside(readFileSync(path.join(PROJECT, file), "utf8"), elements).map(
      ({ line, text }) => `${file}:${line} ${text}`,
    ),
  );
  expect(beside).toEqual([]);
});
