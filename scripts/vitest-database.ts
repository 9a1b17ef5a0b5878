import { openTemplate } from "#scripts/test-database.ts";

/** Vitest's global setup of the tests that need PostgreSQL: one server, one template, which every test file clones. */
export async function setup(): Promise<() => Promise<void>> {
  return openTemplate();
}
