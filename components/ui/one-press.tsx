"use client";

import { useEffect } from "react";
import { actsAgain } from "#components/form/one-press.ts";

/** Of every page: Enter that is held presses a button once. The browser would press it as often as the key repeats. */
export function OnePress() {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (actsAgain(event, event.target instanceof Element ? event.target.tagName : null)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  return null;
}
