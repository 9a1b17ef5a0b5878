/** In words beside the form: kept, on its way, or not kept. "none": there is nothing to keep yet. */
export type DraftState = "none" | "saved" | "saving" | "failed";

type Keeping<Values> = {
  /** Saves; gives false when it could not, and is then asked again. */
  save: (values: Values) => Promise<boolean>;
  tell: (state: DraftState) => void;
  /** Milliseconds from a change to its saving, also while changes go on coming. */
  soon?: number;
  /** Milliseconds until what failed is tried again; twice as long each time, up to a minute. */
  later?: number;
};

const longest = 60_000;

/**
 * Keeps what is being filled in: a change is saved at most `soon` after it was made, one saving at a time, the newest
 * values each time, and again after a failure until it succeeds.
 */
export function draftKeeper<Values>({ save, tell, soon = 1000, later = 4000 }: Keeping<Values>) {
  let unsaved: { values: Values } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  let stopped = false;
  let failures = 0;

  function wait(milliseconds: number) {
    if (!stopped) timer ??= setTimeout(() => void flush(), milliseconds);
  }

  async function run({ values }: { values: Values }) {
    const saved = await save(values);
    saving = undefined;
    failures = saved ? 0 : failures + 1;
    if (!saved) unsaved ??= { values };
    if (!saved) tell("failed");
    else if (!unsaved) tell("saved");
    if (unsaved) wait(saved ? soon : Math.min(later * 2 ** (failures - 1), longest));
  }

  /** Saves now what is not saved yet, after what is on its way. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (saving) await saving;
    if (!unsaved || saving || stopped) return;
    const newest = unsaved;
    unsaved = undefined;
    saving = run(newest);
    await saving;
  }

  return {
    changed(values: Values) {
      unsaved = { values };
      if (stopped) return;
      tell("saving");
      if (!saving) wait(soon);
    },
    flush,
    /** Begins nothing new, and waits for what is on its way, but not for ever. */
    async stop(patience = 1500): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      if (saving) await Promise.race([saving, new Promise((done) => setTimeout(done, patience))]);
    },
    /** Goes on after `stop`. */
    resume() {
      stopped = false;
      if (unsaved) wait(soon);
    },
  };
}

export type DraftKeeper<Values> = ReturnType<typeof draftKeeper<Values>>;
