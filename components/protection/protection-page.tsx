import type { ReactNode } from "react";
import { PageLink } from "#components/ui/page-link.tsx";
import { keptYears } from "#lib/anonymity/retention.ts";
import { fill } from "#lib/fill.ts";
import { kindOf } from "#lib/protection/categories.ts";
import type { ProtectionView } from "#lib/protection/protection-view.ts";
import { AssessmentPart } from "./assessment-part.tsx";
import { OpenQuestions } from "./open-questions.tsx";
import { RecordPart } from "./record-part.tsx";
import type { ProtectionWords } from "./words.ts";

const parts = ["checklist", "record", "assessment", "pseudonymous"] as const;

type Props = { view: ProtectionView; words: ProtectionWords; checklist: ReactNode };

/** The checklist, the record of processing, the draft of an impact assessment, and why none of it is anonymous. */
export function ProtectionPage({ view, words, checklist }: Props) {
  return (
    <div className="contract protection">
      <nav className="toc" aria-labelledby="toc">
        <h2 id="toc">{words.toc}</h2>
        <ol>
          {parts.map((part) => (
            <li key={part}>
              <PageLink href={`#${part}`}>{words.part[part]}</PageLink>
            </li>
          ))}
        </ol>
      </nav>
      <div className="stack" data-gap="wide">
        <section className="stack" id="checklist">
          {checklist}
        </section>
        <section className="stack" data-gap="wide" id="record">
          <RecordPart view={view} words={words} />
        </section>
        <section className="stack" data-gap="wide" id="assessment">
          <AssessmentPart fields={view.fields} words={words} />
        </section>
        <section className="stack" id="pseudonymous">
          <Pseudonymous fields={view.fields} words={words} />
        </section>
      </div>
    </div>
  );
}

const statements = ["code", "law", "applies", "guidance", "court", "discussion", "left"] as const;

/** A code that somebody can trace is personal data; how many fields hang on it is counted, not claimed. */
function Pseudonymous({ fields, words }: { fields: ProtectionView["fields"]; words: ProtectionWords }) {
  const theirs = fields.filter(({ category }) => kindOf(category).about.includes("resident"));
  const values = {
    fields: String(theirs.reduce((sum, { columns }) => sum + columns.length, 0)),
    tables: String(new Set(theirs.map(({ table }) => table)).size),
    months: String(keptYears * 12),
  };
  return (
    <>
      <h2>{words.part.pseudonymous}</h2>
      {statements.map((statement) => (
        <p key={statement}>{fill(words.pseudonymous[statement], values)}</p>
      ))}
      <OpenQuestions part="pseudonymous" words={words} />
    </>
  );
}
