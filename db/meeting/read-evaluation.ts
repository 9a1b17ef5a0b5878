import type { Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { EvaluationView, Question, Ratings } from "#lib/meeting/evaluation.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { findMeeting } from "./find-meeting.ts";
import { seriesName } from "./series.ts";
import { toRate } from "./to-rate.ts";

type Row = {
  meeting: string;
  number: number;
  onDay: Day;
  asked: Question[];
  state: Ratings["state"];
  answers: number | null;
  means: number[] | null;
};

/**
 * How the meetings of a meeting's series were found, for everybody who is called to it, and what this reader is asked. The
 * database itself leaves out what must not be told. Refuses with "not-found" when the meeting is hidden or there is none.
 */
export async function readEvaluation(
  tx: Tx,
  me: Member,
  { id, lang }: { id: string; lang: keyof Words },
): Promise<Result<EvaluationView>> {
  const meeting = await findMeeting(tx, id);
  if (!meeting) return refused("not-found");
  const [agreement, asked, rows, remarks] = await Promise.all([
    agreementOf(tx, me, me.agreement),
    toRate(tx),
    tx.sql<Row[]>`
      select r.meeting_id as meeting, r.number, r.on_day as "onDay", r.asked, r.state, r.answers, r.means
      from door.ratings(${id}) r`,
    tx.sql<{ meeting: string; remark: string }[]>`
      select r.meeting_id as meeting, r.remark from door.remarks(${id}) r`,
  ]);
  return ok({
    id,
    series: seriesName(agreement, meeting.series)[lang],
    number: meeting.number,
    asks: asked.find((each) => each.meeting === id)?.questions ?? [],
    ratings: rows.map((row) => ratingsOf(row, remarks)),
  });
}

function ratingsOf(
  { state, answers, means, ...known }: Row,
  remarks: readonly { meeting: string; remark: string }[],
): Ratings {
  if (state !== "shown" || answers === null || !means) return { ...known, state: state === "open" ? "open" : "few" };
  return {
    ...known,
    state,
    answers,
    rated: known.asked.flatMap((question, place) => {
      const mean = means[place];
      return mean === undefined ? [] : [{ question, mean }];
    }),
    remarks: remarks.flatMap(({ meeting, remark }) => (meeting === known.meeting ? [remark] : [])),
  };
}
