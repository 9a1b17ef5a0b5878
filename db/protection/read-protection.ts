import type { Party } from "#lib/agreement/agreement-view.ts";
import type { UnitKind } from "#lib/agreement/parties.ts";
import { mayTake } from "#lib/agreement/routing.ts";
import type { Words } from "#lib/agreement/words.ts";
import { answersFor, mayTick, points } from "#lib/protection/checklist.ts";
import type { ProtectionView } from "#lib/protection/protection-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { functionsOf } from "../agreement/functions.ts";
import { readAgreement } from "../agreement/read-agreement.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { asksForChecklist, ticksOf } from "./checklist.ts";
import { allFields } from "./fields.ts";

const answering: readonly UnitKind[] = ["municipality", "housing-organisation"];

/**
 * What the record of processing and the impact assessment are made of: the fields of the schema, and parties, functions and
 * services of the agreement in force, if there is one; and the checklist. Nothing of any referral, so no look. For whoever
 * protects data, and for the administrator who settles most of the checklist; refuses everybody else with "not-found".
 */
export async function readProtection(tx: Tx, me: Member, locale: keyof Words): Promise<Result<ProtectionView>> {
  if (!me.duties.includes("protect") && !me.duties.includes("administer")) return refused("not-found");
  const [agreement, functions, directory, ticks, required] = await Promise.all([
    me.agreement ? readAgreement(tx, me, { locale }) : null,
    functionsOf(tx, me),
    directoryOf(tx, me),
    ticksOf(tx),
    asksForChecklist(tx),
  ]);
  if (agreement && !agreement.ok) return agreement;
  const governing = agreement?.value ?? null;
  const named = (codes: readonly string[]) =>
    codes.map((code) => functions.find((each) => each.code === code)?.name[locale] ?? code);
  const posts = [...directory.posts].filter(([, { open }]) => open);
  return ok({
    version: governing?.version ?? null,
    checklist: {
      required,
      points: points.map((point) => {
        const tick = ticks.find((each) => each.point === point);
        return {
          point,
          ticked: tick ? { by: postLabel(directory, tick.post, locale), on: tick.on } : null,
          mine: mayTick(point, me.duties),
          conflict: !mayTick(point, me.duties) && me.duties.includes(answersFor[point]),
        };
      }),
    },
    controllers: governing ? unitsOf(governing.parties, answering) : answeringIn(directory),
    officers: posts
      .filter(([, { duties }]) => duties.includes("protect"))
      .map(([id]) => postLabel(directory, id, locale)),
    services: (governing?.content.services ?? []).map(({ code, name, basis }) => ({
      code,
      name: name[locale],
      basis,
      to: governing ? named(mayTake(governing.content, code)) : [],
    })),
    functions: functions
      .filter(({ staffed }) => staffed)
      .map(({ code, name, duties }) => ({
        code,
        name: name[locale],
        units: [...new Set(posts.filter(([, post]) => post.function === code).map(([, post]) => post.unitName))],
        duties,
      })),
    fields: allFields(),
  });
}

/** Before an agreement says who takes part, every unit that could answer does. */
const answeringIn = ({ units }: Directory): string[] =>
  [...units.values()].filter(({ kind }) => answering.includes(kind)).map(({ name }) => name);

const unitsOf = (parties: readonly Party[], kinds: readonly UnitKind[]): string[] =>
  parties.flatMap(({ kind, name, below }) => [...(kinds.includes(kind) ? [name] : []), ...unitsOf(below, kinds)]);
