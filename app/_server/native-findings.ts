import { getLocale, getTranslations } from "next-intl/server";
import { findingIssues } from "./refusal.ts";

type Issues = Parameters<typeof findingIssues>[0];

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The fields of a native form but one, as they were sent. */
function* sent(fields: Record<string, unknown>, left: string, under = ""): Generator<string> {
  for (const [key, value] of Object.entries(fields)) {
    const name = under + key;
    if (name === left) continue;
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      yield* sent(value as Record<string, unknown>, left, `${name}.`);
    else
      for (const each of [value].flat())
        yield `<input type="hidden" name="${escaped(name)}" value="${escaped(String(each))}">`;
  }
}

/**
 * Before scripts run: the form once more, with what the guard found in the text marked, its words to be changed, and
 * "det er ikke et navn" to be ticked for a name. A page for whoever sent it; nothing of it is kept anywhere.
 */
export async function answerNativeFindings(
  issues: Issues,
  { action, fields }: { action: string; fields: Record<string, unknown> },
): Promise<Response | null> {
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
  const page = `<!doctype html><html lang="${await getLocale()}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(t("list"))}</title>
<main><h1>${escaped(t("list"))}</h1><form method="post" action="${escaped(action)}">
${[...sent(fields, issue.path)].join("\n")}
<label for="text">${escaped(t("text"))}</label><br>
<textarea id="text" name="${escaped(issue.path)}" rows="6" cols="40">${escaped(text)}</textarea>
<ul>${lines.join("\n")}</ul>${kept.join("")}
<button type="submit">${escaped(t("sendAgain"))}</button></form></main></html>`;
  return new Response(page, {
    status: 400,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
