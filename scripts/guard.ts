import { localOfSeed } from "#db/seed/agreement/local-of-seed.ts";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { dictionary } from "#lib/anonymity/dictionary.ts";
import { guard } from "#lib/anonymity/guard/guard.ts";

/**
 * The guard from outside, so that anybody can measure it: `npm run -s guard < notes.jsonl`.
 *
 * Reads JSON lines `{"id","text"}` on standard input and answers each at once with a line
 * `{"id","findings":[{"start","end","kind"}]}`; offsets are UTF-16. A line that is no such thing is named on standard
 * error by its number, never by its content; the others are answered all the same, and the exit code is 1.
 */
type Question = { id: string | number; text: string };

const isQuestion = (value: unknown): value is Question =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  (typeof value.id === "string" || typeof value.id === "number") &&
  "text" in value &&
  typeof value.text === "string";

function parse(line: string): Question | null {
  try {
    const value: unknown = JSON.parse(line);
    return isQuestion(value) ? value : null;
  } catch {
    return null;
  }
}

/** Lines end at \n only: readline would also cut at U+2028, which may stand inside a JSON string. */
async function* lines(input: NodeJS.ReadStream): AsyncGenerator<string> {
  input.setEncoding("utf8");
  let rest = "";
  for await (const chunk of input) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  yield rest;
}

// Whoever reads our answers may stop reading, as `head` does.
process.stdout.on("error", () => process.exit(1));

await readDictionary();
const known = dictionary();
let number = 0;
for await (const line of lines(process.stdin)) {
  number += 1;
  const text = line.replace(/^\uFEFF/, "").trim();
  if (text === "") continue;
  const question = parse(text);
  if (question) {
    const answer = JSON.stringify({ id: question.id, findings: guard(question.text, known, localOfSeed) });
    if (!process.stdout.write(`${answer}\n`)) await new Promise((done) => process.stdout.once("drain", done));
  } else {
    console.error(`guard: line ${number} is not {"id": …, "text": "…"}`);
    process.exitCode = 1;
  }
}
