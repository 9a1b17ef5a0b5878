"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Clicked = Pick<MouseEvent, "button" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "defaultPrevented">;

/** Does this click follow the link here, in this tab? Else the browser does with it what it does with any link. */
export const followsHere = (click: Clicked, { target }: Pick<HTMLAnchorElement, "target">): boolean =>
  !click.defaultPrevented &&
  click.button === 0 &&
  !(click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) &&
  (target === "" || target === "_self");

/** Of every page: follows its links without loading the next page whole. */
export function PageLinks() {
  const router = useRouter();
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-page]") : null;
      if (!link || !followsHere(event, link)) return;
      event.preventDefault();
      router.push(link.getAttribute("href") ?? "/", { scroll: link.dataset["page"] !== "stays" });
    };
    document.addEventListener("click", clicked);
    return () => document.removeEventListener("click", clicked);
  }, [router]);
  return null;
}
