import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Words } from "#lib/agreement/words.ts";
import type { Finding } from "#lib/anonymity/guard/guard.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showLongDay } from "#lib/calendar/show-day.ts";
import type { Refused } from "#lib/result.ts";
import { forumSaid } from "./forum-said.ts";

/** The status of each refusal; whatever is not named is a field that was filled in wrongly. */
const statuses: Record<string, number> = {
  "signed-out": 401,
  "foreign-origin": 403,
  "not-yours": 403,
  "may-not-log": 403,
  "not-found": 404,
  "other-person": 409,
  "other-login": 409,
  stale: 409,
  "not-now": 409,
  "too-late": 409,
  "draft-stale": 409,
  "already-revising": 409,
  "proposal-stands": 409,
  "no-agreement": 409,
  "other-body": 422,
  "too-many": 429,
  "too-many-streams": 429,
  "body-too-long": 413,
  "body-too-slow": 408,
  "unknown-act": 404,
  "no-meeting": 404,
  "no-item": 404,
  "no-action": 404,
  "meeting-over": 409,
  "meeting-decided": 409,
  "minutes-stand": 409,
  "rating-over": 409,
  "minutes-approved": 409,
  "already-called": 409,
  "series-ends": 409,
  "series-has-meeting": 409,
  "no-guests": 409,
  "too-many-guests": 409,
  "closed-since": 409,
  "ceremony-over": 410,
  "invitation-over": 410,
  "too-many-tries": 429,
  "not-strong": 403,
  "last-factor": 409,
  "request-over": 409,
  "responsible-waits": 409,
  "already-asked": 409,
  "too-many-factors": 409,
  "too-many-views": 409,
  "view-gone": 409,
  "session-over": 404,
  "no-partnership": 404,
  "too-few": 409,
  "guard-unavailable": 503,
  "database-away": 503,
  "checklist-open": 409,
  "already-ticked": 409,
  "not-ticked": 409,
  "list-too-large": 413,
  "list-changed": 409,
};

/** What the browser gets: the sentence to show, the field it is about, and data such as findings. */
export type RefusalBody = { ok: false; code: string; message: string; field?: string; details?: unknown };

type Details = {
  act?: string;
  post?: string;
  mine?: boolean;
  at?: string;
  question?: Words;
  answer?: Words;
  name?: Words;
  /** Seconds until one may try again. */
  wait?: number;
  /** One that no paper could show. */
  sign?: string;
  findings?: readonly Finding[];
  /** The day behind another weekday's name. */
  day?: Day;
  missing?: readonly Refused[];
  /** Of a list: a row of it, how many it has and may have, a column by its key, and what stands in a cell. */
  row?: number;
  rows?: number;
  most?: number;
  column?: string;
  text?: string;
  /** What whoever adopts the agreement is called. */
  forum?: Words | null;
};

/**
 * Words one refusal. Its details may carry who was first and when (a lost race), where a text says too much, a sign of it, or
 * everything that is missing: then its sentence is the first of those.
 */
export async function worded({ code, field, details }: Refused): Promise<RefusalBody> {
  const [t, locale] = [await getTranslations("refusals"), (await getLocale()) as Locale];
  const by = details as Details | null | undefined;
  if (by?.missing) {
    const errors = await Promise.all(by.missing.map(worded));
    return { ...(errors[0] as RefusalBody), code, details: { errors } };
  }
  const post = by?.mine ? t("colleague", { post: by.post ?? "–" }) : (by?.post ?? "–");
  const say = (words: Words | undefined) => words?.[locale] ?? "–";
  const values = {
    post,
    at: by?.at ?? "–",
    question: say(by?.question),
    answer: say(by?.answer),
    name: say(by?.name),
    wait: by?.wait ?? 0,
    sign: by?.sign ?? "–",
    day: by?.day ? showLongDay(by.day, locale) : "–",
    row: by?.row ?? 0,
    rows: by?.rows ?? 0,
    most: by?.most ?? 0,
    column: by?.column === undefined ? "–" : t(`columns.${by.column}`),
    text: by?.text ?? "–",
    forum: await forumSaid(by?.forum),
  };
  const first = `first.${by?.act}`;
  const sentence = code === "stale" && t.has(first) ? first : code;
  return {
    ok: false,
    code,
    message: t.has(sentence) ? t(sentence, values) : t("wrong-input"),
    ...(field === undefined ? {} : { field }),
    ...(details === undefined ? {} : { details }),
  };
}

export async function answerRefusal(refusal: Refused): Promise<Response> {
  const body = await worded(refusal);
  const wait = (refusal.details as Details | undefined)?.wait;
  const headers = { "cache-control": "no-store", ...(wait ? { "retry-after": String(wait) } : {}) };
  return Response.json(body, { status: statuses[refusal.code] ?? 400, headers });
}

/** What zod found, as fields with a sentence each, in the order of the form. */
export async function answerIssues(issues: readonly z.core.$ZodIssue[]): Promise<Response> {
  const errors: RefusalBody[] = [];
  for (const issue of issues.flatMap(flatten)) {
    const code = isCode(issue.message) ? issue.message : "choose";
    const details = issue.code === "custom" ? (issue.params?.["details"] as unknown) : undefined;
    errors.push(await worded({ ok: false, code, field: issue.path.join("."), details }));
  }
  const [first] = errors;
  const findings = errors.find(({ details }) => (details as Details | undefined)?.findings);
  const body = {
    ok: false,
    code: "wrong-input",
    message: first?.message ?? (await worded({ ok: false, code: "wrong-input" })).message,
    field: findings?.field ?? first?.field,
    details: { ...(findings?.details as object), errors: errors.map(({ field, message }) => ({ field, message })) },
  };
  const status = errors.some(({ code }) => code === "guard-unavailable") ? 503 : 400;
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** A schema says which refusal it is by its code; what zod says by itself is a sentence. */
const isCode = (message: string): boolean => /^[a-z]+(?:-[a-z]+)*$/.test(message);

/** Texts in which the guard found somebody: which field, and where in it. */
export const findingIssues = (issues: readonly z.core.$ZodIssue[]) =>
  issues.flatMap(flatten).flatMap((issue) => {
    const details = issue.code === "custom" ? (issue.params?.["details"] as { findings?: Finding[] }) : undefined;
    return details?.findings ? [{ path: issue.path.join("."), findings: details.findings }] : [];
  });

/** An alternative is reported by the branch that came furthest. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const branches = issue.errors.toSorted((a, b) => a.length - b.length);
  return (branches[0] ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue);
}
