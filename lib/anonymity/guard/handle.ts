import { type Detector, type Finding, matches } from "./finding.ts";
import { hideHarmless } from "./harmless.ts";
import { condition, FROM, oneOf, pattern, piece, WORD, WORD_END } from "./pattern.ts";

const SITE = piece`
  ${oneOf(`
    facebook fb instagram instagr insta snapchat snap tiktok linkedin twitter x t wa m discord discordapp telegram
    youtube reddit threads bsky messenger twitch pinterest vk whatsapp`)}\.(?:com|me|gg|net|dk|be|app|am|tv|social)`;
const SERVICE = piece`
  ${oneOf(`
    insta(?:gram)? ig snap(?:chat)? tik_?tok facebook fb face messenger telegram signal discord twitch skype linkedin
    twitter youtube viber steam xbox psn roblox reddit
    brugernavn bruger-?id user(?:name)? profil(?:navn)? nick(?:name|navn)? gamertag alias mitid-?id`)}
  (?:-?(?:navn|profil|bruger|konto|id))?`;
const NAME = piece`[\p{L}\d_](?:[\p{L}\d_.#-]{0,40}[\p{L}\d_])?`;

/** A digit, line or dot inside, or a capital after a small letter. */
const MADE_UP = /[\d_#]|\p{L}[.-]\p{L}|\p{Ll}\p{Lu}/u;
const HARMLESS_WORDS: ReadonlySet<string> = new Set(
  `at af er et en den det der de du han hun vi man jeg i på om og men hvis når til fra med uden for som så har kan skal
  vil må ikke ingen hele hver alle lige bare også kun nu igen tit altid hvor hvad hvem dem hende ham sig sin sit sine
  min mit mine deres vores mere mest meget ned op ud ind over under efter før siden via kontakt grupper gruppe gruppen
  opslag opslaget besked beskeder billeder video videoer konto kontoen profil siden side lukket nede slettet hacket
  spærret blevet væk virker bruges bruger skriver sender hele dagen natten brugt helst eller ellers samme ny nyt nye
  live story chat app appen mitid nemid ukendt`.split(/\s+/),
);

/** Where a name on a service stands. A plain word counts only where the sentence says that it is the name. */
const SAID_TO_BE: readonly RegExp[] = [
  pattern`${WORD}${SERVICE} ?(?::|=| -|>) ?@?(?<it>${NAME})`,
  pattern`${WORD}${SERVICE} (?:hedder|navn(?:et)?(?: er)?)[ :]{1,2}(?<it>${NAME})`,
  pattern`${WORD}(?:hans|hendes|deres|min|mit|sit|sin) ${SERVICE} (?:er |hedder )?(?<it>${NAME})`,
  pattern`
    ${WORD}(?:hedder|kalder sig|kaldes|navnet|brugernavnet?|profilen|bruger|kendt som|går under)
    [ ](?:også |navnet |for )?["']?(?<it>${NAME})["']? (?:på|inde på|via) ${SERVICE}${WORD_END}`,
];
const KNOWN_AS = pattern`${WORD}${SERVICE} (?:som|under|under navnet|med navnet) (?<it>${NAME})`;
const LOOKS_LIKE: readonly RegExp[] = [
  pattern`${WORD}${SERVICE} (?:er |hvor (?:hun|han) hedder )?(?<it>${NAME})`,
  pattern`(?<![\p{L}\d])(?<it>${NAME})["']? (?:på|via) ${SERVICE}${WORD_END}`,
];

const PLAIN: readonly RegExp[] = [
  pattern`${FROM}(?:https?://)?(?:[a-z-]{1,8}\.)?${SITE}/[^\s,;)]{0,200}[^\s,;).!?]`,
  pattern`(?<![\p{L}\d._%+-])@(?=[\d_.]{0,30}\p{L})[\p{L}\d_](?:[\p{L}\d_.]{0,40}[\p{L}\d_])?`,
  pattern`${FROM}\p{L}[\p{L}\d_.]{1,30}#\d{4}(?!\d)`,
  // Words that nobody writes but as a name on the net: lil_nora.
  pattern`(?<![\p{L}\d_.@/-])(?=[\p{L}\d_.]{0,40}\p{L})[\p{L}\d.]{1,40}_[\p{L}\d][\p{L}\d_.]{0,40}(?<!\.)`,
];

/** yusuf87: a name where a service is spoken of, else rather a word that lost its space. */
const WORD_AND_NUMBER = pattern`
  (?<![\p{L}\d_.@/-])
  (?!(?:covid|corona|iphone|windows|office|samsung|playstation|linje|trin|type|version|model|kapitel|klasse)\d)
  \p{L}{3,30}\d{2,4}(?![\p{L}\d_.@-])`;
const MENTIONED = condition`${WORD}(?:${SERVICE}|profil|nettet|online|snapper|chatter|gamer)${WORD_END}`;

type Doubt = (name: string) => boolean;
const madeUp: Doubt = (name) => /\p{L}/u.test(name) && MADE_UP.test(name);
const nameable: Doubt = (name) => /\p{L}{3}/u.test(name) && !HARMLESS_WORDS.has(name.toLowerCase());

const named = (text: string, patterns: readonly RegExp[], isName: Doubt): Finding[] =>
  patterns
    .flatMap((each) => [...text.matchAll(each)])
    .filter((match) => isName(match.groups?.it ?? ""))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, kind: "handle" }));

export const handle: Detector = (text) => {
  const words = hideHarmless(text);
  return [
    ...named(words, SAID_TO_BE, (name) => madeUp(name) || nameable(name)),
    ...named(words, [KNOWN_AS], (name) => madeUp(name) || /^\p{Lu}/u.test(name)),
    ...named(words, LOOKS_LIKE, madeUp),
    ...PLAIN.flatMap((each) => matches(words, each, "handle")),
    ...(MENTIONED.test(words) ? matches(words, WORD_AND_NUMBER, "handle") : []),
  ];
};
