import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActForm } from "#components/form/act-form.tsx";
import type { ActForm as Bridge } from "#components/form/use-act-form.ts";
import { WhosePage } from "#components/form/whose-page.tsx";

type Sources = Record<string, string>;
const sources: Sources = import.meta.glob(
  ["../../{app,components}/**/*.{ts,tsx}", "!../../**/*.test.{ts,tsx}", "!../../app/_server/native-text.ts"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);
const inBrowser = Object.entries(sources).filter(([file]) => file.startsWith("../") && !file.includes("/app/"));
const named = (file: string) => file.split("/").at(-1) ?? file;

const form = { id: "f", action: "/api/x", fixed: {}, words: {}, state: "still", summary: [] } as unknown;

test("a form that is sent before scripts run says whose page it is on, and whoever reads the page finds it", () => {
  const html = renderToStaticMarkup(
    <WhosePage whose="a-mark">
      <ActForm form={form as Bridge<Record<string, never>>}>{null}</ActForm>
    </WhosePage>,
  );
  expect(html).toContain('<input type="hidden" name="whose" value="a-mark"/>');
  expect(html).toContain('data-whose="a-mark"');
});

/** Forms of nobody's page, or that change nothing of anybody's. */
const nobodys = ["login-form.tsx", "personas.tsx", "other-link.tsx", "locale-switch.tsx"];

test("every form that is posted says so", () => {
  const posted = Object.entries(sources).filter(([, text]) => /<form\b[^>]*method="post"/.test(text));
  const unsaid = posted.filter(([, text]) => !text.includes("<WhoseField")).map(([file]) => named(file));
  expect(unsaid.toSorted()).toEqual(nobodys.toSorted());
});

/** Asks whose session it is: that is what it wants to hear. */
const asksWhose = ["session-clock.ts"];

test("whatever a page asks for by itself says whose page asks", () => {
  const asks = inBrowser.filter(([, text]) => /\bfetch\(/.test(text));
  expect(asks.length).toBeGreaterThan(5);
  const unsaid = asks.filter(([, text]) => !text.includes("whoseHeader()")).map(([file]) => named(file));
  expect(unsaid).toEqual(asksWhose);
});
