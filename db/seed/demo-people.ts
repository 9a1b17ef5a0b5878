import type { Words } from "#lib/agreement/words.ts";

/** `post` is a key of the agreement's posts. A deputy stands in only while every holder of the post is away. */
export type DemoPost = { post: string; as: "holder" | "deputy" };

export type DemoPerson = { address: string; displayName: string; about: Words; posts: DemoPost[] };

/** Days counted from the day of the seed, both included. */
export type DemoAbsence = { address: string; fromDay: number; untilDay: number };

type Persona = Omit<DemoPerson, "address" | "posts"> & { name: string; holds: string[]; deputyOf?: string[] };

function person({ name, displayName, about, holds, deputyOf = [] }: Persona): DemoPerson {
  return {
    address: addressOf(name),
    displayName,
    about,
    posts: [
      ...holds.map((post): DemoPost => ({ post, as: "holder" })),
      ...deputyOf.map((post): DemoPost => ({ post, as: "deputy" })),
    ],
  };
}

/** `.example` belongs to nobody, so a letter to a persona cannot arrive anywhere. */
export function addressOf(name: string): string {
  return `${name}@brobyg.example`;
}

/** Everybody of the demo, in the order of the login page. None of them exists. */
export const demoPeople: DemoPerson[] = [
  {
    name: "vicevaert.titanparken",
    displayName: "Karla Trappegaard",
    about: {
      da: "Social vicevært i Titanparken. Sender henvisninger fra opgangen.",
      en: "Social vicevært in Titanparken. Sends referrals from the stairwell.",
    },
    holds: ["vicevaert.titanparken"],
  },
  {
    name: "vicevaert.lundtoftegade",
    displayName: "Yusuf Opgangsdal",
    about: {
      da: "Social vicevært i Lundtoftegade. Sender henvisninger og følger dem.",
      en: "Social vicevært in Lundtoftegade. Sends referrals and follows them.",
    },
    holds: ["vicevaert.lundtoftegade"],
  },
  {
    name: "raadgiver.mimersgade",
    displayName: "Amira Gårdrumsen",
    about: {
      da: "Familie- og beboerrådgiver i Mimersgadekvarteret.",
      en: "Family and resident adviser in Mimersgadekvarteret.",
    },
    holds: ["raadgiver.mimersgade"],
  },
  {
    name: "leder.akb",
    displayName: "Torben Tagrende",
    about: {
      da: "Boligsocial koordinator i AKB. Leder de sociale viceværter.",
      en: "Social-housing coordinator in AKB. Leads the sociale viceværter.",
    },
    holds: ["koordinator.akb"],
  },
  {
    name: "sagsbehandler.sck",
    displayName: "Ingelise Mappedal",
    about: {
      da: "Specialiseret sagsbehandler i SCK. Koordinerer og indkalder til møder.",
      en: "Specialised caseworker in SCK. Coordinates and calls the meetings.",
    },
    holds: ["sagsbehandler.sck"],
  },
  {
    name: "boligraadgiver.sck",
    displayName: "Mehmet Nøglebjerg",
    about: {
      da: "Boligrådgiver i SCK. Hjælper, når en udsættelse truer.",
      en: "Housing adviser in SCK. Helps when an eviction threatens.",
    },
    holds: ["boligraadgiver.sck"],
  },
  {
    name: "boligraadgiver2.sck",
    displayName: "Birthe Dørtrin",
    about: {
      da: "Boligrådgiver i SCK. Deler indbakke med den anden boligrådgiver.",
      en: "Housing adviser in SCK. Shares the inbox with the other adviser.",
    },
    holds: ["boligraadgiver.sck"],
  },
  {
    name: "mentor.sck",
    displayName: "Jonas Flyttekasse",
    about: {
      da: "Social mentor i SCK for unge på 18–25 år. Er fraværende lige nu.",
      en: "Social mentor in SCK for ages 18–25. Is away at present.",
    },
    holds: ["mentor.sck"],
  },
  {
    name: "skp.sck",
    displayName: "Samira Kaffebord",
    about: {
      da: "Støttekontaktperson i SCK. Afløser den sociale mentor.",
      en: "Support and contact person (SKP) in SCK. Stands in for the social mentor.",
    },
    holds: ["skp.sck"],
    deputyOf: ["mentor.sck"],
  },
  {
    name: "leder.sck",
    displayName: "Henrik Overblikke",
    about: {
      da: "Områdechef i SCK. Ser, hvad der ligger hos enhedens funktioner.",
      en: "Area manager of SCK. Sees what lies with the unit's functions.",
    },
    holds: ["omraadechef.sck"],
  },
  {
    name: "myndighed.suf",
    displayName: "Lone Visitholm",
    about: {
      da: "Leder af Myndighedsteamet. Tager sig af hjemmehjælp fra 65 år.",
      en: "Head of Myndighedsteamet. Takes care of home help from 65.",
    },
    holds: ["leder.myndighedsteamet"],
  },
  {
    name: "brobygger.suf",
    displayName: "Ali Brohoved",
    about: {
      da: "Brobygningskonsulent. Følger beboere til aktiviteter, afløser Myndighedsteamet.",
      en: "Bridge-building consultant. Takes residents to activities, stands in for Myndighedsteamet.",
    },
    holds: ["brobygger.lokalomraadekontoret"],
    deputyOf: ["leder.myndighedsteamet"],
  },
  {
    name: "sundhed.fc",
    displayName: "Fadumo Morgenløb",
    about: {
      da: "Projektleder i Forebyggelsescenteret. Passer også Sundhed på dit sprog.",
      en: "Project manager in the prevention centre. Also runs Sundhed på dit sprog.",
    },
    holds: ["naermiljoe.forebyggelsescenteret", "sprog.forebyggelsescenteret"],
  },
  {
    name: "forum",
    displayName: "Kirsten Rundbord",
    about: {
      da: "Sidder i Boligsocialt Forum. Ser tal, aldrig henvisninger.",
      en: "Member of Boligsocialt Forum. Sees figures, never referrals.",
    },
    holds: ["forum"],
  },
  {
    name: "admin",
    displayName: "Emil Tastesen",
    about: {
      da: "Administrator. Passer enheder, personer og aftalen.",
      en: "Administrator. Looks after units, people and the agreement.",
    },
    holds: ["administrator"],
  },
  {
    name: "dpo",
    displayName: "Selma Låsebjerg",
    about: {
      da: "Databeskyttelsesrådgiver. Ser, hvem der har set hvad.",
      en: "Data protection officer. Sees who looked at what.",
    },
    holds: ["databeskyttelsesraadgiver"],
  },
].map(person);

/** The mentor is away on the first day, so that the deputy has something to do. */
export const demoAbsences: DemoAbsence[] = [{ address: addressOf("mentor.sck"), fromDay: -2, untilDay: 12 }];
