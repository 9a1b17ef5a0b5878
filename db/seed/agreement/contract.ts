import type { ContractText } from "#lib/agreement/agreement.ts";

/**
 * The contract in its own order, in short form. Sentences are the contract's; words that label residents are left out.
 * Periods and amounts are those it was signed with: they say nothing about how long the parties take part here.
 */
export const contract: ContractText = {
  title: {
    da: "Kontrakt om boligsocialt samarbejde på Nørrebro",
    en: "Contract on social-housing cooperation in Nørrebro",
  },
  subject: { da: "Udsatte grupper", en: "Vulnerable groups" },
  date: "2013-12-12",
  file: "2013-0226017",
  editions: [
    {
      when: { da: "Maj 2012", en: "May 2012" },
      what: {
        da: "Første udgave, ved fornyelsen af helhedsplanen for Lundtoftegade.",
        en: "First edition, when the helhedsplan of Lundtoftegade was renewed.",
      },
    },
    {
      when: { da: "November 2012", en: "November 2012" },
      what: {
        da: "Revideret. Det gode Naboskab og Hothers Plads Helhedsplanen kom med.",
        en: "Revised. Det gode Naboskab and Hothers Plads Helhedsplanen joined.",
      },
    },
    {
      when: { da: "12. december 2013", en: "12 December 2013" },
      what: {
        da: "Revideret. Aldersrogade – vores kvarter og Mimersgadekvarteret kom med, Titanparken hvor det er relevant.",
        en: "Revised. Aldersrogade – vores kvarter and Mimersgadekvarteret joined, Titanparken where relevant.",
      },
    },
  ],
  frame: [
    {
      da: "Københavns Kommune og de almene boligorganisationer samarbejder om de dele af helhedsplanerne, der har snitflader til kommunens kernedrift.",
      en: "The City of Copenhagen and the social housing organisations cooperate on those parts of the helhedsplaner that border on the city's core tasks.",
    },
    {
      da: "Samarbejdet koordineres på bydelsniveau på Boligsocialt Forum. Kontrakterne er dynamiske arbejdsredskaber og kan revideres efter behov.",
      en: "The cooperation is coordinated by district in Boligsocialt Forum. The contracts are working tools and may be revised when needed.",
    },
    {
      da: "Beslægtede kontrakter på Nørrebro: Uddannelse, beskæftigelse og erhverv · Børn, unge og familie · Kultur og fritid.",
      en: "Sister contracts in Nørrebro: Education, employment and business · Children, young people and families · Culture and leisure.",
    },
  ],
  aims: {
    intro: {
      da: "Indsatsen skal sikre den almene sektors dobbelte forpligtelse: at rumme de mest udsatte beboere og være attraktiv for en bred kreds.",
      en: "The effort upholds the double duty of social housing: room for the most vulnerable residents, and a good place for many others.",
    },
    points: [
      {
        da: "At de udsatte beboere får den nødvendige hjælp og støtte til at kunne fungere i boligområdet.",
        en: "That vulnerable residents get the help and support they need to live well in the housing area.",
      },
      {
        da: "At der opbygges netværk og aktiviteter, som kan øge den enkeltes tryghed, trivsel og sundhedstilstand.",
        en: "That networks and activities are built which add to each person's safety, well-being and health.",
      },
    ],
    closing: {
      da: "Samarbejdet udnytter boligorganisationens muligheder som civilsamfund og bringer kommunens ressourcer og aktører i spil.",
      en: "The cooperation uses what a housing organisation can do as civil society, and brings in the city's resources and people.",
    },
  },
  cityPolicy: [
    {
      da: "Udsatte byområder som rammer om et godt københavnerliv",
      en: "Deprived areas as the setting of a good Copenhagen life",
    },
    {
      da: "Udsatte byområder skal løftes til københavnerniveau",
      en: "Deprived areas are to be lifted to the level of Copenhagen",
    },
  ],
  economy: [
    {
      plan: "Hothers Plads Helhedsplanen",
      period: "2013–16",
      amount: { da: "Ingen økonomi under indsatsområdet", en: "No money under this area" },
    },
    {
      plan: "Det gode Naboskab",
      period: "2013–16",
      amount: { da: "Ingen økonomi under indsatsområdet", en: "No money under this area" },
    },
    {
      plan: "Lundtoftegade",
      period: "2012–16",
      amount: { da: "2.575.277 kr.", en: "DKK 2,575,277" },
    },
    {
      plan: "Aldersrogade – vores kvarter",
      period: "2014–18",
      amount: { da: "Ingen økonomi under indsatsområdet", en: "No money under this area" },
    },
    {
      plan: "Mimersgadekvarteret",
      period: "2014–17",
      amount: { da: "1.093.971 kr.", en: "DKK 1,093,971" },
    },
  ],
  coordination: { da: "Boligsocialt Forum Nørrebro", en: "Boligsocialt Forum Nørrebro" },
  revision: { da: "Boligsocialt Forum Nørrebro", en: "Boligsocialt Forum Nørrebro" },
  otherActivities: [
    {
      place: "Lundtoftegade",
      activities: [
        { da: "Sociale aktiviteter for udsatte beboere", en: "Social activities for vulnerable residents" },
        { da: "Mægling ved nabokonflikter", en: "Mediation between neighbours" },
        {
          da: "Individuel hjælp og rådgivning, herunder brobygning til det kommunale hjælpesystem og lægelig behandling",
          en: "Individual help and advice, with a bridge to municipal help and medical treatment",
        },
        { da: "Uddannelse af servicemedarbejdere", en: "Training of service staff" },
      ],
    },
    {
      place: "Titanparken",
      activities: [
        {
          da: "Konfliktmægling og forebyggelse af konflikter og nabostridigheder",
          en: "Mediation, and prevention of conflicts and quarrels between neighbours",
        },
        {
          da: "Hjælp og rådgivning til socialt udsatte mennesker og familier, herunder hjælp ved fogedsager",
          en: "Help and advice for people and families in need, also in cases at the bailiff's court",
        },
        {
          da: "Styrkelse af netværk og fremme af sociale aktiviteter i bebyggelsen",
          en: "Stronger networks and more social activities on the estate",
        },
      ],
    },
  ],
};
