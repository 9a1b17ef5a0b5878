import type { AgreementContent, Choice, MeetingSeries, OwnService, Service } from "./agreement.ts";
import { mayTake } from "./routing.ts";
import type { Code, Words } from "./words.ts";

/**
 * A version of the agreement, with services and series that earlier versions had: open referrals may still be of the ones,
 * and meetings were held of the others.
 */
export type Agreement = AgreementContent & {
  retired?: readonly OwnService[];
  retiredSeries?: readonly MeetingSeries[];
};

/** Does the agreement offer such a service? For codes that come from outside. */
export function hasService(agreement: AgreementContent, service: Code): boolean {
  return agreement.services.some((each) => each.code === service);
}

/** Every service that a referral may be of: those of the agreement, then those that it had before. */
export const servicesEver = (agreement: Agreement | null): OwnService[] =>
  agreement ? [...agreement.services, ...(agreement.retired ?? [])] : [];

/** Was there ever such a service? `serviceOf` throws where there was none. */
export const hadService = (agreement: Agreement, service: Code): boolean =>
  servicesEver(agreement).some(({ code }) => code === service);

/**
 * One service with what holds for every service. A reason that needs a destination is offered for "Send videre" too:
 * whoever knows where it belongs can send it there at once.
 *
 * @throws when the agreement never had such a service: a referral is only ever made for one that it has
 */
export function serviceOf(agreement: Agreement, service: Code): Service {
  const { forAll } = agreement;
  const own = servicesEver(agreement).find((each) => each.code === service);
  if (!own) throw new Error(`the agreement has no service ${service}`);
  return {
    ...forAll,
    ...own,
    norm: { ...forAll.norm, ...own.norm },
    questions: [...own.questions, ...forAll.questions],
    returnReasons: [...own.returnReasons, ...forAll.returnReasons],
    redirectReasons: [...own.returnReasons.filter(({ needs }) => needs === "destination"), ...forAll.redirectReasons],
    outcomes: [...own.outcomes, ...forAll.outcomes],
  };
}

/** What a service is called everywhere; only the agreement says its whole name beside it. */
export const serviceName = ({ short, name }: Pick<OwnService, "short" | "name">): Words => short ?? name;

/** Which of age and children a service asks for. What it does not ask for may not be kept. */
export function asksFor(service: Pick<Service, "key">): ("age" | "children")[] {
  const facts = service.key.map(({ about }) => about);
  return (["age", "children"] as const).filter((fact) => facts.includes(fact));
}

/** Where a referral of this service may be pointed to outside the agreement's functions. */
export function destinationsOf(agreement: AgreementContent, service: Code): Choice[] {
  return [...serviceOf(agreement, service).places, ...agreement.external];
}

/**
 * Services with a reason that needs a destination, and nowhere to point to: no place, nothing outside, and no second
 * function that could be it.
 */
export function withoutDestination(agreement: AgreementContent): OwnService[] {
  return agreement.services.filter(
    ({ code, places, returnReasons }) =>
      [...returnReasons, ...agreement.forAll.returnReasons].some(({ needs }) => needs === "destination") &&
      places.length + agreement.external.length === 0 &&
      agreement.routes.some((route) => route.service === code) &&
      mayTake(agreement, code).length < 2,
  );
}
