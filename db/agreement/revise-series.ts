import type { z } from "zod";
import {
  addSeries,
  orderSeries,
  restoreSeries,
  retireSeries,
  setPurposes,
  setSeriesTerms,
  setSeriesWords,
} from "#lib/agreement/series.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import type {
  addSeriesInput,
  oneSeriesInput,
  orderSeriesInput,
  purposesInput,
  seriesTermsInput,
  seriesWordsInput,
} from "./common-inputs.ts";
import { basedOn } from "./draft.ts";
import { openSeries } from "./open-series.ts";
import { codesEver } from "./revise-common.ts";
import { saveRevision } from "./save-revision.ts";

/** The changes of a revision's series of meetings, one function a form. Each refuses what `saveRevision` refuses, and its own rule. */

type Changing<Input, Value = { version: number }> = (tx: Tx, me: Member, input: Input) => Promise<Result<Value>>;

export const reviseAddSeries: Changing<z.infer<typeof addSeriesInput>, { version: number; code: string }> = async (
  tx,
  me,
  { version, ...adding },
) => {
  const taken = await codesEver(tx, me, "meetings");
  let added = "";
  const saved = await saveRevision(tx, me, {
    version,
    part: "meetings",
    change: (content) => {
      const done = addSeries(content, { ...adding, taken });
      if (!done.ok) return done;
      added = done.value.code;
      return ok(done.value.content);
    },
    // Who calls it is asked in this form.
    flaws: ({ part, field }) => part === `meetings.${added}` && field === "convener",
  });
  return saved.ok ? ok({ ...saved.value, code: added }) : saved;
};

export const reviseSeriesWords: Changing<z.infer<typeof seriesWordsInput>> = (tx, me, { version, series, ...words }) =>
  saveRevision(tx, me, {
    version,
    part: `meetings.${series}`,
    change: (content) => setSeriesWords(content, series, words),
    flaws: () => false,
  });

export const reviseSeriesTerms: Changing<z.infer<typeof seriesTermsInput>> = (
  tx,
  me,
  { version, series, ...written },
) =>
  saveRevision(tx, me, {
    version,
    part: `meetings.${series}`,
    change: (content) => setSeriesTerms(content, series, written),
  });

export const revisePurposes: Changing<z.infer<typeof purposesInput>> = (tx, me, { version, series, ...written }) =>
  saveRevision(tx, me, {
    version,
    part: `meetings.${series}`,
    change: (content) => setPurposes(content, series, written),
    flaws: () => false,
  });

export const reviseSeriesOrder: Changing<z.infer<typeof orderSeriesInput>> = (tx, me, { version, order }) =>
  saveRevision(tx, me, { version, part: "meetings", change: (content) => orderSeries(content, order) });

export const reviseRetireSeries: Changing<z.infer<typeof oneSeriesInput>> = async (tx, me, { version, series }) => {
  const open = await openSeries(tx);
  return saveRevision(tx, me, {
    version,
    part: "meetings",
    change: (content) => retireSeries(content, series, open),
  });
};

export const reviseRestoreSeries: Changing<z.infer<typeof oneSeriesInput>> = async (tx, me, { version, series }) => {
  const before = await basedOn(tx);
  return saveRevision(tx, me, {
    version,
    part: "meetings",
    change: (content) => (before ? restoreSeries(content, before, series) : refused("not-found")),
  });
};
