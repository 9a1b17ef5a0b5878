import { type Agreement, hadService, serviceName, serviceOf } from "#lib/agreement/service-of.ts";
import type { Words } from "#lib/agreement/words.ts";
import { helhedsplan } from "#lib/board/board-view.ts";
import type { Masked } from "../board/masked.ts";
import { type Directory, postLabel } from "../directory/directory.ts";

/** What services and posts are called today, in both languages. A service that the agreement no longer has is its code. */
export function namesIn(agreement: Agreement, directory: Directory) {
  return {
    service: (code: string): Words => {
      if (!hadService(agreement, code)) return { da: code, en: code };
      return serviceName(serviceOf(agreement, code));
    },
    post: (id: string): Words => ({ da: postLabel(directory, id, "da"), en: postLabel(directory, id, "en") }),
    /** Null for a helhedsplan, which the screen or the minutes word. */
    seen: (post: Masked): Words | null =>
      post === helhedsplan ? null : { da: postLabel(directory, post, "da"), en: postLabel(directory, post, "en") },
  };
}

export type Names = ReturnType<typeof namesIn>;
