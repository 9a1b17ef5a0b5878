import { Banner } from "#components/ui/banner.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Table } from "#components/ui/table.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { allCategories, type Category, kindOf } from "#lib/protection/categories.ts";
import { type Fields, type ProtectionView, widest } from "#lib/protection/protection-view.ts";
import { allRisks } from "#lib/protection/risks.ts";
import { aboutWords, keptWords, readerWords } from "./field-words.ts";
import { OpenQuestions } from "./open-questions.tsx";
import type { ProtectionWords } from "./words.ts";

/** The draft of an impact assessment: what is processed, field by field, what could go wrong, and what people still decide. */
export function AssessmentPart({ fields, words }: { fields: ProtectionView["fields"]; words: ProtectionWords }) {
  const { assessment, col } = words;
  return (
    <>
      <div className="stack">
        <h2>{words.part.assessment}</h2>
        <Banner kind="warning">
          <p>{assessment.draft}</p>
        </Banner>
      </div>
      <section className="stack">
        <h3>{assessment.processed}</h3>
        <p>{assessment.processedText}</p>
        <Table<Category>
          caption={assessment.kinds}
          rows={allCategories}
          rowKey={(category) => category}
          columns={[
            {
              key: "category",
              head: col.category,
              names: true,
              cell: (category) => (
                <>
                  <span>{words.category[category].name}</span> {kindOf(category).special && <Tag>{words.special}</Tag>}
                </>
              ),
            },
            { key: "about", head: col.about, cell: (category) => aboutWords(category, words) },
            { key: "purpose", head: col.purpose, cell: (category) => words.category[category].purpose },
            { key: "kept", head: col.kept, cell: (category) => keptWords(category, words) },
            { key: "readers", head: col.readers, cell: (category) => readersOf(fields, category, words) },
          ]}
        />
        <Disclosure label={assessment.fieldsLabel.replace("{count}", String(countOf(fields)))}>
          <FieldsTable fields={fields} words={words} />
        </Disclosure>
      </section>
      <section className="stack">
        <h3>{assessment.risks}</h3>
        <p>{assessment.risksText}</p>
        <Table<(typeof allRisks)[number]>
          caption={assessment.risksTable}
          rows={allRisks}
          rowKey={([risk]) => risk}
          columns={[
            { key: "risk", head: col.risk, names: true, cell: ([risk]) => words.risk[risk].title },
            { key: "stops", head: col.stops, cell: ([risk]) => words.risk[risk].stops },
            {
              key: "threats",
              head: col.threats,
              cell: ([, threats]) => (threats.length > 0 ? threats.join(", ") : assessment.noThreat),
            },
          ]}
        />
      </section>
      <section className="stack">
        <h3>{assessment.people}</h3>
        <OpenQuestions part="assessment" words={words} />
      </section>
    </>
  );
}

/** Keys stand in every table: who reads them is said where the rest of the row is. */
function readersOf(fields: readonly Fields[], category: Category, words: ProtectionWords): string {
  if (kindOf(category).kept === "row") return words.kept.row;
  return readerWords(widest(fields.filter((each) => each.category === category).map(({ readers }) => readers)), words);
}

const countOf = (fields: readonly Fields[]) => fields.reduce((sum, { columns }) => sum + columns.length, 0);

/** Every column of the database by its own name, table by table: readers are the same for a whole row. */
function FieldsTable({ fields, words }: { fields: readonly Fields[]; words: ProtectionWords }) {
  const { assessment, col } = words;
  const tables = [...Map.groupBy(fields, ({ table }) => table)];
  return (
    <Table<(typeof tables)[number]>
      caption={assessment.fieldsTable}
      rows={tables}
      rowKey={([table]) => table}
      columns={[
        { key: "table", head: col.table, names: true, cell: ([table]) => table },
        {
          key: "columns",
          head: col.columns,
          card: "beside",
          cell: ([, held]) => (
            <ul>
              {held.map(({ category, columns }) => (
                <li key={category}>
                  <span className="hint">{`${words.category[category].name}:`}</span> <span>{columns.join(", ")}</span>
                </li>
              ))}
            </ul>
          ),
        },
        { key: "readers", head: col.readers, cell: ([, [first]]) => first && readerWords(first.readers, words) },
      ]}
    />
  );
}
