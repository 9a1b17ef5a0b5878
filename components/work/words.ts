import { fill } from "#lib/fill.ts";
import type { Task } from "#lib/referral/work-view.ts";
import type messages from "#messages/da.json";

/** What the start page says, in one language. */
export type WorkWords = Pick<typeof messages, "work" | "state" | "decisions">;

type Act = keyof WorkWords["work"]["acts"];

/** What must be done about it, as a verb on a button. */
export const actWords = ({ wait }: Task, { acts }: WorkWords["work"]): string =>
  acts[(wait in acts ? wait : "quiet") as Act];

/** What it waits for, as a sentence: "Boligrådgiver, SCK spørger: Hvornår er brevet modtaget?" */
export function taskWords(task: Task, { sentences, aPlan }: WorkWords["work"]): string {
  return fill(sentences[sentenceOf(task)], { by: task.by ?? aPlan, what: task.what ?? "" });
}

function sentenceOf({ wait, fallen, what }: Task): keyof WorkWords["work"]["sentences"] {
  if (wait === "question") return what ? "question" : "questionBare";
  if (wait === "next_step") return fallen === "returned" && !what ? "returnedBare" : (fallen ?? "nothing");
  return wait === "hold" || wait === "nothing" ? "quiet" : wait;
}
