/** What counts of a press of a key. */
export type Pressed = Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey" | "isComposing">;
export type Bound = Readonly<Record<string, (() => void) | undefined>>;

const nothing = () => {};

/**
 * What a press does: one press, one act, however long the key is held. Only what moves goes on. Undefined where nothing
 * is bound to it, so that the browser does with it what it does with any key.
 */
export function runOf(event: Pressed, bound: Bound, moves: readonly string[]): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const run = Object.hasOwn(bound, event.key) ? bound[event.key] : undefined;
  return run && event.repeat && !moves.includes(event.key) ? nothing : run;
}

/** Would the browser press a button, or send a form, once more because Enter is still held? In a text it makes lines. */
export const actsAgain = ({ key, repeat }: Pressed, tag: string | null): boolean =>
  repeat && key === "Enter" && tag !== "TEXTAREA";
