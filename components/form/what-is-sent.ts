type Values = Readonly<Record<string, unknown>>;

/**
 * What was answered, as a native form would send it: no key for a question without an answer. Better than a native form,
 * a question that takes several answers (its default is a list) always gives a list.
 */
export function answered(values: Values, defaults: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, Array.isArray(defaults[name]) ? [value || []].flat() : value])
      .filter(([, value]) => value !== null && value !== undefined),
  );
}

/** The name and value of the button that was pressed, when it has a name. */
export function pressed(submitter: { name?: string; value?: string } | null): Record<string, string> {
  return submitter?.name ? { [submitter.name]: submitter.value ?? "" } : {};
}
