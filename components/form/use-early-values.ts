"use client";

import { useEffect, useRef } from "react";

/**
 * Hears of what stands in fields, by their ids, once the scripts have come: what was typed or chosen before stays in the
 * page, and React tells nobody of it. A list would stay whole beside what somebody looks for in it.
 */
export function useEarlyValues(fields: Readonly<Record<string, (value: string) => void>>): void {
  const first = useRef(fields);
  useEffect(() => {
    for (const [id, hear] of Object.entries(first.current)) {
      const field = document.getElementById(id);
      if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.value) hear(field.value);
    }
  }, []);
}
