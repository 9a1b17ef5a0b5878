import type { z } from "zod";
import {
  addActivity,
  orderActivities,
  restoreActivity,
  retireActivity,
  setActivity,
  type WrittenActivity,
} from "#lib/agreement/activities.ts";
import { setContract, type WrittenContract } from "#lib/agreement/contract.ts";
import { setLocalNames } from "#lib/agreement/set-local-names.ts";
import { setTexts, type WrittenTexts } from "#lib/agreement/text-lists.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { basedOn } from "./draft.ts";
import type {
  activityInput,
  addActivityInput,
  contractInput,
  localInput,
  oneActivityInput,
  orderActivitiesInput,
  textsInput,
} from "./frame-inputs.ts";
import { saveRevision } from "./save-revision.ts";

/**
 * The changes of a revision's frame, lists of texts, local names and activities, one function a form. Each refuses what
 * `saveRevision` refuses, and its own rule.
 */

type Changing<Input, Value = { version: number }> = (tx: Tx, me: Member, input: Input) => Promise<Result<Value>>;

export const reviseContract: Changing<z.output<typeof contractInput>> = (tx, me, { version, ...written }) =>
  saveRevision(tx, me, {
    version,
    part: "contract",
    change: (content) => setContract(content, written as WrittenContract),
  });

export const reviseTexts: Changing<z.output<typeof textsInput>> = (tx, me, { version, address, ...written }) =>
  saveRevision(tx, me, {
    version,
    part: address,
    change: (content) => setTexts(content, address, written as WrittenTexts),
  });

export const reviseLocalNames: Changing<z.output<typeof localInput>> = (tx, me, { version, ...written }) =>
  saveRevision(tx, me, { version, part: "local", change: (content) => setLocalNames(content, written) });

export const reviseAddActivity: Changing<z.output<typeof addActivityInput>, { version: number; code: string }> = async (
  tx,
  me,
  { version, ...name },
) => {
  const had = await tx.sql<{ code: string }[]>`
    select distinct s ->> 'code' as code from agreement a, jsonb_array_elements(a.content -> 'activities') s
    where a.partnership_id = ${me.partnership}`;
  let added = "";
  const saved = await saveRevision(tx, me, {
    version,
    part: "activities",
    change: (content) => {
      const done = addActivity(
        content,
        name,
        had.map(({ code }) => code),
      );
      if (!done.ok) return done;
      added = done.value.code;
      return ok(done.value.content);
    },
  });
  return saved.ok ? ok({ ...saved.value, code: added }) : saved;
};

export const reviseActivity: Changing<z.output<typeof activityInput>> = (tx, me, { version, activity, ...written }) =>
  saveRevision(tx, me, {
    version,
    part: `activities.${activity}`,
    change: (content) => setActivity(content, activity, written as WrittenActivity),
  });

export const reviseActivityOrder: Changing<z.output<typeof orderActivitiesInput>> = (tx, me, { version, order }) =>
  saveRevision(tx, me, { version, part: "activities", change: (content) => ok(orderActivities(content, order)) });

export const reviseRetireActivity: Changing<z.output<typeof oneActivityInput>> = (tx, me, { version, activity }) =>
  saveRevision(tx, me, { version, part: "activities", change: (content) => retireActivity(content, activity) });

export const reviseRestoreActivity: Changing<z.output<typeof oneActivityInput>> = async (
  tx,
  me,
  { version, activity },
) => {
  const before = await basedOn(tx);
  return saveRevision(tx, me, {
    version,
    part: "activities",
    change: (content) => (before ? restoreActivity(content, before, activity) : refused("not-found")),
  });
};
