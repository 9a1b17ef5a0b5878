import type { AgreementFile } from "./agreement-file.ts";
import { checkAgreement } from "./check-agreement.ts";
import { checkContent } from "./check-content.ts";
import { checkParties } from "./check-parties.ts";
import { flawsInFile } from "./flaws-in-file.ts";
import type { Mistake } from "./mistake.ts";

/** What the shape of a file alone does not tell: everything that is named is there, once, and can be what it is named for. */
export function checkFile(file: AgreementFile): Mistake[] {
  const functions = file.functions.map(({ code, duties, until }) => ({
    code,
    duties,
    staffed: until === undefined && file.posts.some((post) => post.function === code && post.until === undefined),
  }));
  const own = [...checkParties(file), ...checkContent(file.content)];
  const flaws = flawsInFile(file.content, checkAgreement(file.content, functions));
  // What was said of a place, or of something in it, is not said again in other words.
  return [...own, ...flaws.filter(({ path }) => !own.some((each) => each.path.startsWith(path)))];
}
