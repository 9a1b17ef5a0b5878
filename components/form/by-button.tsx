/**
 * Stands first in a form that does something which others feel: it is sent by the buttons that are seen, and by nothing
 * else. Enter in a field presses the first button there is, and this one cannot be pressed, before scripts run too.
 */
// oxlint-disable-next-line jsx-a11y/control-has-associated-label
export const ByButton = () => <button type="submit" disabled hidden />;
