"use client";

import { RowList } from "#components/agreement/row-list.tsx";
import { Conditions } from "#components/agreement/service/conditions.tsx";
import type { ListField, ListItem, Said } from "#components/agreement/service/list-fields.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Select } from "#components/ui/text-input.tsx";

type Values = { order: string; rows: Record<string, Record<string, Said>> };
type Props = {
  act?: string;
  /** What it is called in the page, where its place does not say so. */
  id?: string;
  /** What is sent besides: the service, its list, and the question whose answers these are. */
  place: Readonly<Record<string, string>>;
  /** Left out where the page is called so. */
  title?: string;
  items: readonly ListItem[];
  fields: readonly ListField[];
  most: number;
  /** What cannot be as it stands. */
  flaws?: readonly string[] | undefined;
  words: RevisionWords;
};

/** A list of the agreement: reworded, added to, taken from, put in order, with what each of its items says besides. */
export function ListForm({ act = "/service/list", id, place, title, items, fields, most, flaws = [], words }: Props) {
  const codes = items.map(({ code }) => code);
  const form = usePieceForm<Values>({
    id: ["list", id, place["list"], place["question"]].filter(Boolean).join("-"),
    act,
    defaults: {
      order: codes.join(" "),
      rows: Object.fromEntries(items.map(({ code, da, en, said }) => [code, { da, en, ...said }])),
    },
    fixed: place,
    words,
  });
  const itemAt = (key: string) => items.find(({ code }) => code === key);

  return (
    <section className="stack">
      {title !== undefined && <h2>{title}</h2>}
      {flaws.map((flaw) => (
        <Banner key={flaw} kind="warning">
          <p>{flaw}</p>
        </Banner>
      ))}
      <RowList
        form={form}
        first={codes}
        most={most}
        called={(key) => itemAt(key)?.shown}
        stays={(key) => itemAt(key)?.stays}
        words={words}
      >
        {(key) => {
          const item = itemAt(key);
          const name = `rows.${key}` as const;
          return (
            <>
              <WordPair form={form} name={name} given={item && { da: item.da, en: item.en }} words={words} />
              {fields
                .filter(({ onlyNew }) => !(onlyNew && item))
                .map((field) => (
                  <RowField
                    key={field.name}
                    form={form}
                    field={field}
                    name={`${name}.${field.name}`}
                    item={item}
                    words={words}
                  />
                ))}
              {item?.href && <PageLink href={item.href}>{words.revision.service.editQuestion}</PageLink>}
            </>
          );
        }}
      </RowList>
    </section>
  );
}

type FieldProps = {
  form: ReturnType<typeof usePieceForm<Values>>;
  field: ListField;
  name: string;
  item: ListItem | undefined;
  words: RevisionWords;
};

const isPair = (said: Said | undefined): said is { da: string; en: string } =>
  typeof said === "object" && !Array.isArray(said);

function RowField({ form, field, name, item, words }: FieldProps) {
  const path = name as `rows.${string}.x`;
  const said = item?.said[field.name];
  if (field.kind === "flag")
    return (
      <label className="tile">
        <input {...form.rhf.register(path)} type="checkbox" value="yes" defaultChecked={said === "yes"} />
        <span>{field.label}</span>
      </label>
    );
  if (field.kind === "select")
    return (
      <Select {...form.input(path)} label={field.label} defaultValue={typeof said === "string" ? said : ""}>
        {field.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    );
  if (field.kind === "words")
    return (
      <WordPair form={form} name={path} label={field.label} given={isPair(said) ? said : undefined} words={words} />
    );
  return <Conditions choice={form.choice(path)} {...field} chosen={Array.isArray(said) ? said : []} />;
}
