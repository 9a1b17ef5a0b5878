/**
 * The same with Danish wherever a text has no English yet: what everybody reads. Whoever writes the agreement, compares
 * or exports it takes it as it was written.
 */
export function inBothLanguages<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inBothLanguages) as T;
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inBothLanguages(each)]));
  return (typeof fields["da"] === "string" && fields["en"] === "" ? { ...fields, en: fields["da"] } : fields) as T;
}
