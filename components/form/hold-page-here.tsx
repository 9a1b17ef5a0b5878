"use client";

import { useEffect } from "react";
import { holdPage } from "#components/form/hold-page.ts";

/** Holds this page back from the moment that its scripts have come: the network may be gone the next. */
export function HoldPageHere() {
  useEffect(holdPage, []);
  return null;
}
