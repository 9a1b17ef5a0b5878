import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { removeDraft } from "#db/draft/remove.ts";
import { ok, refused } from "#lib/result.ts";

const pages = { work: "/", form: "/referrals/new" } as const;

/** Deletes a draft, and leads a native form back to the page that it was on. */
export const POST = change({
  input: z.strictObject({ page: z.enum(["work", "form"]).default("form") }),
  run: async (tx, _me, { page }, { id }: { id: string }) => {
    if (!z.uuid().safeParse(id).success) return refused("not-found");
    const removed = await removeDraft(tx, id);
    return removed.ok ? ok({ page }) : removed;
  },
  next: ({ page }) => pages[page],
});
