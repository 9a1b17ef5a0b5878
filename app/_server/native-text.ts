import { getLocale, getTranslations } from "next-intl/server";
import { findingIssues } from "./refusal.ts";

type Issues = Parameters<typeof findingIssues>[0];
/** What a native form sent, and where to. */
type Sent = { action: string; fields: Record<string, unknown> };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The fields of a native form, as they were sent; without the last answer, and the text that is asked for anew. */
function* sent(fields: Record<string, unknown>, text = "", under = ""): Generator<string> {
  for (const [key, value] of Object.entries(fields)) {
    const name = under + key;
    if (name === text || name === "recognisable") continue;
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      yield* sent(value as Record<string, unknown>, text, `${name}.`);
    else
      for (const each of [value].flat())
        yield `<input type="hidden" name="${escaped(name)}" value="${escaped(String(each))}">`;
  }
}

/**
 * Before scripts run: the form once more, with what the guard found in the text marked, its words to be changed, and
 * "det er ikke et navn" to be ticked for a name.
 */
export async function answerNativeFindings(issues: Issues, { action, fields }: Sent): Promise<Response | null> {
  const [issue] = findingIssues(issues);
  if (!issue) return null;
  const path = issue.path.split(".");
  const value = path.reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], fields);
  const [text = "", ...answers] = [value].flat().map(String);
  const t = await getTranslations("guard");
  const lines = issue.findings.map(({ start, end, kind }) => {
    const word = text.slice(start, end);
    const instead = t.has(`instead.${kind}`) ? t(`instead.${kind}`) : t("otherwise");
    const tick =
      kind === "name"
        ? `<br><label><input type="checkbox" name="${escaped(issue.path)}" value="${escaped(word)}"> ${escaped(t("notName"))}</label>`
        : "";
    return `<li><mark>${escaped(word)}</mark> ${escaped(instead)}${tick}</li>`;
  });
  const kept = answers.map((word) => `<input type="hidden" name="${escaped(issue.path)}" value="${escaped(word)}">`);
  return pageOf({
    title: t("list"),
    action,
    lines: [
      ...sent(fields, issue.path),
      `<label for="text">${escaped(t("text"))}</label><br>`,
      `<textarea id="text" name="${escaped(issue.path)}" rows="6" cols="40">${escaped(text)}</textarea>`,
      `<ul>${lines.join("\n")}</ul>${kept.join("")}`,
      `<p>${escaped(t("recognise"))}</p>`,
      ...lastLines(t),
    ],
  });
}

/** Before scripts run: the last question about a text of one's own, with what was sent kept as it is. */
export async function askNative({ action, fields }: Sent): Promise<Response> {
  const t = await getTranslations("guard");
  return pageOf({
    title: t("recognise"),
    action,
    lines: [...sent(fields), ...lastLines(t)],
  });
}

const lastLines = (t: (key: "recogniseNo" | "sendAgain") => string): string[] => [
  `<label><input type="checkbox" name="recognisable" value="no" required> ${escaped(t("recogniseNo"))}</label><br>`,
  `<button type="submit">${escaped(t("sendAgain"))}</button>`,
];

type NativePage = { title: string; action: string; lines: readonly string[] };

/** A page for whoever sent it; nothing of it is kept anywhere. */
async function pageOf({ title, action, lines }: NativePage): Promise<Response> {
  const page = `<!doctype html><html lang="${await getLocale()}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<main><h1>${escaped(title)}</h1><form method="post" action="${escaped(action)}">
${lines.join("\n")}</form></main></html>`;
  return new Response(page, {
    status: 400,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
