import { functionName, type Naming, oneOfFunctions, whenWords } from "#components/agreement/naming.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Facts } from "#components/ui/facts.tsx";
import type { AgreementContent, OwnService } from "#lib/agreement/agreement.ts";
import { serviceName, serviceOf } from "#lib/agreement/service-of.ts";

const norms = ["answer", "contact", "question", "escalation", "nextStep"] as const;

/** A service: who decides, who refers, who receives when, how soon, and the words that are chosen from. */
export function ServicePart({
  service,
  content,
  naming,
}: {
  service: OwnService;
  content: AgreementContent;
  naming: Naming;
}) {
  const { words, locale } = naming;
  const whole = serviceOf(content, service.code);
  const route = content.routes.find((each) => each.service === service.code);
  const list = (items: readonly { code: string; text: { da: string; en: string } }[]) =>
    items.map(({ text }) => text[locale]).join(" · ");
  return (
    <article className="panel stack">
      <h3>{serviceName(service)[locale]}</h3>
      <Facts
        facts={[
          ...(service.short ? [{ name: words.inFull, value: service.name[locale] }] : []),
          {
            name: words.basisLabel,
            value: [
              words.basis[service.basis],
              service.decidedBy?.[locale],
              service.openToAnonymous ? words.anonymous : undefined,
            ]
              .filter(Boolean)
              .join(". "),
          },
          { name: words.from, value: route?.from.map((code) => functionName(naming, code)).join(" · ") },
          {
            name: words.to,
            value:
              route &&
              (route.to.length === 1 && !route.to[0]?.when ? (
                oneOfFunctions(naming, route.to[0]?.functions ?? [])
              ) : (
                <ul className="points">
                  {route.to.map(({ when, functions }) => (
                    <li key={JSON.stringify(when ?? null)}>
                      {`${whenWords(service, when, naming) ?? words.otherwise}: ${oneOfFunctions(naming, functions)}`}
                    </li>
                  ))}
                </ul>
              )),
          },
          { name: words.also, value: route?.also.map((code) => functionName(naming, code)).join(" · ") },
          {
            name: words.norms,
            value: norms.map((norm) => `${words.norm[norm]}: ${whole.norm[norm]}`).join(" · "),
          },
        ]}
      />
      <Disclosure label={words.situations}>
        <p>{list(service.situations)}</p>
      </Disclosure>
      <Disclosure label={words.returnReasons}>
        <p>{list(whole.returnReasons)}</p>
      </Disclosure>
      <Disclosure label={words.outcomes}>
        <ul className="points">
          {whole.outcomes.map(({ code, text, outcomeClass }) => (
            <li key={code}>
              <span>{text[locale]}</span> <span className="hint">{`(${words.class[outcomeClass]})`}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </article>
  );
}
