import type { AgreementContent, Route } from "./agreement.ts";
import { applies, type Chosen } from "./condition.ts";
import type { Code } from "./words.ts";

function routeOf(agreement: AgreementContent, service: Code): Route {
  const route = agreement.routes.find((each) => each.service === service);
  if (!route) throw new Error(`the agreement has no service ${service}`);
  return route;
}

/**
 * The functions a sender may choose between, the proposed one first. Empty as long as the answer that decides is missing.
 *
 * @throws when the agreement has no such service
 */
export function receiversFor(agreement: AgreementContent, service: Code, chosen: Chosen): Code[] {
  return routeOf(agreement, service).to.find(({ when }) => applies(when, chosen))?.functions ?? [];
}

/** The one function that the agreement proposes, or null as long as the answer that decides is missing. */
export function receiverFor(agreement: AgreementContent, service: Code, chosen: Chosen): Code | null {
  return receiversFor(agreement, service, chosen)[0] ?? null;
}

/** Every function that may take this service over, first-hand or by "Send videre". The origin may always get it back. */
export function mayTake(agreement: AgreementContent, service: Code): Code[] {
  const { to, also } = routeOf(agreement, service);
  return [...new Set([...to.flatMap(({ functions }) => functions), ...also])];
}

/** The services for which this function may log a referral, in the agreement's order. */
export function mayRefer(agreement: AgreementContent, functionCode: Code): Code[] {
  const from = new Map(agreement.routes.map((route) => [route.service, route.from]));
  return agreement.services.map(({ code }) => code).filter((code) => from.get(code)?.includes(functionCode));
}
