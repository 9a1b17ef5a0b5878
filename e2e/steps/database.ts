import type { Page } from "@playwright/test";
import { hashOf } from "#db/client.ts";
import { asOwner } from "#db/seed/as-owner.ts";

/** What only time or a mail would bring about is written into the stories' own database. */
const inDatabase = <T>(tables: readonly string[], run: Parameters<typeof asOwner<T>>[1]): Promise<T> =>
  asOwner(process.env["STAGE_OWNER_URL"] ?? "", run, tables);

/** The session of this browser has stood still for so many minutes. */
export async function standStill(page: Page, minutes: number): Promise<void> {
  const token = (await page.context().cookies()).find(({ name }) => name === "brobyg")?.value ?? "";
  await inDatabase(
    ["session_rights"],
    (sql) =>
      sql`update session_rights set seen_at = app_now() - make_interval(mins => ${minutes}) where hash = ${hashOf(token)}`,
  );
}
