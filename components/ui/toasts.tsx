"use client";

import type { ReactNode } from "react";
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** What a toast says, and how the act it tells of is undone within `seconds`. */
export type ToastText = { text: string; undo?: { label: string; seconds: number; run: () => Promise<void> | void } };

type Toast = ToastText & { key: number };
type Show = (toast: ToastText) => void;

const ToastContext = createContext<Show | undefined>(undefined);

/** Seconds that a toast without undo stays. */
const STAY = 6;

/** Shows a toast from any client component below {@link Toasts}. */
export function useToasts(): Show {
  const show = use(ToastContext);
  if (!show) throw new Error("There are no toasts around this component");
  return show;
}

/**
 * The region of toasts and all that may show one. `label` names the region.
 * It stands before the page, so that one step back from its heading reaches Undo; Ctrl+Z does too, outside fields.
 */
export function Toasts({ label, children }: { label: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  const show = useCallback<Show>((toast) => {
    count.current += 1;
    const key = count.current;
    setToasts((shown) => [...shown, { ...toast, key }]);
  }, []);
  const drop = useCallback((key: number) => setToasts((shown) => shown.filter((toast) => toast.key !== key)), []);
  const newest = toasts.findLast((toast) => toast.undo)?.key;
  return (
    <ToastContext value={show}>
      <section className="toasts" aria-label={label}>
        <ul aria-live="polite" aria-relevant="additions">
          {toasts.map((toast) => (
            <ToastLine key={toast.key} toast={toast} newest={toast.key === newest} drop={drop} />
          ))}
        </ul>
      </section>
      {children}
    </ToastContext>
  );
}

function ToastLine({ toast, newest, drop }: { toast: Toast; newest: boolean; drop: (key: number) => void }) {
  const { key, text, undo } = toast;
  const line = useRef<HTMLLIElement>(null);
  const [left, setLeft] = useState(undo?.seconds ?? STAY);
  const run = useMemo(
    () =>
      undo &&
      (async () => {
        drop(key);
        await undo.run();
      }),
    [undo, drop, key],
  );

  useEffect(() => {
    const ends = Date.now() + (undo?.seconds ?? STAY) * 1000;
    const tick = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
      setLeft(seconds);
      // What somebody stands on or reads does not vanish from under them.
      if (seconds === 0 && !line.current?.matches(":hover, :focus-within")) drop(key);
    }, 250);
    return () => clearInterval(tick);
  }, [undo, drop, key]);

  useEffect(() => {
    if (!run || !newest || left === 0) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (typing || event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      if (!event.repeat) void run();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [run, newest, left]);

  return (
    <li className="toast" ref={line}>
      <span>{text}</span>
      {undo && (
        <Button aria-disabled={left === 0} aria-keyshortcuts="Control+Z" onClick={() => left > 0 && void run?.()}>
          <span>
            <span>{undo.label}</span> <span aria-hidden="true">{`(${left} s)`}</span>
          </span>
        </Button>
      )}
    </li>
  );
}
