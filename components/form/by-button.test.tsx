import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { byEnter } from "#components/form/by-button.tsx";
import type { ActForm as Bridge } from "#components/form/use-act-form.ts";

// What a browser does with Enter in a field is in the standard: it presses the first button of the form that sends it
// (HTML, 4.10.21.2). One that is for a dialog sends nothing where there is none (4.10.21.3); e2e/log.spec.ts tries it.

const form = {
  id: "f",
  action: "/api/x",
  fixed: {},
  words: { summary: "", unsent: "", retry: "" },
  state: "still",
  summary: [],
} as unknown as Bridge<Record<string, never>>;

const firstButton = (html: string) => /<button[^>]*type="submit"[^>]*>/.exec(html)?.[0] ?? "";

test("Enter in a field sends no form that does something: that is for its button", () => {
  const html = renderToStaticMarkup(
    <ActForm form={form}>
      <input name="day" />
      <Submit form={form}>Send til SCK</Submit>
    </ActForm>,
  );
  expect(firstButton(html)).toMatch(/ formMethod="dialog"/);
  expect(firstButton(html)).toMatch(/ tabindex="-1"/i);
  expect(firstButton(html)).toMatch(/ aria-hidden="true"/);
  expect(html).toMatch(/<button type="submit" class="button"[^>]*>Send til SCK/);
});

test("and a form knows that it was Enter", () => {
  const sent = (formmethod: string | null) =>
    byEnter({ nativeEvent: { submitter: { getAttribute: () => formmethod } } } as never);
  expect([sent("dialog"), sent(null), byEnter({ nativeEvent: { submitter: null } } as never)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("Enter sends what only looks something up, or says who one is", () => {
  const html = renderToStaticMarkup(
    <ActForm form={form} enter>
      <Submit form={form}>Søg</Submit>
    </ActForm>,
  );
  expect(firstButton(html)).toContain('class="button"');
});

type Sources = Record<string, string>;
const sources: Sources = import.meta.glob(["../../{app,components}/**/*.tsx", "!../**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Forms besides ActForm that Enter may send, and those of a single button with nothing to type or choose. */
const otherwise = {
  looks: ["board-filter.tsx", "inbox-filter.tsx", "find-form.tsx"],
  "says who one is": ["login-form.tsx"],
  "is asked before a page is left": ["hold-dialog.tsx"],
  "has buttons and no field": [
    "other-link.tsx",
    "draft-offer.tsx",
    "locale-switch.tsx",
    "sign-out.tsx",
    "personas.tsx",
    "inbox-columns.tsx",
    "own-view-bar.tsx",
    "notice-list.tsx",
  ],
};

test("every form of its own says so, or is known to be none of that kind", () => {
  const known = Object.values(otherwise).flat();
  const own = Object.entries(sources).filter(([file, text]) => /<form\b/.test(text) && !file.endsWith("act-form.tsx"));
  const unsaid = own.filter(([, text]) => !text.includes("<ByButton")).map(([file]) => file);
  expect(unsaid.filter((file) => !known.some((each) => file.endsWith(each)))).toEqual([]);
  expect(known.filter((each) => !unsaid.some((file) => file.endsWith(each)))).toEqual([]);
});

test("what Enter sends is a search, or proof of who one is", () => {
  const entered = Object.entries(sources).filter(([, text]) => /<ActForm\b[^>]*\benter\b/.test(text));
  expect(new Set(entered.map(([file]) => file.split("/").at(-1)))).toEqual(
    new Set(["change-password.tsx", "choose-password.tsx", "code-form.tsx", "search-form.tsx"]),
  );
});
