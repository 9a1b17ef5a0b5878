/**
 * The key of one of several forms on a page, out of the page's own key from the server: each is sent at most once before
 * scripts run, and no two are the same intent.
 */
export const intentFrom = (page: string, at: number): string =>
  `${page.slice(0, -3)}${at.toString(16).padStart(3, "0")}`;
