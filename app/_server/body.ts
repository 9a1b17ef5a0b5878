import { ok, type Result, refused } from "#lib/result.ts";
import { tidied } from "#lib/text/tidy.ts";

type Fields = Record<string, unknown>;

/** A request's body is small: the longest form of the product stays far below this. In bytes. */
const longest = 16_384;
/** What one route takes instead, in bytes, and which refusal says that it was more. */
export type BodyLimit = { longest: number; tooLong: string };
const usual: BodyLimit = { longest, tooLong: "body-too-long" };
/** However slow a line, so small a body has come in this time. In milliseconds. */
const patience = 10_000;
/** How far values may stand in each other, and how many there may be: the answer of a passkey and a hundred chosen referrals stay below. */
const deepest = 8;
const mostFields = 1_000;

const typeOf = ({ headers }: Request) => headers.get("content-type")?.split(";")[0]?.trim();

/** Was this sent by a form before scripts ran, or followed as a link? Then a person reads the answer as it stands. */
export const isNative = (request: Request): boolean =>
  typeOf(request) === "application/x-www-form-urlencoded" || request.headers.get("sec-fetch-dest") === "document";

/**
 * The fields of JSON or of a native form, names with dots as nested objects. Refuses a body that is too long, too slow, too
 * deep or of too many fields, and, with "wrong-input", what is neither. No more of it is read than may be. Each text in it is
 * tidied: what no database takes is refused here, at its field, whatever its handler does with it.
 */
export async function readFields(request: Request, limit: BodyLimit = usual): Promise<Result<Fields>> {
  const type = typeOf(request);
  if (type !== "application/json" && type !== "application/x-www-form-urlencoded") return refused("wrong-input");
  const text = await readText(request, limit);
  if (!text.ok) return text;
  const fields = type === "application/json" ? fieldsOfJson(text.value) : fieldsOfForm(text.value);
  return fields.ok ? tidied(fields.value) : fields;
}

async function readText({ body, headers }: Request, limit: BodyLimit): Promise<Result<string>> {
  if (Number(headers.get("content-length") ?? 0) > limit.longest) return refused(limit.tooLong);
  if (!body) return ok("");
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), late]);
      if (!part) return refused("body-too-slow");
      if (part.done) return ok(new TextDecoder().decode(Buffer.concat(parts)));
      length += part.value.length;
      if (length > limit.longest) return refused(limit.tooLong);
      parts.push(part.value);
    }
  } catch {
    return refused("wrong-input");
  } finally {
    clearTimeout(timer);
  }
}

function fieldsOfJson(text: string): Result<Fields> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused("wrong-input");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) return refused("wrong-input");
  const left = { fields: mostFields };
  if (!staysAbove(body, deepest, left)) return refused(left.fields < 0 ? "too-many-fields" : "body-too-deep");
  return ok(body as Fields);
}

/** Counts every value on its way down, which ends at the deepest that may be. */
function staysAbove(value: unknown, levels: number, left: { fields: number }): boolean {
  left.fields -= 1;
  if (left.fields < 0 || levels < 0) return false;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((inner) => staysAbove(inner, levels - 1, left));
}

function fieldsOfForm(text: string): Result<Fields> {
  const sent = new Map<string, string[]>();
  let left = mostFields;
  for (const [name, value] of new URLSearchParams(text)) {
    left -= 1;
    if (left < 0) return refused("too-many-fields");
    const values = sent.get(name) ?? [];
    values.push(value);
    sent.set(name, values);
  }
  const fields: Fields = Object.create(null);
  for (const [name, values] of sent) {
    const path = name.split(".");
    if (path.length > deepest) return refused("body-too-deep");
    const last = path.pop() ?? name;
    let place = fields;
    for (const step of path) {
      place[step] ??= Object.create(null);
      if (typeof place[step] !== "object" || Array.isArray(place[step])) return refused("wrong-input");
      place = place[step] as Fields;
    }
    if (values.some((value) => value !== "")) place[last] = values.length > 1 ? values : values[0];
  }
  return ok(fields);
}
