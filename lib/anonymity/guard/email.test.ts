import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("an e-mail address is found", () => {
  test.each<[string, ...string[]]>([
    ["mail fatma.k87@gmail.com svarer", "fatma.k87@gmail.com"],
    ["JENS-OLE@STOFANET.DK", "JENS-OLE@STOFANET.DK"],
    ["søren@møllerfamilien.dk", "søren@møllerfamilien.dk"],
    ["lone.h @ mail.dk", "lone.h @ mail.dk"],
    ["ib\n@post.tele.dk", "ib\n@post.tele.dk"],
    ["ahmed@gmail,com tror jeg", "ahmed@gmail,com"],
    ["hassan.1990@gmail resten mangler", "hassan.1990@gmail"],
    ["zahra＠gmail．com", "zahra＠gmail．com"],
    ["aminas.mor snabel-a live.dk", "aminas.mor snabel-a live.dk"],
    ["aa87snabelahotmail.com", "aa87snabelahotmail.com"],
    ["kurt_n (at) outlook.com", "kurt_n (at) outlook.com"],
    ["yusuf[at]yahoo[dot]com", "yusuf[at]yahoo[dot]com"],
    ["mm77(a)webspeed.dk", "mm77(a)webspeed.dk"],
    ["sara punktum m snabel a gmail punktum com", "sara punktum m snabel a gmail punktum com"],
    ["kirsten at youmail dot dk", "kirsten at youmail dot dk"],
    ["fatma.1971 på gmail", "fatma.1971 på gmail"],
    ["gmail: fatma1971", "gmail: fatma1971"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `email ${word}`)));
});

describe("no e-mail address is seen in", () => {
  test.each([
    "mailen virker ikke",
    "skriv med snabel-a i adressen",
    "møde @ kl 10",
    "hun siger at borger.dk er nede",
    "3 mails på en uge",
    "Outlook 2016 kan ikke åbnes",
    "skriv til mig her",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
