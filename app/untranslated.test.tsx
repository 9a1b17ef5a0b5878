import { globSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

type Layout = {
  default: (props: { children: string }) => Parameters<typeof renderToStaticMarkup>[0];
  metadata?: object;
};
const layouts = import.meta.glob<Layout>("./**/layout.tsx");

/** The layouts of a page, from the outermost of our own; the one of all pages knows nothing of any. */
const layoutsOf = (page: string) =>
  Object.keys(layouts).filter(
    (file) => file !== "./layout.tsx" && `./${page}`.startsWith(file.replace(/layout\.tsx$/, "")),
  );

const pages = globSync("**/page.tsx", { cwd: import.meta.dirname });
const missing = (): never => {
  throw new Error("there is no such layout");
};
/** Made for residents, who read whatever language they read. */
const translated = ["(public)/beboer/page.tsx"];

test.each(pages)("%s is handed to no translator, unless it is for residents", async (page) => {
  const drawn = await Promise.all(layoutsOf(page).map((file) => (layouts[file] ?? missing)()));
  const refused = drawn.filter(
    (layout) =>
      layout &&
      /^<div [^>]*class="untranslated notranslate"[^>]* translate="no"[^>]*>x<\/div>$/.test(
        renderToStaticMarkup(layout.default({ children: "x" })),
      ),
  );
  expect(refused).toHaveLength(translated.includes(page) ? 0 : 1);
  expect(refused.map((layout) => layout?.metadata)).toEqual(refused.map(() => ({ other: { google: "notranslate" } })));
});

test("there are pages of both kinds", () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(pages).toEqual(expect.arrayContaining(translated));
});
