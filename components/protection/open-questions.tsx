import { Tag } from "#components/ui/tag.tsx";
import { type QuestionPart, questions } from "#lib/protection/risks.ts";
import type { ProtectionWords } from "./words.ts";

/** What stands in this part and no program can settle: marked, so that nobody takes it for an answer. */
export function OpenQuestions({ part, words }: { part: QuestionPart; words: ProtectionWords }) {
  return (
    <ul className="open-questions">
      {questions[part].map((question) => (
        <li key={question} className="keep">
          <Tag>{words.open}</Tag> <span>{words.question[question]}</span>
        </li>
      ))}
    </ul>
  );
}
