/**
 * What turns the text that follows it, so that it reads otherwise than it was written, and what fills a place that nobody
 * sees. What joins letters and faces (U+200C, U+200D, U+FE0F) stays.
 */
const hidden =
  /\u034f|[\p{Bidi_Control}\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]/gu;

/** What is typed without what nobody sees in it; every other sign keeps its place. */
export const withoutHidden = (text: string): string => text.replace(hidden, "");
