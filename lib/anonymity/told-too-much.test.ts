import { expect, test } from "vitest";
import { toldTooMuch } from "./told-too-much.ts";

const told = (text: string): string[] => toldTooMuch(text).map(({ word, kind }) => `${kind} ${word}`);

test.each<[string, ...string[]]>([
  ["kom hertil fra Somalia som barn", "country somalia"],
  ["er tyrker og gift", "country tyrker"],
  ["pakistansk familie på fem", "country pakistansk"],
  ["taler kun somali", "language somali"],
  ["skal bruge arabisk tolk", "language arabisk"],
  ["polsktalende bisidder", "language polsktalende"],
  ["har skizofreni og hører stemmer", "diagnosis skizofreni"],
  ["er psykotisk igen", "diagnosis psykotisk"],
  ["får metadon hver dag", "medicine metadon"],
  ["mangler sine antidepressiver", "medicine antidepressiver"],
  ["dømt for røveri", "crime dømt", "crime røveri"],
  ["har truet naboen", "crime truet"],
  ["sidder i fængsel", "prison fængsel"],
  ["har fodlænke på", "prison fodlænke"],
  ["vil gerne flytte efter en brand", "rare brand"],
  ["NABOEN BLEV ANHOLDT", "prison anholdt"],
])("what says more than is needed is pointed out by its kind: %j", (text, ...words) =>
  expect(told(text)).toEqual(words),
);

test.each([
  "åbner ikke døren, skylder for tre måneder",
  "truet af udsættelse og truet med opsigelse",
  "social isolation, vil gerne med i madklub",
  "brug for tolk til mødet",
  "danskundervisning og lektiehjælp",
  "boldklubben i gården, kontrakten er væk",
])("nothing is in %j", (text) => expect(told(text)).toEqual([]));
