type Values = Readonly<Record<string, unknown>>;

/**
 * What was answered, as a native form that leaves out its empty fields: no key for a question without an answer.
 * A question that takes several (its default is a list) always gives a list, also for a lone tile.
 */
export function answered(values: Values, defaults: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, oneAnswer(value, defaults[name])])
      .filter(([, value]) => value !== undefined),
  );
}

function oneAnswer(value: unknown, fallback: unknown): unknown {
  if (Array.isArray(fallback)) return [value || []].flat();
  if (isNested(value)) return answered(value, isNested(fallback) ? fallback : {});
  return value === null || value === "" ? undefined : value;
}

function isNested(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The name and value of the button that was pressed, when it has a name. */
export function pressed(submitter: { name?: string; value?: string } | null): Record<string, string> {
  return submitter?.name ? { [submitter.name]: submitter.value ?? "" } : {};
}

/** A text goes with the words in it that are no names: first the text, then the words. */
export function withAnswers(values: Values, notNames: Readonly<Record<string, readonly string[]>>): Values {
  const answers = Object.entries(notNames).filter(([name, words]) => values[name] !== undefined && words.length > 0);
  return { ...values, ...Object.fromEntries(answers.map(([name, words]) => [name, [values[name], ...words]])) };
}
