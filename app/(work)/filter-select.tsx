import type { ReactNode } from "react";

type Props = {
  label: string;
  name: string;
  /** What stands chosen; nothing is the whole list. */
  value: string | undefined;
  /** How the whole list is called. */
  all: string;
  /** Its options. */
  children: ReactNode;
};

/** One choice by which a list is narrowed or ordered; it is sent with the filter that it stands in. */
export const FilterSelect = ({ label, name, value = "", all, children }: Props) => (
  <label>
    <span>{label}</span>
    <select className="input" name={name} defaultValue={value}>
      <option value="">{all}</option>
      {children}
    </select>
  </label>
);
