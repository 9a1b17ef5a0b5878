import type { Party } from "#lib/agreement/agreement-view.ts";
import type { UnitKind } from "#lib/agreement/parties.ts";
import { mayTake } from "#lib/agreement/routing.ts";
import type { Words } from "#lib/agreement/words.ts";
import type { ProtectionView } from "#lib/protection/protection-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { functionsOf } from "../agreement/functions.ts";
import { partiesOn, readAgreement } from "../agreement/read-agreement.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { directoryOf, postLabel } from "../directory/directory.ts";
import { allFields } from "./fields.ts";

const answering: readonly UnitKind[] = ["municipality", "housing-organisation"];

/**
 * What the record of processing and the impact assessment are made of: the fields of the schema, and parties, functions and
 * services of the agreement in force; without one, what stands already. Nothing of any referral, so no look. Refuses everybody but whoever protects data with
 * "not-found".
 */
export async function readProtection(tx: Tx, me: Member, locale: keyof Words): Promise<Result<ProtectionView>> {
  if (!me.duties.includes("protect")) return refused("not-found");
  const [agreement, functions, directory] = await Promise.all([
    me.agreement === null ? ok(null) : readAgreement(tx, me, { locale }),
    functionsOf(tx, me),
    directoryOf(tx, me),
  ]);
  if (!agreement.ok) return agreement;
  const { content = null, version = null, parties = await partiesOn(tx, me, me.today) } = agreement.value ?? {};
  const named = (codes: readonly string[]) =>
    codes.map((code) => functions.find((each) => each.code === code)?.name[locale] ?? code);
  const posts = [...directory.posts].filter(([, { open }]) => open);
  return ok({
    version,
    controllers: unitsOf(parties, answering),
    officers: posts
      .filter(([, { duties }]) => duties.includes("protect"))
      .map(([id]) => postLabel(directory, id, locale)),
    services: content
      ? content.services.map(({ code, name, basis }) => ({
          code,
          name: name[locale],
          basis,
          to: named(mayTake(content, code)),
        }))
      : [],
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

const unitsOf = (parties: readonly Party[], kinds: readonly UnitKind[]): string[] =>
  parties.flatMap(({ kind, name, below }) => [...(kinds.includes(kind) ? [name] : []), ...unitsOf(below, kinds)]);
