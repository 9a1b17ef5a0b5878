import type { z } from "zod";
import { type CommonPlace, setCommonList, setCommonQuestion } from "#lib/agreement/common-lists.ts";
import type { WrittenList } from "#lib/agreement/lists.ts";
import type { WrittenQuestion } from "#lib/agreement/questions.ts";
import type { Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import type { commonListInput, commonQuestionInput } from "./common-inputs.ts";
import { saveRevision } from "./save-revision.ts";

/** The changes of what stands once in the agreement, one function a form. Each refuses what `saveRevision` refuses, and its own rule. */

type Changing<Input> = (tx: Tx, me: Member, input: Input) => Promise<Result<{ version: number }>>;

/** What was taken out of one list shows where it is missing; what cannot be in it, its own rule says. */
const partOf = (list: CommonPlace["list"]) => (list === "areas" || list === "external" ? list : "forAll");

export const reviseCommonList: Changing<z.infer<typeof commonListInput>> = async (
  tx,
  me,
  { version, list, question, ...written },
) => {
  const had = list === "external" ? await codesEver(tx, me, list) : [];
  return saveRevision(tx, me, {
    version,
    part: partOf(list),
    change: (content) => setCommonList(content, { list, question } as CommonPlace, written as WrittenList, had),
    flaws: () => false,
  });
};

/** Every code that something of that kind has or had in a version: none is given twice. */
export async function codesEver(
  { sql }: Pick<Tx, "sql">,
  { partnership }: Pick<Member, "partnership">,
  kind: "external" | "meetings",
): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`
    select distinct s ->> 'code' as code from agreement a, jsonb_array_elements(a.content -> ${kind}) s
    where a.partnership_id = ${partnership}`;
  return rows.map(({ code }) => code);
}

export const reviseCommonQuestion: Changing<z.infer<typeof commonQuestionInput>> = (
  tx,
  me,
  { version, question, ...written },
) =>
  saveRevision(tx, me, {
    version,
    part: "forAll",
    change: (content) => setCommonQuestion(content, question, written as WrittenQuestion),
    flaws: () => false,
  });
