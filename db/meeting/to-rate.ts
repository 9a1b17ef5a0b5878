import type { Question } from "#lib/meeting/evaluation.ts";
import type { Tx } from "../client.ts";

/** The meetings that this person was at and is asked about: until it has answered, or the next of the series has begun. */
export async function toRate({ sql }: Tx): Promise<{ meeting: string; questions: Question[] }[]> {
  return sql<{ meeting: string; questions: Question[] }[]>`
    select w.meeting_id as meeting, w.questions from door.to_rate() w`;
}
