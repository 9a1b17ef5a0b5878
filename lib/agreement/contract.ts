import { ok, type Result, refused } from "../result.ts";
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

/**
 * One piece of the contract's frame. Refuses "words-needed" for a text without its Danish, and "text-needed" for a day or a
 * file that is taken out again.
 */
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
  if (contract.date && !date) return refused("date", "date");
  if (contract.file && !oneLine(file)) return refused("text-needed", "file");
  return ok({ ...content, contract: { ...contract, ...said.value, date, file: oneLine(file) } });
}
