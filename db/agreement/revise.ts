import type { z } from "zod";
import { keepFunction, moveFunction, retireFunction, setFunction } from "#lib/agreement/functions.ts";
import { setCommonNorm, setExceptions, setNorm, setRoute } from "#lib/agreement/revise.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { functionCodes } from "./functions.ts";
import type {
  commonNormInput,
  daysInput,
  functionInput,
  moveFunctionInput,
  normInput,
  oneFunctionInput,
  templateInput,
} from "./inputs.ts";
import { saveRevision } from "./save-revision.ts";
import type { routeInput } from "./service-inputs.ts";
import { templateForAll } from "./templates.ts";

/** The changes of a revision, one function a form. Each refuses what `saveRevision` refuses, and what its own rule does. */

type Changing<Input> = (tx: Tx, me: Member, input: Input) => Promise<Result<{ version: number }>>;

export const reviseRoute: Changing<z.infer<typeof routeInput>> = (tx, me, { version, service, ...written }) =>
  saveRevision(tx, me, {
    version,
    part: `services.${service}`,
    change: (content) => setRoute(content, service, written),
    flaws: ({ part, field }) =>
      part === `services.${service}` && (field === "from" || field === "also" || field.startsWith("to.")),
  });

export const reviseNorm: Changing<z.infer<typeof normInput>> = (tx, me, { version, service, ...norm }) =>
  saveRevision(tx, me, {
    version,
    part: `services.${service}`,
    change: (content) => setNorm(content, service, norm as Parameters<typeof setNorm>[2]),
    flaws: () => false,
  });

export const reviseCommonNorm: Changing<z.infer<typeof commonNormInput>> = (tx, me, { version, ...norm }) =>
  saveRevision(tx, me, {
    version,
    part: "forAll",
    change: (content) => ok(setCommonNorm(content, norm as Parameters<typeof setCommonNorm>[1])),
  });

export const reviseDays: Changing<z.infer<typeof daysInput>> = (tx, me, { version, exceptions }) =>
  saveRevision(tx, me, { version, part: "workingDays", change: (content) => setExceptions(content, exceptions) });

export const reviseFunction: Changing<z.infer<typeof functionInput>> = async (
  tx,
  me,
  { version, function: code, da, en, duties },
) => {
  const taken = await functionCodes(tx, me);
  return saveRevision(tx, me, {
    version,
    part: "functions",
    change: (content, directory) => setFunction(content, { code, name: { da, en }, duties }, { directory, taken }),
  });
};

export const reviseFunctionOrder: Changing<z.infer<typeof moveFunctionInput>> = (
  tx,
  me,
  { version, function: code, to },
) =>
  saveRevision(tx, me, {
    version,
    part: "functions",
    change: (content, directory) => moveFunction(content, { code, to }, directory),
  });

export const takeFunctionOut: Changing<z.infer<typeof oneFunctionInput>> = (tx, me, { version, function: code }) =>
  saveRevision(tx, me, {
    version,
    part: "functions",
    change: (content, directory) => retireFunction(content, code, directory),
  });

export const takeFunctionIn: Changing<z.infer<typeof oneFunctionInput>> = (tx, me, { version, function: code }) =>
  saveRevision(tx, me, {
    version,
    part: "functions",
    change: (content, directory) => keepFunction(content, code, directory),
  });

/** What holds for every service, as the template has it. Refuses "template-there" where anything of it stands already. */
export const takeTemplateForAll: Changing<z.infer<typeof templateInput>> = (tx, me, { version }) =>
  saveRevision(tx, me, {
    version,
    part: "forAll",
    change: (content) =>
      Object.values(content.forAll).some((list) => Array.isArray(list) && list.length > 0)
        ? refused("template-there")
        : ok({ ...content, forAll: templateForAll() }),
  });
