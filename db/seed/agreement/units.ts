import type { UnitKind } from "#lib/agreement/parties.ts";
import type { UnitSeed } from "./agreement-seed.ts";
import { signed, since } from "./validity.ts";

type Named = { key: string; name: string; short: string; parent: string | null; with?: string; from?: string };

function unitsOf(kind: UnitKind, units: Named[]): UnitSeed[] {
  return units.map(({ from = signed, ...unit }) => ({ ...unit, kind, validity: since(from) }));
}

export const units: UnitSeed[] = [
  ...unitsOf("housing-organisation", [
    { key: "akb", name: "Boligselskabet AKB, København", short: "AKB", parent: null },
    { key: "fsb", name: "fsb", short: "fsb", parent: null },
    { key: "hab", name: "HAB", short: "HAB", parent: null },
    { key: "vibo", name: "Vibo", short: "Vibo", parent: null },
    { key: "3b", name: "3B", short: "3B", parent: null },
    { key: "lejerbo", name: "Lejerbo", short: "Lejerbo", parent: null },
    { key: "aab", name: "AAB", short: "AAB", parent: null },
  ]),
  ...unitsOf("helhedsplan", [
    {
      key: "lundtoftegade",
      name: "Den boligsociale helhedsplan i Lundtoftegade",
      short: "Lundtoftegade",
      parent: "akb",
      from: "2012-01-01",
    },
    { key: "titanparken", name: "Den boligsociale helhedsplan i Titanparken", short: "Titanparken", parent: "akb" },
    {
      key: "det-gode-naboskab",
      name: "Den boligsociale helhedsplan Det gode Naboskab",
      short: "Det gode Naboskab",
      parent: "fsb",
      with: "hab",
      from: "2013-01-01",
    },
    {
      key: "mimersgade",
      name: "Den boligsociale helhedsplan for Mimersgadekvarteret",
      short: "Mimersgadekvarteret",
      parent: "vibo",
      with: "3b",
      from: "2014-01-01",
    },
    {
      key: "aldersrogade",
      name: "Aldersrogade – vores kvarter",
      short: "Aldersrogade",
      parent: "lejerbo",
      with: "vibo",
      from: "2014-01-01",
    },
    {
      key: "hothers-plads",
      name: "Hothers Plads Helhedsplanen",
      short: "Hothers Plads",
      parent: "lejerbo",
      with: "aab",
      from: "2013-01-01",
    },
  ]),
  ...unitsOf("estate", [
    { key: "guldberg-have", name: "Guldberg Have, afd. 1024 og 1025", short: "Guldberg Have", parent: "akb" },
  ]),
  ...unitsOf("municipality", [
    { key: "kommunen", name: "Københavns Kommune", short: "Københavns Kommune", parent: null },
  ]),
  ...unitsOf("administration", [
    { key: "sof", name: "Socialforvaltningen", short: "SOF", parent: "kommunen" },
    { key: "suf", name: "Sundheds- og Omsorgsforvaltningen", short: "SUF", parent: "kommunen" },
  ]),
  ...unitsOf("municipal-unit", [
    { key: "sck", name: "Social Center København (SCK) Nørrebro", short: "SCK", parent: "sof" },
    {
      key: "myndighedsteamet",
      name: "Myndighedsteamet for Bispebjerg/Nørrebro",
      short: "Myndighedsteamet",
      parent: "suf",
    },
    {
      key: "lokalomraadekontoret",
      name: "Lokalområdekontor Bispebjerg/Nørrebro",
      short: "Lokalområdekontoret",
      parent: "suf",
    },
    {
      key: "forebyggelsescenteret",
      name: "Forebyggelsescenter Nørrebro",
      short: "Forebyggelsescenteret",
      parent: "suf",
    },
  ]),
  ...unitsOf("forum", [
    { key: "forum", name: "Boligsocialt Forum Nørrebro", short: "Boligsocialt Forum", parent: null },
  ]),
  ...unitsOf("partner", [
    { key: "aktivitetscenter", name: "Aktivitetscenter Nørrebro", short: "Aktivitetscenter Nørrebro", parent: null },
    { key: "kalejdoskop", name: "Aktivitetscentret Kalejdoskop", short: "Kalejdoskop", parent: null },
    { key: "sind", name: "Foreningen Sind", short: "Sind", parent: null },
  ]),
];
