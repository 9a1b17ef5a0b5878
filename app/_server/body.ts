/** A request's body is small: the longest form of the product stays far below this. */
const most = 16_384;

/**
 * The fields of a change, from JSON or a native form, names with dots as nested objects. Null for anything else: another
 * content type, too long, not an object.
 */
export async function fieldsOf(request: Request): Promise<{ fields: Record<string, unknown>; native: boolean } | null> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim();
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  try {
    const text = await request.text();
    if (text.length > most) return null;
    if (type === "application/json") {
      const body: unknown = JSON.parse(text);
      return typeof body === "object" && body !== null && !Array.isArray(body)
        ? { fields: body as Record<string, unknown>, native: false }
        : null;
    }
    if (type !== "application/x-www-form-urlencoded") return null;
    return { fields: nested(new URLSearchParams(text)), native: true };
  } catch {
    return null;
  }
}

function nested(form: URLSearchParams): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    const path = name.split(".");
    const last = path.pop() ?? name;
    let place = fields;
    for (const step of path) {
      place[step] ??= Object.create(null);
      place = place[step] as Record<string, unknown>;
    }
    if (values.some((value) => value !== "")) place[last] = values.length > 1 ? values : values[0];
  }
  return fields;
}
