"use client";

import { useEffect } from "react";

/** Loads what holds this page back once the page is here, for when there is no network any more. */
export function HoldPageHere() {
  useEffect(() => {
    let stop = () => {};
    let left = false;
    void import("#components/form/hold-page.ts")
      .then(({ holdPage }) => {
        if (!left) stop = holdPage();
      })
      .catch(() => {});
    return () => {
      left = true;
      stop();
    };
  }, []);
  return null;
}
