import { ok, type Result, refused } from "../result.ts";
import type { AgreementContent, OwnService, Route } from "./agreement.ts";
import { codeFor, isWritten, type Written, wordsOf } from "./codes.ts";
import { backIn, inOrder } from "./in-order.ts";
import { withService } from "./lists.ts";
import type { Code } from "./words.ts";

/** A service with its route, to be copied from: one of the product's own agreements, or of the version in force. */
export type Template = { key: string; service: OwnService; route: Route };

export type Adding = {
  name: Written;
  /** Whom it is copied from; an empty one otherwise. */
  template?: Template | undefined;
  from: readonly Code[];
  to: Code;
  /** Functions that there are: a copy names no others. */
  functions: readonly Code[];
  /** Codes of services that there have been: none of them comes to mean another. */
  taken: readonly Code[];
};

/**
 * A new service, last in the agreement, with who refers it and who receives it. A copy keeps the rules of its template as far
 * as their functions are there. Refuses "words-needed", "name-taken" and "choose" at their fields.
 */
export function addService(
  content: AgreementContent,
  adding: Adding,
): Result<{ content: AgreementContent; code: Code }> {
  const { template, from, to, taken } = adding;
  const name = isWritten(adding.name) || !template ? wordsOf(adding.name) : template.service.name;
  if (!name) return refused("words-needed", "name.da");
  if (nameTaken(content, name.da)) return refused("name-taken", template ? "template" : "name.da");
  if (from.length === 0) return refused("choose", "from");
  const used = [...taken, ...content.services.map((each) => each.code)];
  const same = template?.service.name.da === name.da && !used.includes(template.service.code);
  const code = same ? template.service.code : codeFor(name.da, used);
  const service = template ? copyOf(content, template.service) : empty;
  const route = template ? routeLike(template.route, adding) : { from: [...from], to: [{ functions: [to] }], also: [] };
  const { short, ...rest } = service;
  const added = { ...rest, ...(same && short ? { short } : {}), code, name };
  return ok({
    code,
    content: {
      ...content,
      services: [...content.services, added],
      routes: [...content.routes, { service: code, ...route }],
    },
  });
}

const nameTaken = ({ services }: AgreementContent, danish: string, except?: Code) =>
  services.some(({ code, name }) => code !== except && name.da.toLowerCase() === danish.toLowerCase());

const empty: Omit<OwnService, "code" | "name"> = {
  basis: "voluntary",
  kle: [],
  clock: "ordinary",
  norm: { answer: 5, contact: 10 },
  openToAnonymous: false,
  cannotAskAllowed: false,
  situations: [],
  key: [],
  questions: [],
  returnReasons: [],
  outcomes: [],
  outcomeMeans: [],
  places: [],
};

/** Without what it says of areas and services that are not here. */
function copyOf({ areas = [], services }: AgreementContent, template: OwnService): OwnService {
  const { area, ...service } = structuredClone(template);
  return {
    ...service,
    ...(area && areas.some(({ code }) => code === area) ? { area } : {}),
    situations: service.situations.map(({ alsoRefer, ...each }) =>
      services.some(({ code }) => code === alsoRefer) ? { ...each, ...(alsoRefer ? { alsoRefer } : {}) } : each,
    ),
  };
}

function routeLike({ to, also }: Route, { from, to: receiver, functions }: Adding): Omit<Route, "service"> {
  const there = (codes: readonly Code[]) => codes.filter((code) => functions.includes(code));
  const rules = to.map((rule, at) => {
    const others = there(rule.functions);
    // The one that was chosen receives by the last rule, which takes what no other takes.
    const all =
      at === to.length - 1 || others.length === 0 ? [receiver, ...others.filter((each) => each !== receiver)] : others;
    return { ...rule, functions: all };
  });
  const first = new Set(rules.flatMap((rule) => rule.functions));
  return { from: [...from], to: rules, also: there(also).filter((code) => !first.has(code)) };
}

/** The services in another order, that of the codes; one that is not named keeps to the end. */
export const orderServices = (content: AgreementContent, order: readonly Code[]): AgreementContent => ({
  ...content,
  services: inOrder(content.services, order),
});

/**
 * The agreement without a service: nobody refers it any more, and no situation of another one points to it. Referrals that
 * were made keep the version they were made under. Refuses "not-found", and "last-service".
 */
export function retireService(content: AgreementContent, code: Code): Result<AgreementContent> {
  if (!content.services.some((each) => each.code === code)) return refused("not-found");
  if (content.services.length === 1) return refused("last-service");
  return ok({
    ...content,
    services: content.services
      .filter((each) => each.code !== code)
      .map((service) => ({
        ...service,
        situations: service.situations.map(({ alsoRefer, ...each }) =>
          alsoRefer && alsoRefer !== code ? { ...each, alsoRefer } : each,
        ),
      })),
    routes: content.routes.filter(({ service }) => service !== code),
  });
}

/** A retired service as the version before has it, back in its place. Refuses "not-found" where it has none, or is there. */
export function restoreService(
  content: AgreementContent,
  before: AgreementContent,
  code: Code,
): Result<AgreementContent> {
  const service = before.services.find((each) => each.code === code);
  const route = before.routes.find((each) => each.service === code);
  if (!service || !route || content.services.some((each) => each.code === code)) return refused("not-found");
  if (nameTaken(content, service.name.da)) return refused("name-taken");
  return ok({
    ...content,
    services: backIn(content.services, copyOf(content, service), (each) => each.code, before.services),
    routes: backIn(content.routes, route, (each) => each.service, before.routes),
  });
}

export type WrittenServiceWords = { name: Written; short?: Written; hint?: Written; decidedBy?: Written };

/** What a service is called, and what is said about it. Refuses "words-needed" and "name-taken" at their fields. */
export function setServiceWords(
  content: AgreementContent,
  code: Code,
  written: WrittenServiceWords,
): Result<AgreementContent> {
  const own = content.services.find((each) => each.code === code);
  if (!own) return refused("not-found");
  const name = wordsOf(written.name);
  if (!name) return refused("words-needed", "name.da");
  if (nameTaken(content, name.da, code)) return refused("name-taken", "name.da");
  const { short: _short, hint: _hint, decidedBy: _decided, ...service } = { ...own, name };
  for (const field of ["short", "hint", "decidedBy"] as const) {
    const said = wordsOf(written[field]);
    if (!said && isWritten(written[field])) return refused("words-needed", `${field}.da`);
    if (said) Object.assign(service, { [field]: said });
  }
  return ok(withService(content, service));
}

export type WrittenTerms = Pick<OwnService, "basis" | "clock" | "openToAnonymous" | "cannotAskAllowed"> & {
  area?: Code | undefined;
  /** KLE numbers as they are written: "27.35.08, 32.21.14". */
  kle: string;
};

/** Where a service belongs, who decides, and to whom it is open. Refuses "kle" and "unknown-choice" at their fields. */
export function setTerms(
  content: AgreementContent,
  code: Code,
  { area, kle, ...terms }: WrittenTerms,
): Result<AgreementContent> {
  const own = content.services.find((each) => each.code === code);
  if (!own) return refused("not-found");
  const numbers = kle.split(/[\s,;]+/).filter(Boolean);
  if (numbers.some((number) => !/^\d{2}\.\d{2}\.\d{2}$/.test(number))) return refused("kle", "kle");
  const [first, ...others] = content.areas ?? [];
  if (area && area !== first?.code && !others.some((each) => each.code === area))
    return refused("unknown-choice", "area");
  const { area: before, ...rest } = own;
  // The first area is where a service belongs that names none.
  const belongs = area && (area !== first?.code || before) ? { area } : {};
  return ok(withService(content, { ...rest, ...terms, ...belongs, kle: [...new Set(numbers)] }));
}
