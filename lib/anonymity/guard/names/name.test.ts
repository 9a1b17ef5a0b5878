import { beforeAll, describe, expect, test } from "vitest";
import { readDictionary } from "#dictionary/read-dictionary.ts";
import { dictionary } from "../../dictionary.ts";
import { guard } from "../guard.ts";
import { sampleLocal } from "../sample-local.ts";

beforeAll(async () => {
  await readDictionary();
  // The first text makes every pattern ready.
  guard("åbner ikke døren", dictionary(), sampleLocal);
}, 60_000);

/** The names that are found, as they stand in the text. */
const names = (text: string): string[] =>
  guard(text, dictionary(), sampleLocal)
    .filter(({ kind }) => kind === "name")
    .map(({ start, end }) => text.slice(start, end));

describe("a name is found", () => {
  test.each([
    ["that no dictionary knows", "snakket med Gulnara", ["Gulnara"]],
    ["in small letters", "fatma har ikke åbnet", ["fatma"]],
    ["that can be cut out of two words", "hassan ringede", ["hassan"]],
    ["in genitive", "ahmeds restance", ["ahmeds"]],
    ["misspelt", "mohammmed er indlagt", ["mohammmed"]],
    ["with signs of another language", "ayşe siger varmen er lukket", ["ayşe"]],
    ["of several parts", "Mohamed bin Salman Khalil skal i fogedretten", ["Mohamed bin Salman Khalil"]],
    ["with a hyphen", "Anne-Mette ønsker en ven", ["Anne-Mette"]],
    ["in capital letters", "HUSK AT RINGE TIL KARIN", ["KARIN"]],
    ["as initials", "M.H. har fået påkrav", ["M.H."]],
    ["as one letter behind a title", "fru H. har brug for hjælp", ["H."]],
  ])("%s", (_, text, found) => expect(names(text)).toEqual(found));
});

describe("a name that is also a word is found", () => {
  test.each([
    ["with a capital letter inside a sentence", "i går var Storm her", ["Storm"]],
    ["behind a title", "fru holm vil flytte", ["holm"]],
    ["behind kin and neighbours", "datteren liv går i skole", ["liv"]],
    ["where somebody is met", "ring til storm i morgen", ["storm"]],
    ["at somebody's home", "hos skov er der hul i loftet", ["skov"]],
    ["where it does something", "bo vil ikke have hjælp", ["bo"]],
    ["where something belongs to it", "bos datter har nøglen", ["bos"]],
    ["where it is said to be one", "manden hedder blomst", ["blomst"]],
    ["where one calls oneself so", "han kalder sig kongen", ["kongen"]],
    ["that is asked for", "spørg efter Kan", ["Kan"]],
    ["beside another name", "Liv Hansen ringede", ["Liv Hansen"]],
    ["joined to another by og", "Per og Ulla vil med", ["Per", "Ulla"]],
  ])("%s", (_, text, found) => expect(names(text)).toEqual(found));
});

describe("whatever stands around it, or in it, a name is found", () => {
  test.each([
    ["hr.Petersen åbner ikke", ["Petersen"]],
    ["aftalt v/Amina", ["Amina"]],
    ["J.Madsen skylder", ["J.Madsen"]],
    ["nabo/Yusuf klager", ["Yusuf"]],
    ["ringede til ...Mona", ["Mona"]],
    ["mor(Zahra)har nøglen", ["Zahra"]],
    ["kontaktMerve i morgen", ["Merve"]],
    ["besøg hos m.o.n.a i dag", ["m.o.n.a"]],
    ["hun er F a t i m a", ["F a t i m a"]],
    ["Am1na har fået påkrav", ["Am1na"]],
    ["sønnen 4hmed er 14", ["4hmed"]],
    ["H@lima er flyttet", ["H@lima"]],
    ["Ⓐⓜⓘⓝⓐ venter", ["Ⓐⓜⓘⓝⓐ"]],
    ["🅰🅼🅸🅽🅰 venter", ["🅰🅼🅸🅽🅰"]],
    ["АМИНА venter", ["АМИНА"]],
    ["ᴀᴍɪɴᴀ venter", ["ᴀᴍɪɴᴀ"]],
  ])("in %j", (text, found) => expect(names(text)).toEqual(found));
});

describe("a word is somebody", () => {
  test.each([
    ["skov larmer om natten", ["skov"]],
    ["nøglen ligger hos storm", ["storm"]],
    ["brevet er fra sten", ["sten"]],
    ["storm/Amina er skilt", ["storm", "Amina"]],
    ["Der er rod. Sol græder", ["Sol"]],
    ["det var liv der fandt hende", ["liv"]],
    ["lange og hans kone flytter", []],
    ["kvist og hans kone flytter", ["kvist"]],
    ["krogh skylder to mdr.", ["krogh"]],
    ["naboerne kalder ham bossen", ["bossen"]],
    ["hun kaldes for rosinen", ["rosinen"]],
    ["øgenavnet er kongen", ["kongen"]],
    ["i opgangen hedder han bare skægget", ["skægget"]],
    ["kendt som bamse i gården", ["bamse"]],
    ["alle siger tiger til ham", ["tiger"]],
    ["vi siger bare onkel til ham", ["onkel"]],
    ["han omtales som præsten", ["præsten"]],
    ["tante-Oda passer børnene", ["tante-Oda"]],
    ["hun mødte dal i gården", ["dal"]],
  ])("in %j", (text, found) => expect(names(text)).toEqual(found));
});

describe("no name is seen", () => {
  test.each([
    // Shortened, on the net, named by the agreement, a point of an agenda, mistyped.
    "iflg. sagsbeh. er boligst. nedsat pga. indtægt",
    "kont.hjælp er stoppet, m.a.o. ingen penge",
    "se kobenhavn.dk/boligsocial og findbolig.nu",
    "spiser i Café Nora om torsdagen",
    "1. Bolig 2. Gæld 3. Eventuelt",
    "A. Økonomi B. Helbred",
    "åbnr ikke, trængr til besgø, kan ikke bettale huslejn",
    "har fåte brev fra fogden",
    // A word stays a word.
    "han vil gerne bo sammen med sin kæreste",
    "kaldes til møde i kommunen",
    "kalder hende doven",
    "siger nej til ham",
    "3v lejlighed på 65m2, covid19, PS5 og 5g",
    "ingen el/varme/vand i 3 dage",
    "kode 7F4K-2M9A",
    "næste: få navnet i telefonen",
    "der er en dag i ugen hun kan",
    "dag og nat råber han",
    "med liv og sjæl passer hun sine børn",
    "per måned har hun 4.000 til rådighed",
    "hans mor har lige fået kræft",
    "for søren, han kom ikke",
    "han slog sig på en sten",
    "der er storm i et glas vand",
    "hun er glad for sit bo",
    "sagsbehanlder svarer ikke",
    "ansøgnig om førtidspension",
    "huslejerestancen er 3 mdr, ca. 18.000 kr.",
    "har ptsd, får sertralin, går i psyk",
    "please call after 3 pm, she works nights",
    "Sankt Hans Torv kl. 14 hver søndag",
    "Guldberg Have afd. 1025 skal have nye vinduer",
    "taler somalisk og lidt dansk, er fra Somalia",
  ])("%j", (text) => expect(names(text)).toEqual([]));
});

test("an estate passes by itself, and is an address with a number", () => {
  expect(guard("bor i Titanparken", dictionary(), sampleLocal)).toEqual([]);
  expect(guard("bor i Titanparken 14", dictionary(), sampleLocal).map(({ kind }) => kind)).toEqual(["address"]);
});

test("a name that touches a number belongs to it, so that no answer takes the number away", () => {
  expect(guard("Ring fatma.k87@gmail.com", dictionary(), sampleLocal).map(({ kind }) => kind)).toEqual(["email"]);
});

test("another alphabet is asked about", () => expect(names("محمد ringede")).toHaveLength(1));
