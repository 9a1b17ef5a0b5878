import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const level = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const widths = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;

/** The state that the page is in breaks no rule of WCAG 2.2 AA that a machine can see, and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(level)
    .options({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"], preload: false })
    // No page of ours has frames, for which axe would open a second page each time.
    .setLegacyMode()
    .analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  );
  expect(told).toEqual([]);
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
}

/** Looks at the state that the page is in on a phone and on a desk, and leaves it on the desk. */
export async function expectAccessibleInBothWidths(page: Page): Promise<void> {
  for (const size of widths) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
}
