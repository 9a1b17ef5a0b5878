import { type Column, Table } from "#components/ui/table.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { type EvaluationView, questions, type Ratings as Row } from "#lib/meeting/evaluation.ts";
import type messages from "#messages/da.json";

export type EvaluationWords = (typeof messages)["evaluation"];

type Props = { ratings: EvaluationView["ratings"]; words: EvaluationWords; locale: Locale };

/** How the meetings of a series were found, over time: a mean and how many answered, or why neither is shown. */
export function Ratings({ ratings, words, locale }: Props) {
  if (ratings.length === 0) return <p>{words.none}</p>;
  const remarked = ratings.flatMap((row) => (row.state === "shown" && row.remarks.length > 0 ? [row] : []));
  const name = ({ number, onDay }: Row) => fill(words.when, { number: String(number), day: showDay(onDay, locale) });
  const mean = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const columns: Column<Row>[] = [
    { key: "meeting", head: words.meeting, names: true, cell: name },
    ...questions.map(
      (question): Column<Row> => ({
        key: question,
        head: words.questions[question],
        cell: (row) => {
          const found = row.state === "shown" && row.rated.find((each) => each.question === question);
          return found ? mean.format(found.mean) : null;
        },
      }),
    ),
    {
      key: "answers",
      head: words.answers,
      cell: (row) => (row.state === "shown" ? row.answers : words[row.state]),
    },
  ];
  return (
    <>
      <Table caption={words.table} columns={columns} rows={ratings} rowKey={({ meeting }) => meeting} />
      {remarked.length > 0 && (
        <section className="stack">
          <h3>{words.remarks}</h3>
          {remarked.map((row) => (
            <div key={row.meeting}>
              <h4>{name(row)}</h4>
              <ul>
                {row.remarks.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
