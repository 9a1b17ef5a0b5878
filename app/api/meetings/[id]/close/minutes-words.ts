import type { Words } from "#lib/agreement/words.ts";
import { agendaReasons } from "#lib/meeting/agenda.ts";
import { caseDecisions, pointDecisions } from "#lib/meeting/decisions.ts";
import type { MinutesWords } from "#lib/meeting/minutes.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

const both = <Code extends string>(codes: readonly Code[], say: (code: Code) => Words) =>
  Object.fromEntries(codes.map((code) => [code, say(code)])) as Record<Code, Words>;

/** What minutes keep: the words of the day they were written, in both languages. */
export const minutesWords: MinutesWords = {
  decisions: both([...caseDecisions, ...pointDecisions], (code) => ({
    da: da.decisions[code],
    en: en.decisions[code],
  })),
  reasons: both(agendaReasons, (code) => ({ da: da.meeting.reasons[code], en: en.meeting.reasons[code] })),
  forum: { da: da.forum.general, en: en.forum.general },
  helhedsplan: { da: da.meeting.aPlan, en: en.meeting.aPlan },
  aHelhedsplan: { da: da.meeting.someone, en: en.meeting.someone },
};
