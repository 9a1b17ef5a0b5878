type Asked<Question> = {
  /** What the command is called, before what is wrong with a line. */
  name: string;
  /** What a line should be, in words. */
  wanted: string;
  /** The question that a line holds; null for any other line. */
  read: (value: unknown) => Question | null;
  answer: (question: Question) => unknown;
};

/**
 * Reads JSON lines on standard input and answers each at once with a line of its own. A line that is no question is named on
 * standard error by its number, never by its content; the others are answered all the same, and the exit code is 1.
 */
export async function answerLines<Question>({ name, wanted, read, answer }: Asked<Question>): Promise<void> {
  // Whoever reads our answers may stop reading, as `head` does.
  process.stdout.on("error", () => process.exit(1));
  let number = 0;
  for await (const line of lines(process.stdin)) {
    number += 1;
    const text = line.replace(/^\uFEFF/, "").trim();
    if (text === "") continue;
    const question = read(parse(text));
    if (question === null) {
      console.error(`${name}: line ${number} is not ${wanted}`);
      process.exitCode = 1;
    } else if (!process.stdout.write(`${JSON.stringify(answer(question))}\n`))
      await new Promise((done) => process.stdout.once("drain", done));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
