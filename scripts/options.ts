import { mailAddress } from "#lib/directory/inputs.ts";
import { personName } from "#lib/directory/person-name.ts";

/** What stands behind a command: its options with their values, and what stands alone. */
export type Given = { options: ReadonlyMap<string, string>; alone: string[] };

/** Reads `--name value` and `--name=value`. Refuses an option that there is not, one without a value, and one given twice. */
export function readOptions(args: readonly string[], known: readonly string[]): Given {
  const options = new Map<string, string>();
  const alone: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (!arg.startsWith("--")) {
      alone.push(arg);
      continue;
    }
    const [name = "", ...inline] = arg.slice(2).split("=");
    if (!known.includes(name))
      throw new Error(`There is no option --${name}. There are: ${known.map((each) => `--${each}`).join(", ")}.`);
    if (options.has(name)) throw new Error(`--${name} is given twice.`);
    if (inline.length === 0) at += 1;
    const value = inline.length > 0 ? inline.join("=") : args[at];
    if (!value?.trim() || (inline.length === 0 && value.startsWith("--"))) throw new Error(`--${name} has no value.`);
    options.set(name, value);
  }
  return { options, alone };
}

/** "name@kommunen.dk" or "Name of theirs <name@kommunen.dk>". Without a name, what stands before the @ is theirs. */
export function readMailbox(typed: string): { name: string; mail: string } {
  const [, called = "", within] = /^([^<>]*)<([^<>]*)>\s*$/.exec(typed) ?? [];
  const mail = mailAddress.safeParse(within ?? typed);
  if (!mail.success)
    throw new Error(`"${typed}" is no mail address. Write name@kommunen.dk, or "Their name <name@kommunen.dk>".`);
  const name = personName.safeParse(called.trim() || nameFrom(mail.data));
  if (!name.success)
    throw new Error(`"${called.trim()}" is no name: write between 2 and 80 signs that can be printed.`);
  return { name: name.data, mail: mail.data };
}

/** "kim.hansen@kommunen.dk" is shown as "Kim Hansen". */
const nameFrom = (mail: string): string => {
  const [before = ""] = mail.split(/[@+]/);
  const words = before.split(/[._-]+/).filter(Boolean);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return name.length < 2 ? "Administrator" : name.slice(0, 80);
};

/** A partnership's name, as it is shown. */
export function readPartnershipName(typed: string): string {
  const name = personName.safeParse(typed);
  if (!name.success)
    throw new Error(`"${typed}" is no name of a partnership: write between 2 and 80 signs that can be printed.`);
  return name.data;
}
