import type { Page } from "@playwright/test";

/**
 * Does with the page, and with all that comes to stand on it, what a browser does that translates it although it was asked
 * not to: an element of its own in the place of every text. What it says stays the same, so that a story can go on.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const left = "script, style, textarea, select, title, font";
    const replace = (text: Text) => {
      if (text.data.trim() === "" || !text.parentElement || text.parentElement.closest(left)) return;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.append(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    };
    const all = (root: Node) => {
      if (root instanceof Text) return replace(root);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) replace(text);
    };
    all(document.body);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target instanceof Text) replace(target);
        for (const node of addedNodes) all(node);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What went wrong on the page from now on, as the browser tells it. */
export function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  return faults;
}
