import { getMessages } from "next-intl/server";
import type { FiguresExportWords } from "#components/statistics/export-form.tsx";
import type { FigureWords } from "#lib/figures/figures.ts";
import type { FigurePurpose } from "#lib/figures/figures-view.ts";
import type messages from "#messages/da.json";

export type StatisticsWords = {
  figures: FigureWords & {
    lead: string;
    published: string;
    chart: string;
    export: FiguresExportWords & { purposes: Record<FigurePurpose, string> };
  };
  form: Pick<(typeof messages)["form"], "summary" | "unsent" | "retry">;
};

/** What the figures say, on the screen and in the file, in the reader's language. */
export async function statisticsWords(): Promise<StatisticsWords> {
  const { figures, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry } = form;
  return { figures, form: { summary, unsent, retry } };
}
