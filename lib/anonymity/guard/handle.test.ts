import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("a name on a service is found", () => {
  test.each<[string, ...string[]]>([
    ["insta: fatma_cph", "insta: fatma_cph"],
    ["@amina.k svarer", "@amina.k"],
    ["facebook.com/kurt.nn.9", "facebook.com/kurt.nn.9"],
    ["https://www.instagram.com/sara_nb/ er hende", "https://www.instagram.com/sara_nb/"],
    ["m.me/lone.test", "m.me/lone.test"],
    ["snap yusuf2200x", "snap yusuf2200x"],
    ["hun hedder lilleLone77 på snapchat", "hedder lilleLone77 på snapchat"],
    ["messenger: kimvontest", "messenger: kimvontest"],
    ["hendes snap er blomst", "hendes snap er blomst"],
    ["brugernavn karl1960", "brugernavn karl1960"],
    ["på facebook som Oles", "facebook som Oles"],
    ["snapper som yusuf87", "yusuf87"],
    ["nordvest#2211", "nordvest#2211"],
    ["snapper som lil_nora", "lil_nora"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `handle ${word}`)));
});

describe("no such name is seen in", () => {
  test.each([
    "skriver på facebook om det",
    "hænger på snap hele natten",
    "set på insta at der er tilbud",
    "hendes facebook er lukket",
    "messenger bruges til familien",
    "mødes @ kl 10",
    "covid19",
    "restance8450 siden juni2026",
    "facebook: der er en gruppe",
    "tv2 og 3f",
    "hun er på instagram 2 timer om dagen",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
