import { type Refused, refused } from "#lib/result.ts";
import type { Contact, NameConsent } from "./words.ts";

/** Which answers of one form cannot both be true. What is said later is no contradiction: the resident was asked since. */

type Answers = Readonly<Record<string, string | readonly string[] | undefined>>;
type Asked<Choice> = { code: string; choices: readonly Choice[] };
type Ruling = { code: string; rulesOut?: readonly string[] | undefined };

/** The answer that rules this out of what the resident says of their name, with its question; null where none does. */
export function ruledOut<Choice extends Ruling, Question extends Asked<Choice>>(
  questions: readonly (Question & Asked<Choice>)[],
  answers: Answers,
  name: string,
): { question: Question; choice: Choice } | null {
  for (const question of questions)
    for (const choice of question.choices)
      if (choice.rulesOut?.includes(name) && [answers[question.code]].flat().includes(choice.code))
        return { question, choice };
  return null;
}

/** Nobody contacts directly whose name they may not know. Who cannot be asked may be named, once the leader agrees. */
export const contactNeedsName = (contact: string | null | undefined, name: string | undefined): boolean =>
  contact === "directly" && name === "not_yet";

type Said = { answers: Answers; name: NameConsent | undefined; contact: Contact | null };

/** Refuses with "answers-contradict", which says the question and the answer that it is about, or "contact-needs-name". */
export function contradiction(
  service: { key: readonly (Asked<Ruling & { text: unknown }> & { text: unknown })[] },
  { answers, name, contact }: Said,
): Refused | null {
  const by = name ? ruledOut(service.key, answers, name) : null;
  if (by) return contradicts("consent.name", by);
  return contactNeedsName(contact, name) ? refused("contact-needs-name", "contact") : null;
}

/** An answer to a key question beside what the resident says of their name. */
export const contradicts = (field: string, by: { question: { text: unknown }; choice: { text: unknown } }): Refused =>
  refused("answers-contradict", field, { question: by.question.text, answer: by.choice.text });
