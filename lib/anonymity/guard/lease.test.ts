import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("a lease number is found", () => {
  test.each<[string, ...string[]]>([
    ["1024-0045-3 står tomt", "1024-0045-3"],
    ["1024 0045 3 opsagt", "1024 0045 3"],
    ["1024.0031.05", "1024.0031.05"],
    ["1024/112/1", "1024/112/1"],
    ["1025-45 restance", "1025-45"],
    ["lejemål 45", "lejemål 45"],
    ["lejlighed 12 lugter", "lejlighed 12"],
    ["lejl. 8", "lejl. 8"],
    ["lejl nr 203", "lejl nr 203"],
    ["lejemaal 19", "lejemaal 19"],
    ["afd. 1024 bolig 118", "afd. 1024 bolig 118"],
    ["nr. 45, afd. 1024 er tom", "nr. 45, afd. 1024"],
    ["1024:45:3 har skimmel", "1024:45:3"],
    ["1025_0033_2 klager", "1025_0033_2"],
    ["10250112-01 skylder", "10250112-01"],
    ["1024/45 er uden strøm", "1024/45"],
    ["medlemsnr. 204511", "medlemsnr. 204511"],
    ["værelse 214", "værelse 214"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `lease ${word}`)));
});

describe("no lease number is seen in", () => {
  test.each([
    "lejemål opsagt til 1. februar",
    "lejlighed på 65 m2",
    "lejlighed 3 vær",
    "bolig 1-2 rum",
    "bolig max 6000",
    "ny bolig pr. 15/12",
    "lejlighed 2. december kl 12",
    "afd. 1024-1025",
    "afdeling 1024, 1025 og 1026",
    "2013-16",
    "huset er fra 1985",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
