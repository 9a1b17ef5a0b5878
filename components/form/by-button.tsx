import type { SyntheticEvent } from "react";

/**
 * Stands first in a form that does something which others feel: it is sent by the buttons that are seen, and by nothing
 * else. Enter in a field or on a tile presses the first button that can be pressed and is drawn; this one is for a dialog,
 * where there is none, so nothing happens, before scripts run too. A disabled one would be passed over from a tile.
 */
export const ByButton = () => (
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- nobody sees, reaches or hears it
  <button type="submit" formMethod="dialog" className="unseen" tabIndex={-1} aria-hidden="true" />
);

/** Was the form sent by Enter, where that sends nothing? */
export const byEnter = ({ nativeEvent }: SyntheticEvent<HTMLFormElement, SubmitEvent>): boolean =>
  nativeEvent.submitter?.getAttribute("formmethod") === "dialog";
