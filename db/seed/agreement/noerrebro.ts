import file from "#agreements/noerrebro.json" with { type: "json" };
import { type AgreementFile, readAgreementFile } from "#lib/agreement/agreement-file.ts";
import { sayMistake } from "#lib/agreement/mistake.ts";

/** The agreement of Nørrebro, which the demo, the tests and the measurements begin with. */
export const noerrebro: AgreementFile = kept(file);

/** @throws with every mistake: a file that comes with the product has none */
function kept(written: unknown): AgreementFile {
  const read = readAgreementFile(written);
  if (!read.ok) throw new Error(read.mistakes.map(sayMistake).join("\n"));
  return read.file;
}
