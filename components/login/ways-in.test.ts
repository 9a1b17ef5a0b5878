import { expect, test } from "vitest";

type Sources = Record<string, string>;
const sources: Sources = import.meta.glob(
  ["../{login,invitation,account}/*.tsx", "../../app/*/{login,invitation}/**/page.tsx"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);
const all = Object.entries(sources);
const named = (file: string) => file.split("/").at(-1) ?? file;

// Each way in was open while the server was built anew, or stands where there is no network: what is typed stays, a
// sentence says so, and it can be tried again. A form or link that the browser alone follows ends on a page of its own.

test("there are ways in to look at", () => expect(all.length).toBeGreaterThan(20));

test("no form of a way in is sent by the browser alone once scripts run", () => {
  const forms = all.flatMap(([file, text]) => (text.match(/<form\b[^>]*>/g) ?? []).map((form) => [named(file), form]));
  expect(forms.length).toBeGreaterThan(1);
  expect(forms.filter(([, form]) => !form?.includes("onSubmit"))).toEqual([]);
});

test("no link of a way in leaves our pages without being asked whether anything answers", () => {
  const links = all.flatMap(([file, text]) => (text.match(/<a\b[\s\S]*?>/g) ?? []).map((link) => [named(file), link]));
  expect(links.filter(([, link]) => !link?.includes("onClick"))).toEqual([]);
});

test("every public page where something is typed holds its links without a network", () => {
  const pages = all.filter(([file]) => file.endsWith("page.tsx"));
  const typed = pages.filter(([, text]) => /LoginForm|<Proof|ChoosePassword/.test(text));
  expect(typed.length).toBe(3);
  expect(typed.filter(([, text]) => !text.includes("<HoldDialog")).map(([file]) => file)).toEqual([]);
});

test("the passkey's script is there before anybody touches it: a build that follows has another", () => {
  const useKey = import.meta.glob("../account/use-key.ts", { query: "?raw", import: "default", eager: true });
  expect(String(Object.values(useKey)[0])).toMatch(/useEffect\(\(\) => void load\(\)/);
});
