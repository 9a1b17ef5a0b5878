/** The way to a place in a file: names of fields, and places in lists from 0. */
export type Path = readonly (string | number)[];

/** One thing that is wrong in a file: where, as `services[3].norm.answer`, and what should stand there. */
export type Mistake = { path: string; says: string };

export const say = (path: Path, says: string): Mistake => ({ path: pathOf(path), says });

const plain = /^[A-Za-z$_][\w$-]*$/;
const longestName = 60;

export function pathOf(path: Path): string {
  const steps = path.map((step, at) => {
    if (typeof step === "number") return `[${step}]`;
    if (plain.test(step) && step.length <= longestName) return at === 0 ? step : `.${step}`;
    return `[${JSON.stringify(step.slice(0, longestName))}]`;
  });
  return steps.join("") || "the file";
}

/** As it is told: `services[3].norm.answer: a whole number of working days from 1 to 40`. */
export const sayMistake = ({ path, says }: Mistake): string => `${path}: ${says}`;
