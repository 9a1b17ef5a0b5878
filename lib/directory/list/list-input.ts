import { z } from "zod";
import { readSheet, type Sheet } from "./sheet.ts";

/** A body of so many bytes holds the largest file, which is a third longer in the letters that JSON takes. */
export const longestBody = 262_144;

/** A file as the browser sends it, in base64; read before anything else is asked. */
export const listFile = z.string("list-needed").transform((letters, context): Sheet => {
  const read = /^[A-Za-z0-9+/]*={0,2}$/.test(letters) ? readSheet(bytesOf(letters)) : null;
  if (read?.ok) return read.value;
  context.addIssue({
    code: "custom",
    message: read?.code ?? "list-unknown",
    params: read?.details === undefined ? {} : { details: read.details },
  });
  return z.NEVER;
});

const bytesOf = (letters: string): Uint8Array => new Uint8Array(Buffer.from(letters, "base64"));
