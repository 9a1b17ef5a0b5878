import type { Question, Service } from "#lib/agreement/agreement.ts";
import { weekNumber } from "#lib/calendar/day.ts";
import { type Case, covers } from "#lib/referral/case.ts";
import type { Matter } from "#lib/referral/matter.ts";
import type { ConsentView, MatterView } from "#lib/referral/referral-view.ts";
import type { Scene } from "#lib/referral/rule.ts";
import type { Naming } from "./naming.ts";
import type { Beside } from "./read-beside.ts";

/** What the resident said last for each unit that this reader may be told of. */
export function consentsOf(referral: Case, today: Scene["today"], naming: Naming): ConsentView[] {
  const newest = new Map(referral.consents.map((consent) => [consent.unit, consent]));
  return [...newest.values()].flatMap(({ unit, name, recordedOn, expiresOn }) => {
    const label = naming.unit(unit);
    const counts = covers({ unit, name, recordedOn, expiresOn }, today);
    return label ? [{ unit: label, name, recordedOn, expiresOn, covers: counts }] : [];
  });
}

/** What was answered to one key question, as it is kept. */
export function givenTo({ code, about }: Question, matter: Matter): string {
  if (about === "age") return matter.age ?? "";
  if (about === "children") return matter.children ?? "";
  if (about === "letter-date") return matter.letterOn ?? "";
  return [matter.answers[code] ?? ""].flat().join();
}

function answersOf(service: Service, matter: Matter, naming: Naming): MatterView["answers"] {
  return service.key.flatMap((question) => {
    const given = givenTo(question, matter);
    if (!given || question.about === "letter-date") return [];
    const answer = question.answer === "one" ? naming.choice(question.choices, given) : naming.day(given);
    return [{ question: naming.word(question.text), answer }];
  });
}

/** The situation in words; null for everybody from whom the policies hide it. */
export function matterOf(
  { matter, service }: Pick<Scene, "matter" | "service">,
  { beside, naming }: { beside: Beside; naming: Naming },
): MatterView | null {
  if (!matter) return null;
  const { version, messages } = beside;
  return {
    situations: matter.situations.map((code) => naming.choice(service.situations, code)),
    answers: answersOf(service, matter, naming),
    letterOn: matter.letterOn,
    payBy: matter.payBy,
    contact: matter.contact,
    note: messages.findLast(({ kind }) => kind === "note")?.text ?? null,
    corrected: version && version.number > 1 ? weekNumber(version.writtenOn) : null,
  };
}
