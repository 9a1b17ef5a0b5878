/** Milliseconds after which a page that has not come is no longer waited for: the browser has said so by then. */
export const page = 20_000;
/** And a file, of which nobody hears when it has come. */
export const file = 5_000;

/** Milliseconds between two looks at whether the next page is there. */
const between = 300;

/** How long a link may wait for the server; 0 for one in which the server has no part. */
export function patienceFor({ href, target }: Pick<HTMLAnchorElement, "href" | "target">, here: string): number {
  const [to, from] = [new URL(href), new URL(here)];
  const leaves = to.pathname + to.search !== from.pathname + from.search;
  if (to.origin !== from.origin || !leaves || (target && target !== "_self")) return 0;
  return to.pathname.startsWith("/api/") ? file : page;
}

/**
 * Marks what was pressed for as long as it waits for the server: a link, or a button that sends a form before it is heard
 * by any script. `say` tells it to whoever sees nothing, once it takes longer than a moment. Gives what ends it.
 */
export function showWaits(say: (waits: boolean) => void): () => void {
  let stop = () => {};

  function waits(pressed: Element, patience: number) {
    stop();
    const { href } = window.location;
    let looks = patience / between;
    const tick = setInterval(() => {
      looks -= 1;
      if (window.location.href !== href || !pressed.isConnected || looks < 0) stop();
      else say(true);
    }, between);
    stop = () => {
      clearInterval(tick);
      pressed.removeAttribute("data-waits");
      say(false);
      stop = () => {};
    };
    pressed.setAttribute("data-waits", "");
  }

  // On the window, behind all others: by then it is known whether a form was taken over by a script.
  const clicked = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.href || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const patience = patienceFor(link, window.location.href);
    if (patience > 0) waits(link, patience);
  };
  const sent = ({ defaultPrevented, submitter }: SubmitEvent) => {
    if (!defaultPrevented && submitter && submitter.getAttribute("formmethod") !== "dialog") waits(submitter, page);
  };
  const cameBack = () => stop();
  window.addEventListener("click", clicked);
  window.addEventListener("submit", sent);
  window.addEventListener("pageshow", cameBack);
  return () => {
    stop();
    window.removeEventListener("click", clicked);
    window.removeEventListener("submit", sent);
    window.removeEventListener("pageshow", cameBack);
  };
}
