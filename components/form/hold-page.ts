import { isReached } from "#components/form/reached.ts";
import { isHolding, isHoldingHere, leaving, letGo } from "#components/form/unsent.ts";

/** The dialog that asks, which the server has drawn in the page. */
export const holdDialog = "hold-page";

/** Whoever was asked goes, without being asked again. */
let passes = false;

/** May this page be left? It may not while a form has answers that nobody has received, nor where no other page can come. */
const mayLeave = (): boolean => passes || (!isHoldingHere() && navigator.onLine);

/**
 * Holds the page back for as long as it must: links of our own pages and forms that lead to another, which ask in our own
 * words, and the browser's own leaving, which asks in its own.
 */
export function holdPage(): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener("beforeunload", (event) => !passes && isHolding() && event.preventDefault(), { signal });
  document.addEventListener("click", heldLink, { signal, capture: true });
  window.addEventListener("submit", heldForm, { signal });
  window.addEventListener(leaving, heldMove, { signal });
  return () => ending.abort();
}

function heldLink(event: MouseEvent): void {
  if (event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || !leads(link, window.location) || mayLeave()) return;
  event.preventDefault();
  event.stopPropagation();
  ask("link", () => link.click());
}

/** Does it lead to another page of ours, in this tab? */
export const leads = (
  link: Pick<HTMLAnchorElement, "href" | "origin" | "pathname" | "search" | "target" | "download">,
  here: Pick<Location, "origin" | "pathname" | "search">,
): boolean =>
  link.href !== "" &&
  link.origin === here.origin &&
  ["", "_self"].includes(link.target) &&
  link.download === "" &&
  (link.pathname !== here.pathname || link.search !== here.search);

/** A form that scripts send has been stopped by them; what is left leads to another page. */
function heldForm(event: SubmitEvent): void {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || mayLeave()) return;
  const { submitter } = event;
  if ((submitter?.getAttribute("formmethod") ?? form.method) === "dialog") return;
  event.preventDefault();
  ask("form", () => form.requestSubmit(submitter));
}

function heldMove(event: Event): void {
  if (mayLeave()) return;
  event.preventDefault();
  ask("link", (event as CustomEvent<() => void>).detail);
}

/**
 * Asks, and goes on with `go` once somebody has said so and another page can come. Only a link keeps what was written: a
 * form brings a page that is whole anew.
 */
function ask(by: "link" | "form", go: () => void): void {
  const dialog = document.getElementById(holdDialog);
  if (!(dialog instanceof HTMLDialogElement)) return go();
  const show = (online: boolean) => {
    dialog.dataset["now"] = online ? by : "offline";
    dialog.returnValue = "";
    if (!dialog.open) dialog.showModal();
  };
  dialog.onclose = async () => {
    const { returnValue } = dialog;
    if (returnValue !== "keep" && returnValue !== "drop") return;
    if (!(await isReached())) return show(false);
    if (returnValue === "drop") letGo();
    pass(go);
  };
  show(navigator.onLine);
}

function pass(go: () => void): void {
  passes = true;
  try {
    go();
  } finally {
    passes = false;
  }
}
