import { getLocale, getMessages } from "next-intl/server";
import writeExcelFile from "write-excel-file/node";
import { attachment } from "#app/_server/attachment.ts";
import { handler } from "#app/_server/handler.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { readListPosts } from "#db/people/list-posts.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { columns } from "#lib/directory/list/columns.ts";
import { harmless } from "#lib/export/harmless.ts";
import type messages from "#messages/da.json";

/** An empty list with its headings, and beside it the functions that it may name. */
export const GET = handler({ of: "account", counts: "paper" }, async ({ asMember }) => {
  const locale = (await getLocale()) as Locale;
  const posts = await asMember((tx, me) => readListPosts(tx, me, locale));
  if (!posts.ok) return await answerRefusal(posts);
  const { peopleList: t, refusals } = (await getMessages()) as unknown as typeof messages;
  const head = (text: string) => ({ value: text, type: String, fontWeight: "bold" as const });
  const text = (value: string) => ({ value: harmless(value), type: String });
  const wide = [{ width: 34 }, { width: 26 }, { width: 34 }, { width: 34 }, { width: 14 }];
  const file = await writeExcelFile([
    { sheet: t.sheetPeople, columns: wide, data: [columns.map((column) => head(refusals.columns[column]))] },
    {
      sheet: t.sheetPosts,
      columns: [{ width: 40 }, { width: 40 }],
      data: [
        [head(refusals.columns.function), head(refusals.columns.unit)],
        ...posts.value.map((post) => [text(post.function), text(post.unit)]),
      ],
    },
  ]).toBuffer();
  return attachment(new Uint8Array(file), {
    name: `${t.templateName}.xlsx`,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
});
