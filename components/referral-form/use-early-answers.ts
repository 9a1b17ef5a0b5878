"use client";

import { useEffect, useState } from "react";
import type { Path, UseFormReturn } from "react-hook-form";
import type { Values } from "#components/referral-form/values.ts";

const own = /^(service|post|to|contact|note|situations|answers\..+|consent\..+)$/;

/**
 * Keeps what was tapped before scripts ran: on a slow phone the page is there long before they are, and React would put
 * the form back to what the server sent.
 */
export function useEarlyAnswers(id: string, { setValue, getValues }: UseFormReturn<Values>): void {
  const [early] = useState(() => answersIn(id));
  useEffect(() => {
    for (const [name, value] of early) {
      const field = name as Path<Values>;
      if (JSON.stringify(getValues(field) ?? "") !== JSON.stringify(value)) setValue(field, value);
    }
  }, [early, setValue, getValues]);
}

/** Read while React hydrates, just before it takes the form over. Nothing on the server, and after that first load. */
function answersIn(id: string): [name: string, value: string | string[]][] {
  if (typeof document === "undefined") return [];
  const form = document.getElementById(id);
  if (!(form instanceof HTMLFormElement)) return [];
  const data = new FormData(form);
  return [...new Set(data.keys())]
    .filter((name) => own.test(name))
    .map((name) => {
      const values = data.getAll(name).map(String);
      return [name, name === "situations" ? values : (values[0] ?? "")];
    });
}
