import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

/** The small one: a page that has just been loaded reads it in half the time. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const options: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
  preload: false,
};

const widths = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;

/**
 * The state that the page is in breaks no rule of WCAG 2.2 AA that a machine can see, nothing scrolls sideways, no
 * sentence has a place left open, and no two parts of a line are read as one word.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  let seen = await look(page);
  // A page that follows another has no title for a moment: it is looked at again once it has one.
  if (seen.told.some(({ id }) => id === "document-title")) {
    await expect(page).toHaveTitle(/\S/);
    seen = await look(page);
  }
  expect(seen.told).toEqual([]);
  expect(seen.open).toEqual([]);
  expect(await gluedParts(page)).toEqual([]);
  expect(seen.wide).toBeLessThanOrEqual(seen.room);
}

const look = (page: Page) =>
  page.evaluate(async (asked) => {
    // A colour on its way to another is none that anybody reads by. A window that draws nothing never gets there by itself.
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(asked);
    return {
      told: violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
      ),
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
      open: document.body.innerText.match(/\{\w+\}/g) ?? [],
    };
  }, options);

/** Where a letter meets a letter across the border of an inline part, with nothing between them that parts words. */
const gluedParts = (page: Page) =>
  page.evaluate(() => {
    const isInline = (of: Element) => ["inline", "contents"].includes(getComputedStyle(of).display);
    const lineOf = (text: Text) => {
      let holder = text.parentElement;
      while (holder && isInline(holder)) holder = holder.parentElement;
      return holder;
    };
    const met: string[] = [];
    let before: Text | undefined;
    const isDrawn = (of: Element) =>
      !of.matches("[aria-hidden=true], script, style, svg, textarea") && getComputedStyle(of).display !== "none";
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && !isDrawn(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (node instanceof Element && (node.localName === "br" || !isInline(node))) before = undefined;
      if (!(node instanceof Text) || node.data === "") continue;
      const [end, start] = [before?.data ?? "", node.data];
      if (before?.parentElement !== node.parentElement && /[\p{L}\p{N}]$/u.test(end) && /^[\p{L}\p{N}]/u.test(start))
        if (before && lineOf(before) === lineOf(node)) met.push(`${end}|${start}`);
      before = node;
    }
    return met;
  });

/** Looks at the state that the page is in on a phone and on a desk, and leaves it on the desk. */
export async function expectAccessibleInBothWidths(page: Page): Promise<void> {
  for (const size of widths) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
}
