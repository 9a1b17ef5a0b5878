"use client";

import { RowList } from "#components/agreement/row-list.tsx";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { TextItem, TextList } from "#lib/agreement/text-lists.ts";
import { fill } from "#lib/fill.ts";

/** A list of texts, with what each of its fields is called; a lone one is called by its row. */
export type ShownTexts = Pick<TextList, "address" | "items" | "most"> & {
  id: string;
  title: string;
  fields: readonly (TextList["fields"][number] & { label?: string })[];
  /** What is missing in it. */
  flaws: readonly string[];
};

type Values = { order: string; rows: Record<string, Record<string, string | { da: string; en: string }>> };
type Props = { list: ShownTexts; words: RevisionWords };

/** A list of texts of the agreement: reworded, added to, taken from and put in order. */
export function TextListForm({ list: { id, address, title, items, fields, most, flaws }, words }: Props) {
  const { revision: t } = words;
  const keys = items.map((_, at) => `i${at}`);
  const itemAt = (key: string): TextItem | undefined => items[keys.indexOf(key)];
  const form = usePieceForm<Values>({
    id,
    act: "/texts",
    defaults: {
      order: keys.join(" "),
      rows: Object.fromEntries(items.map((item, at) => [`i${at}`, { ...item }])),
    },
    fixed: { address },
    words,
  });
  return (
    <section className="stack">
      <h2>{title}</h2>
      {flaws.map((flaw) => (
        <Banner key={flaw} kind="warning">
          <p>{flaw}</p>
        </Banner>
      ))}
      <RowList
        form={form}
        first={keys}
        most={most}
        called={(key) => {
          const first = itemAt(key)?.[fields[0]?.name ?? ""];
          return typeof first === "string" ? first : first && fill(t.item, { number: String(keys.indexOf(key) + 1) });
        }}
        words={words}
      >
        {(key) =>
          fields.map(({ name, kind, label }) => {
            const path = `rows.${key}.${name}` as const;
            const said = itemAt(key)?.[name];
            if (kind === "line") return <TextInput key={name} {...form.input(path)} label={label} />;
            const given = typeof said === "object" ? said : undefined;
            return (
              <WordPair key={name} form={form} name={path} {...(label ? { label } : {})} given={given} words={words} />
            );
          })
        }
      </RowList>
    </section>
  );
}
