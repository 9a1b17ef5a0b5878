import type { AgreementContent, ForAllServices } from "#lib/agreement/agreement.ts";
import type { Template } from "#lib/agreement/services.ts";
import { noerrebro } from "../seed/agreement/noerrebro.ts";

/** The agreements that are kept with the product, by what they are called. */
const kept: readonly { key: string; content: AgreementContent }[] = [
  { key: noerrebro.partnership.name, content: noerrebro.content },
];

/** A template with the agreement that it is from; null for the one in force. */
export type TemplateService = Template & { of: string | null };

/**
 * Services to be copied: those of the version that the revision changes, and those of the agreements kept with the product,
 * but for what is the same in both.
 */
export function templateServices(before: AgreementContent | null): TemplateService[] {
  const from = ({ services, routes }: AgreementContent, of: string | null): TemplateService[] =>
    services.flatMap((service) => {
      const route = routes.find((each) => each.service === service.code);
      return route ? [{ key: `${of ?? ""}.${service.code}`, of, service, route }] : [];
    });
  const own = before ? from(before, null) : [];
  const known = new Set(own.map(({ service }) => service.name.da));
  return [
    ...own,
    ...kept.flatMap(({ key, content }) => from(content, key)).filter(({ service }) => !known.has(service.name.da)),
  ];
}

/** What holds for every service in the template that a first edition may begin with, and whose it is. */
export const templateForAll = (): ForAllServices => structuredClone(noerrebro.content.forAll);
export const templateOf: string = noerrebro.partnership.name;
