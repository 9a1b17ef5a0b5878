import type { z } from "zod";
import { type ListPlace, setList, type WrittenList } from "#lib/agreement/lists.ts";
import { setFollowUp, setQuestion, type WrittenQuestion } from "#lib/agreement/questions.ts";
import {
  addService,
  orderServices,
  restoreService,
  retireService,
  setServiceWords,
  setTerms,
  type WrittenTerms,
} from "#lib/agreement/services.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { basedOn } from "./draft.ts";
import { functionsOf } from "./functions.ts";
import { saveRevision } from "./save-revision.ts";
import type {
  addServiceInput,
  followUpInput,
  listInput,
  oneServiceInput,
  orderServicesInput,
  questionInput,
  serviceWordsInput,
  termsInput,
} from "./service-inputs.ts";
import { templateServices } from "./templates.ts";

/** The changes of a revision's services, one function a form. Each refuses what `saveRevision` refuses, and its own rule. */

type Changing<Input, Value = { version: number }> = (tx: Tx, me: Member, input: Input) => Promise<Result<Value>>;

export const reviseAddService: Changing<z.infer<typeof addServiceInput>, { version: number; code: string }> = async (
  tx,
  me,
  { version, template: key, ...adding },
) => {
  const [before, functions] = await Promise.all([basedOn(tx), functionsOf(tx, me)]);
  const template = key ? templateServices(before).find((each) => each.key === key) : undefined;
  if (key && !template) return refused("unknown-choice", "template");
  const had = await tx.sql<{ code: string }[]>`
    select distinct s ->> 'code' as code from agreement a, jsonb_array_elements(a.content -> 'services') s
    where a.partnership_id = ${me.partnership}`;
  let added = "";
  const saved = await saveRevision(tx, me, {
    version,
    part: "services",
    change: (content) => {
      const known = functions.map(({ code }) => code);
      const done = addService(content, { ...adding, template, functions: known, taken: had.map(({ code }) => code) });
      if (!done.ok) return done;
      added = done.value.code;
      return ok(done.value.content);
    },
    // Who refers and who receives is asked in this form.
    flaws: ({ part, field }) => part === `services.${added}` && (field === "from" || field === "to.r0.first"),
    field: (field) => (field === "from" ? "from" : "to"),
  });
  return saved.ok ? ok({ ...saved.value, code: added }) : saved;
};

export const reviseServiceOrder: Changing<z.infer<typeof orderServicesInput>> = (tx, me, { version, order }) =>
  saveRevision(tx, me, { version, part: "services", change: (content) => ok(orderServices(content, order)) });

export const reviseRetire: Changing<z.infer<typeof oneServiceInput>> = (tx, me, { version, service }) =>
  saveRevision(tx, me, { version, part: "services", change: (content) => retireService(content, service) });

export const reviseRestore: Changing<z.infer<typeof oneServiceInput>> = async (tx, me, { version, service }) => {
  const before = await basedOn(tx);
  return saveRevision(tx, me, {
    version,
    part: "services",
    change: (content) => (before ? restoreService(content, before, service) : refused("not-found")),
  });
};

export const reviseServiceWords: Changing<z.infer<typeof serviceWordsInput>> = (
  tx,
  me,
  { version, service, ...words },
) =>
  saveRevision(tx, me, {
    version,
    part: `services.${service}`,
    change: (content) => setServiceWords(content, service, words),
    flaws: () => false,
  });

export const reviseTerms: Changing<z.infer<typeof termsInput>> = (tx, me, { version, service, ...terms }) =>
  saveRevision(tx, me, {
    version,
    part: `services.${service}`,
    change: (content) => setTerms(content, service, terms as WrittenTerms),
    flaws: () => false,
  });

export const reviseList: Changing<z.infer<typeof listInput>> = (
  tx,
  me,
  { version, service, list, question, ...written },
) =>
  saveRevision(tx, me, {
    version,
    part: `services.${service}`,
    change: (content) => setList(content, { service, list, question } as ListPlace, written as WrittenList),
    flaws: () => false,
  });

export const reviseQuestion: Changing<z.infer<typeof questionInput>> = (
  tx,
  me,
  { version, service, list, question, ...written },
) =>
  saveRevision(tx, me, {
    version,
    part: `services.${service}`,
    change: (content) => setQuestion(content, { service, list, question }, written as WrittenQuestion),
    flaws: () => false,
  });

export const reviseFollowUp: Changing<z.infer<typeof followUpInput>> = (tx, me, { version, service, ...written }) =>
  saveRevision(tx, me, {
    version,
    part: `services.${service}`,
    change: (content) => setFollowUp(content, service, written),
    flaws: () => false,
  });
