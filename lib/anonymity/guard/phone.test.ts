import { describe, expect, test } from "vitest";
import { marked } from "./marked.ts";

describe("a telephone number is found", () => {
  test.each<[string, ...string[]]>([
    ["ring til hende på 22 33 44 55 efter kl 14", "22 33 44 55"],
    ["tlf 22334455", "22334455"],
    ["ring 22 treogtredive 44 femoghalvtreds", "22 treogtredive 44 femoghalvtreds"],
    ["mobil to to tre tre fire fire fem fem", "to to tre tre fire fire fem fem"],
    ["5033 4422 hverdage", "5033 4422"],
    ["412 555 66 er nyt", "412 555 66"],
    ["28.11.22.33", "28.11.22.33"],
    ["60-70-80-90", "60-70-80-90"],
    ["22/33/44/55", "22/33/44/55"],
    ["50 60 7080", "50 60 7080"],
    ["91-82 73 64", "91-82 73 64"],
    ["+45 31 22 44 66", "+45 31 22 44 66"],
    ["(+45)33445566", "(+45)33445566"],
    ["0045 42424242", "0045 42424242"],
    ["45 25 26 27 28", "45 25 26 27 28"],
    ["+252 61 5550123 er broren", "+252 61 5550123"],
    ["4 2 3 1 5 6 7 8", "4 2 3 1 5 6 7 8"],
    ["2O3O4O5O og 2l334455", "2O3O4O5O", "2l334455"],
    ["26 27\n28 29", "26 27\n28 29"],
    ["２２３３４４５５", "２２３３４４５５"],
    ["22\u00a033\u00a044\u00a055", "22\u00a033\u00a044\u00a055"],
    ["toogtyve treogtredive fireogfyrre femoghalvtreds", "toogtyve treogtredive fireogfyrre femoghalvtreds"],
    ["to og tyve tre og tredive ti tolv", "to og tyve tre og tredive ti tolv"],
    ["ni tre ni fire ni fem ni seks", "ni tre ni fire ni fem ni seks"],
    ["12345678 vistnok", "12345678"],
    ["tlf 12112026", "12112026"],
    ["tlf 2233445 mangler et ciffer", "2233445"],
    ["tlf 22 33 44 xx", "22 33 44 xx"],
    ["30303030/40404040", "30303030", "40404040"],
    ["uge 48: 22 33 44 55", "22 33 44 55"],
    ["i fogedret 3/12 22 33 44 55", "22 33 44 55"],
  ])("in %j", (text, ...words) => expect(marked(text)).toEqual(words.map((word) => `phone ${word}`)));
});

describe("no telephone number is seen in", () => {
  test.each([
    "ring 112, om natten 1813",
    "tlf tid 10-12 14-16",
    "vejledning 9471/2024",
    "8450+8450+650",
    "lokal 4512 hos administrationen",
    "periode 2025-2026",
    "lejekontrakt 2024/2025",
    "mellem 8000-9000 kr",
    "kl 0930-1130",
    "ml 1000-1200",
    "tirs 10.30-12.30 eller 14.00-15.30",
    "brev af 20261112",
    "dateret 12112026",
    "2026-11-12 kl 9",
    "CVR 12345678",
    "husleje 7.250 8.100 9.300",
    "ufr 2022.1586 V",
    "uge 46 47 48",
    "to tre fire gange",
    "7K4F-2H9M og 3a5f 6k2r",
  ])("%j", (text) => expect(marked(text)).toEqual([]));
});
