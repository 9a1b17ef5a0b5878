import { Table } from "#components/ui/table.tsx";
import { logMonths } from "#lib/anonymity/retention.ts";
import { fill } from "#lib/fill.ts";
import { allCategories, type Concerned, concerned, kindOf } from "#lib/protection/categories.ts";
import type { ProtectionView } from "#lib/protection/protection-view.ts";
import { keptWords } from "./field-words.ts";
import { OpenQuestions } from "./open-questions.tsx";
import { Points } from "./points.tsx";
import type { ProtectionWords } from "./words.ts";

const grounds = ["municipality", "housing", "disclosure", "staff"] as const;
const processors = ["host", "mailer", "keeper"] as const;
const measures = ["rows", "logged", "guarded", "nothing", "random", "factors", "mails", "small"] as const;

/** The record of processing: who answers for it, why, about whom, who receives, how long, how it is protected. */
export function RecordPart({ view, words }: { view: ProtectionView; words: ProtectionWords }) {
  const { record, col } = words;
  return (
    <>
      <div className="stack">
        <h2>{words.part.record}</h2>
        <p>{record.lead}</p>
      </div>
      <section className="stack">
        <h3>{record.controllers}</h3>
        <p>{record.controllersText}</p>
        <Points items={view.controllers} />
        <p>{`${record.officer}: ${view.officers.join(" · ")}`}</p>
        <OpenQuestions part="controllers" words={words} />
      </section>
      <section className="stack">
        <h3>{record.purpose}</h3>
        <p>{record.purposeText}</p>
        {view.services.length === 0 ? (
          <p>{record.noServices}</p>
        ) : (
          <Table<ProtectionView["services"][number]>
            caption={record.services}
            rows={view.services}
            rowKey={({ code }) => code}
            columns={[
              { key: "service", head: col.service, names: true, cell: ({ name }) => name },
              { key: "basis", head: col.basis, cell: ({ basis }) => words.basis[basis] },
              { key: "to", head: col.to, cell: ({ to }) => to.join(" · ") },
            ]}
          />
        )}
      </section>
      <section className="stack">
        <h3>{record.basis}</h3>
        <Points items={grounds.map((ground) => record.ground[ground])} />
        <OpenQuestions part="basis" words={words} />
      </section>
      <section className="stack">
        <h3>{record.people}</h3>
        {concerned.map((who) => (
          <About key={who} who={who} words={words} />
        ))}
      </section>
      <section className="stack">
        <h3>{record.recipients}</h3>
        <Functions functions={view.functions} words={words} />
        <h4>{record.processors}</h4>
        <Points items={processors.map((processor) => record.processor[processor])} />
        <p>{record.outside}</p>
        <OpenQuestions part="recipients" words={words} />
      </section>
      <section className="stack">
        <h3>{record.deletion}</h3>
        <Deletion words={words} />
        <OpenQuestions part="deletion" words={words} />
      </section>
      <section className="stack">
        <h3>{record.security}</h3>
        <Points items={measures.map((measure) => fill(record.measure[measure], { months: String(logMonths) }))} />
        <OpenQuestions part="security" words={words} />
      </section>
    </>
  );
}

/** What is kept of residents, or of colleagues. */
function About({ who, words }: { who: Concerned; words: ProtectionWords }) {
  const theirs = allCategories.filter((category) => kindOf(category).about.includes(who));
  return (
    <>
      <h4>{words.who[who]}</h4>
      <p>{words.record.whoText[who]}</p>
      <Points items={theirs.map((category) => words.category[category].name)} />
    </>
  );
}

/** Functions that do and see the same stand together, each with the units that have it. */
function Functions({ functions, words }: { functions: ProtectionView["functions"]; words: ProtectionWords }) {
  const { record, col } = words;
  const alike = [...Map.groupBy(functions, ({ duties }) => duties.map((duty) => words.duty[duty]).join(" · "))];
  return (
    <Table<(typeof alike)[number]>
      caption={record.functions}
      rows={alike}
      rowKey={([does]) => does}
      columns={[
        { key: "does", head: col.does, names: true, cell: ([does]) => does },
        {
          key: "functions",
          head: col.functions,
          card: "beside",
          cell: ([, these]) => (
            <ul>
              {these.map(({ code, name, units }) => (
                <li key={code}>
                  <span>{name}</span> <span className="hint">{`(${units.join(", ")})`}</span>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** Every rule of deletion once, with what it holds for. */
function Deletion({ words }: { words: ProtectionWords }) {
  const { record, col } = words;
  const rules = [...Map.groupBy(allCategories, (category) => kindOf(category).kept)];
  return (
    <Table<(typeof rules)[number]>
      caption={record.rules}
      rows={rules.filter(([rule]) => rule !== "row")}
      rowKey={([rule]) => rule}
      columns={[
        {
          key: "when",
          head: col.kept,
          names: true,
          cell: ([, [first]]) => first && keptWords(first, words),
        },
        {
          key: "what",
          head: col.category,
          cell: ([, held]) => held.map((each) => words.category[each].name).join(" · "),
        },
      ]}
    />
  );
}
