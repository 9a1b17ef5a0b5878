"use client";

import { useMemo } from "react";
import { type Packed, readPacked } from "#lib/packed.ts";

/** What is sent, and what is read. */
export type FilterOption = readonly [value: string, label: string];

type Props = {
  label: string;
  name: string;
  /** What stands chosen; nothing is the whole list. */
  value: string | undefined;
  /** How the whole list is called. */
  all: string;
  options: Packed<readonly FilterOption[]>;
};

/**
 * One choice by which a list is narrowed or ordered; it is sent with the filter that it stands in. Its options come as
 * data: a partnership has many units, and an element of a page weighs more than a name.
 */
export function FilterSelect({ label, name, value = "", all, options: packed }: Props) {
  const options = useMemo(() => readPacked(packed), [packed]);
  return (
    <label>
      <span>{label}</span>
      <select className="input" name={name} defaultValue={value}>
        <option value="">{all}</option>
        {options.map(([sent, read]) => (
          <option key={sent} value={sent}>
            {read}
          </option>
        ))}
      </select>
    </label>
  );
}
