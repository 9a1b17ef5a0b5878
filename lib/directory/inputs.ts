import { z } from "zod";
import { type PhoneHours, type Weekday, weekdays } from "#lib/agreement/parties.ts";
import { parseClockTime } from "#lib/calendar/clock-time.ts";
import { unparted } from "#lib/text/dashes.ts";

/** What the contact scheme and the people pages take in. Work data of colleagues, never of residents. */

/** "20 00 00 21", "+45 20000021" or a number abroad with its "+"; empty is none. Kept in pairs, as Danes read it. */
export const phone = z
  .string()
  .default("")
  .transform((typed, context): string | null => {
    const bare = unparted(typed).replace(/[.,]/g, "");
    const danish = /^(?:\+45|0045)?(\d{8})$/.exec(bare)?.[1];
    if (bare === "") return null;
    if (danish) return danish.replace(/(..)(?=.)/g, "$1 ");
    if (/^\+\d{8,15}$/.test(bare)) return bare;
    context.addIssue({ code: "custom", message: "phone" });
    return z.NEVER;
  });

const longestMail = 200;
/** What stands before the "@", as mail itself has it and the database too. */
const longestBefore = 64;

export const mailAddress = z.string("mail-needed").transform((typed, context) => {
  const mail = typed.trim().toLowerCase();
  if (mail === "") {
    context.addIssue({ code: "custom", message: "mail-needed" });
    return z.NEVER;
  }
  if (mail.length <= longestMail && mail.indexOf("@") <= longestBefore && z.email().safeParse(mail).success)
    return mail;
  context.addIssue({ code: "custom", message: "mail" });
  return z.NEVER;
});

/** The same where none is an answer too. */
export const optionalMail = z
  .string()
  .default("")
  .transform((typed, context): string | null => {
    if (typed.trim() === "") return null;
    const parsed = mailAddress.safeParse(typed);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: "mail" });
    return z.NEVER;
  });

const typedHours = z.strictObject({ from: z.string().default(""), to: z.string().default("") });

/** A from and a to for each weekday, as they are typed; a day without both is a day without telephone hours. */
export const hours = z
  .partialRecord(z.enum(weekdays), typedHours)
  .default({})
  .transform((typed, context): PhoneHours => {
    const read: PhoneHours = {};
    for (const [name, { from, to }] of Object.entries(typed)) {
      if (from.trim() === "" && to.trim() === "") continue;
      const [opens, closes] = [parseClockTime(from), parseClockTime(to)];
      if (opens && closes && opens < closes) read[name as Weekday] = { from: opens, to: closes };
      else context.addIssue({ code: "custom", message: "phone-hours", path: [name, "from"] });
    }
    return read;
  });
