import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { hashOf } from "#db/client.ts";
import { asOwner } from "#db/seed/as-owner.ts";

/** What only time or a mail would bring about is written into the stories' own database. */
const inDatabase = <T>(tables: readonly string[], run: Parameters<typeof asOwner<T>>[1]): Promise<T> =>
  asOwner(process.env["BROBYG_STORY_DATABASE"] ?? "", run, tables);

/** The session of this browser has stood still for so many minutes. */
export async function standStill(page: Page, minutes: number): Promise<void> {
  const token = (await page.context().cookies()).find(({ name }) => name === "brobyg")?.value ?? "";
  await inDatabase(
    ["session"],
    (sql) => sql`update session set seen_at = now() - make_interval(mins => ${minutes}) where hash = ${hashOf(token)}`,
  );
}

/** Somebody of no demo who is invited; gives the secret of the link. */
export async function invited(name: string): Promise<string> {
  const [account, person] = [randomUUID(), randomUUID()];
  const link = Buffer.from(`${account}${person}`.replaceAll("-", "").slice(0, 64), "hex").toString("base64url");
  await inDatabase(["account", "person", "invitation", "partnership"], async (sql) => {
    await sql`insert into account (id, email) values (${account}, ${`${account}@example.dk`})`;
    await sql`insert into person (id, partnership_id, account_id, name)
      select ${person}, id, ${account}, ${name} from partnership`;
    await sql`insert into invitation (hash, account_id, partnership_id, ends_at)
      select ${hashOf(link)}, ${account}, id, now() + interval '1 day' from partnership`;
  });
  return link;
}
