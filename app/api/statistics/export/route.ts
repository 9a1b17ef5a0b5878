import { change } from "#app/_server/change.ts";
import { exportFigures } from "#db/figures/export-figures.ts";
import { figuresExport } from "#lib/figures/figures-view.ts";

/** Says what the figures of a quarter are carried out for; the file is fetched right after. */
export const POST = change({
  input: figuresExport,
  run: exportFigures,
  next: ({ quarter }) => `/api/statistics/export/${quarter}`,
});
