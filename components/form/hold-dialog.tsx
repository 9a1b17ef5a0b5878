import { holdDialog as id } from "#components/form/hold-page.ts";
import { HoldPageHere } from "#components/form/hold-page-here.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";

export type HoldWords = Record<
  "title" | "kept" | "lost" | "offlineTitle" | "offline" | "stay" | "keep" | "drop",
  string
>;

/** What is asked before a page is left that has answers which nobody has received. It is drawn with the page, so that it is there without a network. */
export function HoldDialog({ words }: { words: HoldWords }) {
  return (
    <dialog
      className="session hold"
      id={id}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <HoldPageHere />
      <form method="dialog">
        <div id={`${id}-title`}>
          <h2 data-when="online">{words.title}</h2>
          <h2 data-when="offline">{words.offlineTitle}</h2>
        </div>
        <div id={`${id}-text`}>
          <p data-when="link">{words.kept}</p>
          <p data-when="form">{words.lost}</p>
          <p data-when="offline">{words.offline}</p>
        </div>
        <Actions>
          <Button type="submit" kind="primary" value="stay">
            {words.stay}
          </Button>
          <Button type="submit" value="keep" data-when="link">
            {words.keep}
          </Button>
          <Button type="submit" kind="quiet" value="drop" data-when="online">
            {words.drop}
          </Button>
        </Actions>
      </form>
    </dialog>
  );
}
