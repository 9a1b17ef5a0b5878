/** Puts values into a sentence that came with `{name}` in it. A value that ends with a full stop, as "30. dec.", ends the sentence. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return value.endsWith(".") ? value : value + stop;
  });
