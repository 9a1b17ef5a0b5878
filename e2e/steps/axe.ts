import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const level = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The state that the page is in breaks no rule of WCAG 2.2 AA that a machine can see, and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(level)
    .options({ rules: { "target-size": { enabled: true } } })
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
