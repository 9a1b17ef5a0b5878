import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GuardedTextarea, type GuardWords } from "#components/form/guarded-textarea.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { day } from "#lib/calendar/day.ts";

const fieldOf = (node: ReactNode) => /<(?:input|textarea)\b[^>]*>/.exec(renderToStaticMarkup(node))?.[0] ?? "";
const noted = { id: "f", label: "Note", value: "", onValue: () => {}, limit: 280, count: { left: "", over: "" } };
const words = { instead: {}, roles: {}, tooMuch: {} } as unknown as GuardWords;

test.each([
  ["a line", <TextInput key="" id="f" label="Navn" />],
  ["a date", <DateInput key="" id="f" label="Dato" today={day("2026-12-02")} />],
  ["a note under guard", <GuardedTextarea key="" {...noted} words={words} notNames={[]} onNotName={() => {}} />],
])("what is written in %s goes to no spelling service, no translator and no memory of the browser", (_what, node) => {
  const field = fieldOf(node);
  expect(field).toMatch(/ spellcheck="false"/i);
  expect(field).toMatch(/ translate="no"/);
  expect(field).toMatch(/ autocomplete="off"/i);
});

test("a line that is no prose is not put right by the keyboard; what is one's own may still be filled in", () => {
  expect(fieldOf(<TextInput id="f" label="Mail" />)).toMatch(/ autocorrect="off"/i);
  expect(fieldOf(<GuardedTextarea {...noted} words={words} notNames={[]} onNotName={() => {}} />)).not.toMatch(
    /autocorrect/i,
  );
  expect(fieldOf(<TextInput id="f" label="Mail" autoComplete="username" />)).toMatch(/ autocomplete="username"/i);
});

const sources: Record<string, string> = import.meta.glob("../../{app,components}/**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});

test("every field that people write in is one of these, or says the same", () => {
  const fields = Object.entries(sources)
    .filter(([file]) => !file.includes(".test."))
    .flatMap(([file, text]) => [...text.matchAll(/<(?:input|textarea)\b[^]*?\/>/g)].map(([field]) => ({ file, field })))
    .filter(({ field }) => !/type=(?:"(?:hidden|checkbox|radio)"|\{kind === "one")/.test(field));
  expect(fields.length).toBeGreaterThan(4);
  expect(fields.filter(({ field }) => !/\.\.\.(?:written|noted)\b/.test(field)).map(({ file }) => file)).toEqual([]);
});
