import type { Activity, AgreementContent, Area, OwnService } from "./agreement.ts";
import type { Words } from "./words.ts";

/** An area with what belongs to it. One that has nothing yet is named all the same: it is agreed on elsewhere. */
export type AreaOfAgreement = { name: Words; about: Words | null; activities: Activity[]; services: OwnService[] };

/** The areas of the agreement, in its order. One without areas of its own has a single one: the contract's subject. */
export function areasOf({ areas, contract, activities, services }: AgreementContent): AreaOfAgreement[] {
  if (!areas || areas.length === 0) return [{ name: contract.subject, about: null, activities, services }];
  const belongs =
    ({ code }: Area, first: boolean) =>
    ({ area }: { area?: string }) =>
      area ? area === code : first;
  return areas.map((each, at) => ({
    name: each.text,
    about: each.about ?? null,
    activities: activities.filter(belongs(each, at === 0)),
    services: services.filter(belongs(each, at === 0)),
  }));
}
