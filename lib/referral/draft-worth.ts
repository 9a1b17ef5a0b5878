/** What may stand in a draft, whole or half. */
type Fields = {
  service?: string | undefined;
  post?: string | undefined;
  to?: string | undefined;
  sameAs?: string | undefined;
  situations?: readonly string[] | undefined;
  answers?: Readonly<Record<string, unknown>> | undefined;
  consent?: Readonly<Record<string, unknown>> | undefined;
  contact?: string | undefined;
};

/**
 * Did somebody answer anything? A service is one tap, who logs and who gets it the page chooses by itself: with these alone
 * there is nothing to lose, and nothing is kept.
 */
export function saysSomething({ situations = [], answers = {}, consent = {}, contact }: Fields, note: string): boolean {
  const given = [...situations, ...Object.values(answers), ...Object.values(consent), contact, note.trim()];
  return given.some((each) => each !== undefined && each !== null && each !== "");
}
