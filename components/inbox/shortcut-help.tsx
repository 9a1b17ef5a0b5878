"use client";

import { useEffect, useRef } from "react";
import { useShortcutsOn } from "#components/inbox/use-shortcuts.ts";
import type { InboxRowWords } from "#components/inbox/words.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";

type Props = { words: InboxRowWords["inbox"]["keys"]; onClose: () => void };

/** The list of shortcuts, and the switch that turns them off. It is drawn when somebody asks for it. */
export function ShortcutHelp({ words, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const [on, turn] = useShortcutsOn();
  const keys = [
    ["j", words.next],
    ["k", words.previous],
    ["Enter", words.see],
    ["a", words.accept],
    ["x", words.choose],
    ["n", words.later],
    ["v", words.redirect],
    ["s", words.ask],
    ["z", words.undo],
    ["Esc", words.escape],
    ["/", words.find],
    ["?", words.help],
  ] as const;
  return (
    <dialog className="shortcuts" ref={dialog} onClose={onClose} aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{words.title}</h2>
      <dl className="facts">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {!on && <p>{words.areOff}</p>}
      <Actions>
        <Button kind="primary" onClick={() => dialog.current?.close()}>
          {words.close}
        </Button>
        <Button onClick={() => turn(!on)}>{on ? words.off : words.on}</Button>
      </Actions>
    </dialog>
  );
}
