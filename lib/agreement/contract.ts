import { ok, type Result } from "../result.ts";
import { oneLine } from "../text/tidy.ts";
import type { AgreementContent } from "./agreement.ts";
import type { Written } from "./codes.ts";
import { laterWordsOf } from "./later-words.ts";

/** The pieces of the contract's frame besides its lists, and the texts of each. */
export const contractPieces = {
  title: ["title", "subject"],
  aims: ["intro", "closing"],
  coordination: ["coordination", "revision"],
} as const;
export type ContractPiece = keyof typeof contractPieces;
export type ContractTextName = (typeof contractPieces)[ContractPiece][number];

export type WrittenContract = {
  piece: ContractPiece;
  texts: Readonly<Record<ContractTextName, Written>>;
  /** The day of the contract, and its file; asked with the title. */
  date?: string | undefined;
  file: string;
};

/** One piece of the contract's frame; its day and file may be unknown. Refuses "words-needed" for a text without its Danish. */
export function setContract(
  content: AgreementContent,
  { piece, texts, date = "", file }: WrittenContract,
): Result<AgreementContent> {
  const { contract } = content;
  const before = { ...contract, ...contract.aims };
  const said = laterWordsOf<ContractTextName>(before, texts, contractPieces[piece]);
  if (!said.ok) return said;
  if (piece === "aims") return ok({ ...content, contract: { ...contract, aims: { ...contract.aims, ...said.value } } });
  if (piece !== "title") return ok({ ...content, contract: { ...contract, ...said.value } });
  return ok({ ...content, contract: { ...contract, ...said.value, date, file: oneLine(file) } });
}
