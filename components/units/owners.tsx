import { Disclosure } from "#components/ui/disclosure.tsx";
import { AnswerResponsible, AskResponsible, EndOwnerForm, OwnerForm } from "#components/units/owner-forms.tsx";
import { spanWords, type Telling } from "#components/units/telling.ts";
import type { UnitsWords } from "#components/units/words.ts";
import { showDay } from "#lib/calendar/show-day.ts";
import type { KeptUnit, OwnersView, ResponsibleRequest } from "#lib/directory/units-view.ts";
import { fill } from "#lib/fill.ts";

type Props = {
  unit: KeptUnit;
  units: readonly KeptUnit[];
  owners: OwnersView;
  /** The helhedsplan has ended: it is only read. */
  over: boolean;
  telling: Telling;
  words: UnitsWords;
};

/** The housing organisations that a helhedsplan belongs to: the one that answers for it, and the others by name. */
export function Owners({ unit, units, owners, over, telling, words }: Props) {
  const t = words.units.owners;
  const { today } = telling;
  const nameOf = (id: string | null) => units.find((each) => each.id === id)?.name ?? "–";
  const lasts = ({ to }: KeptUnit) => to === null || to >= today;
  const free = units.filter(
    (each) =>
      each.kind === "housing-organisation" &&
      lasts(each) &&
      each.id !== unit.parent &&
      !owners.others.some((other) => other.unit === each.id && other.to === null),
  );
  return (
    <section className="stack">
      <h2>{t.title}</h2>
      <p>{unit.parent ? fill(t.responsible, { name: nameOf(unit.parent) }) : t.nobody}</p>
      <p className="hint">{t.lead}</p>
      {owners.waits && (
        <Waiting request={owners.waits} name={nameOf(owners.waits.owner)} telling={telling} words={words} />
      )}
      {owners.others.length === 0 && <p>{t.none}</p>}
      {owners.others.map((other) => {
        const name = nameOf(other.unit);
        const begun = other.from <= today;
        return (
          <article className="panel stack" key={`${other.unit} ${other.from}`}>
            <h3>{name}</h3>
            <p>{spanWords(other, telling)}</p>
            {!over && begun && !owners.waits && owners.leads.includes(other.unit) && (
              <p className="hint">{fill(t.own, { name })}</p>
            )}
            {!over && begun && !owners.waits && !owners.leads.includes(other.unit) && (
              <AskResponsible unit={unit.id} owner={other.unit} name={name} words={words} />
            )}
            {!over && (
              <Disclosure label={fill(t.end, { name })}>
                <EndOwnerForm unit={unit.id} owner={other.unit} today={today} words={words} />
              </Disclosure>
            )}
          </article>
        );
      })}
      {!over && (
        <Disclosure label={t.add}>
          {free.length === 0 ? (
            <p>{t.nothing}</p>
          ) : (
            <OwnerForm
              key={owners.others.length}
              unit={unit.id}
              choices={free.map(({ id, name }) => ({ value: id, label: name }))}
              today={today}
              words={words}
            />
          )}
        </Disclosure>
      )}
    </section>
  );
}

type Waits = { request: ResponsibleRequest; name: string; telling: Telling; words: UnitsWords };

/** What waits for another administrator, with what this one may do about it. */
function Waiting({ request, name, telling, words }: Waits) {
  const t = words.units.owners;
  const { id, askedBy, askedOn, mayConfirm, mayRefuse } = request;
  const answer = { request: id, name, words };
  return (
    <article className="panel stack">
      <p>{fill(t.waits, { name })}</p>
      <p className="hint">{fill(t.by, { name: askedBy, day: showDay(askedOn, telling.locale) })}</p>
      {mayRefuse && !mayConfirm && <p className="hint">{fill(t.own, { name })}</p>}
      <div className="actions">
        {mayConfirm && <AnswerResponsible {...answer} answer="confirmed" />}
        {mayRefuse && <AnswerResponsible {...answer} answer="refused" />}
        {!mayRefuse && <AnswerResponsible {...answer} answer="withdrawn" />}
      </div>
    </article>
  );
}
