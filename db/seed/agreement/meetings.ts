import type { MeetingSeries } from "#lib/agreement/agreement.ts";

export const meetings: MeetingSeries[] = [
  {
    code: "NETVAERKSMOEDE",
    name: { da: "Netværksmøde", en: "Network meeting" },
    about: {
      da: "Det lokale praksisnetværk. Parterne mødes om samarbejdet, uden beboere.",
      en: "The local practice network. The parties meet about the cooperation, without residents.",
    },
    cadence: { everyWeeks: 8 },
    convener: "SPECIALISERET_SAGSBEHANDLER",
    participants: [
      { function: "SPECIALISERET_SAGSBEHANDLER", attends: "always" },
      { function: "BOLIGRAADGIVER", attends: "always" },
      { function: "SOCIAL_MENTOR", attends: "always" },
      { function: "STOETTEKONTAKTPERSON", attends: "always" },
      { function: "FAMILIE_BEBOERRAADGIVER", attends: "always" },
      { function: "PROJEKTLEDER_VICEVAERT", attends: "always" },
      { function: "SOCIAL_VICEVAERT", attends: "always" },
      { function: "RENOVERING_VOGNVAENGET", attends: "always" },
      { function: "PROJEKTLEDER_OVERBLIKKET", attends: "always" },
      { function: "MYNDIGHEDSTEAM", attends: "twice-a-year-or-as-needed" },
      { function: "BROBYGNINGSKONSULENT", attends: "twice-a-year-or-as-needed" },
    ],
    purposes: [
      {
        da: "Tilpasse og justere det konkrete daglige samarbejde omkring udsatte borgere",
        en: "Adjust the daily cooperation around vulnerable residents",
      },
      {
        da: "Sikre de mest optimale kommunikationsgange mellem parterne",
        en: "Keep the ways of communication between the parties as good as can be",
      },
      {
        da: "Løbende forventningsafstemme, hvad parterne kan levere",
        en: "Agree, again and again, on what each party can deliver",
      },
      {
        da: "Metodeudvikle og i fællesskab identificere metoder, der virker",
        en: "Develop methods and find together those that work",
      },
      { da: "Sikre løbende vidensdeling", en: "Share knowledge" },
      {
        da: "Sikre gode forløb for beboerne, når deres sag overgår fra et forvaltningsområde til et andet",
        en: "Make it go well for residents when their case passes from one administration to another",
      },
      {
        da: "Sikre brobygning til Sundheds- og Omsorgsforvaltningens tilbud i forebyggelsescenter og Aktivitetscenter Nørrebro samt til ældreklubber",
        en: "Build bridges to the offers of Sundheds- og Omsorgsforvaltningen in the prevention centre and Aktivitetscenter Nørrebro, and to clubs for older people",
      },
    ],
    places: {
      da: "I Socialforvaltningen eller hos helhedsplanerne",
      en: "At Socialforvaltningen or at the helhedsplaner",
    },
    evaluation: {
      da: "Møderne evalueres løbende: styrker de parternes daglige arbejde?",
      en: "The meetings are evaluated as they go: do they strengthen the daily work?",
    },
  },
  {
    code: "SUNDHEDSNETVAERK",
    name: { da: "Netværksmøde om sundhed", en: "Network meeting on health" },
    about: {
      da: "Forebyggelsescenteret indkalder og leder mødet.",
      en: "The prevention centre calls and leads the meeting.",
    },
    cadence: { timesAYear: 2 },
    convener: "SUNDHED_NAERMILJOE",
    participants: [
      { function: "SUNDHED_NAERMILJOE", attends: "always" },
      { function: "SUNDHED_SPROG", attends: "always" },
      { function: "FAMILIE_BEBOERRAADGIVER", attends: "always" },
      { function: "PROJEKTLEDER_VICEVAERT", attends: "always" },
      { function: "PROJEKTLEDER", attends: "always" },
      { function: "SEKRETARIATSLEDER", attends: "always" },
      { function: "CAFE_NORA", attends: "always" },
    ],
    purposes: [
      {
        da: "Orientere om nye muligheder i forebyggelsescenteret",
        en: "Tell about what is new in the prevention centre",
      },
      { da: "Planlægge aktiviteter", en: "Plan activities" },
      { da: "Udvikle metoder og dele viden", en: "Develop methods and share knowledge" },
    ],
    places: {
      da: "I Forebyggelsescenteret eller i boligområderne",
      en: "At the prevention centre or in the housing areas",
    },
  },
  {
    code: "TEMAMOEDE",
    name: { da: "Temamøde", en: "Thematic meeting" },
    about: {
      da: "Alle helhedsplaner på Nørrebro inviteres. Ejendomsmestre og andre fra driften kan inviteres efter behov.",
      en: "All helhedsplaner of Nørrebro are invited. Caretakers and other operations staff may be invited when needed.",
    },
    cadence: { timesAYear: 1 },
    convener: "SPECIALISERET_SAGSBEHANDLER",
    participants: [
      { function: "SPECIALISERET_SAGSBEHANDLER", attends: "always" },
      { function: "SOCIAL_VICEVAERT", attends: "always" },
      { function: "PROJEKTLEDER_VICEVAERT", attends: "always" },
      { function: "FAMILIE_BEBOERRAADGIVER", attends: "always" },
      { function: "PROJEKTLEDER", attends: "always" },
      { function: "SEKRETARIATSLEDER", attends: "always" },
      { function: "RENOVERING_VOGNVAENGET", attends: "always" },
      { function: "PROJEKTLEDER_OVERBLIKKET", attends: "always" },
      { function: "CAFE_NORA", attends: "always" },
      { function: "BOLIGRAADGIVER", attends: "as-needed" },
      { function: "SOCIAL_MENTOR", attends: "as-needed" },
      { function: "STOETTEKONTAKTPERSON", attends: "as-needed" },
    ],
    purposes: [
      {
        da: "Øge helhedsplanernes viden om og kendskab til Socialforvaltningens arbejde",
        en: "Add to what the helhedsplaner know about the work of Socialforvaltningen",
      },
      { da: "Styrke kontaktpersonordningen", en: "Strengthen the contact-person scheme" },
    ],
    places: {
      da: "I Socialforvaltningen eller hos helhedsplanerne",
      en: "At Socialforvaltningen or at the helhedsplaner",
    },
    guests: { da: "Ejendomsmestre og andre fra driften", en: "Caretakers and other operations staff" },
  },
];
