import { ok, type Result, refused } from "../result.ts";
import { oneLine } from "../text/tidy.ts";
import type { AgreementContent } from "./agreement.ts";
import { isWritten, type Written, wordsOf } from "./codes.ts";
import { longestText, type Words } from "./words.ts";

/** What a row of a list says: words in both languages, or one line that is a name. `longest`: in signs. */
export type TextField = { name: string; kind: "words" | "line"; longest: number };
/** A row by its fields. */
export type TextItem = Readonly<Record<string, Words | string>>;

/** A list of texts without codes, as one form changes it. */
export type TextList = {
  address: string;
  fields: readonly TextField[];
  /** How many rows there may be. */
  most: number;
  items: readonly TextItem[];
  /** The agreement with these rows; `from` is where each stood before, none for what is new. */
  put: (items: readonly TextItem[], from: readonly (number | undefined)[]) => AgreementContent;
};

/** By the number that a row has in the agreement, `i0` first, and new ones by `n1`, in the order that they stand in. */
export type WrittenTexts = {
  order: readonly string[];
  rows: Readonly<Record<string, Readonly<Record<string, Written | string | boolean | undefined>>>>;
};

type Shape = { fields: readonly TextField[]; most: number };

const words = (name: string, longest = longestText): TextField => ({ name, kind: "words", longest });
const line = (name: string, longest: number): TextField => ({ name, kind: "line", longest });
const texts: Shape = { fields: [words("text")], most: 12 };
const shapes = {
  editions: { fields: [words("when", 120), words("what")], most: 20 },
  economy: { fields: [line("plan", 120), line("period", 60), words("amount")], most: 40 },
  others: { fields: [line("place", 120)], most: 20 },
  focus: { fields: [words("title", 200), words("text")], most: 12 },
  tasks: { fields: [words("who", 200), words("text")], most: 20 },
} as const satisfies Record<string, Shape>;

const asItem = (text: Words): TextItem => ({ text });
const asWords = (item: TextItem) => item["text"] as Words;

/** The list at an address; null where there is none. */
export function textListOf(content: AgreementContent, address: string): TextList | null {
  const { contract, activities } = content;
  const inContract = (change: Partial<AgreementContent["contract"]>) => ({
    ...content,
    contract: { ...contract, ...change },
  });
  const plain = (list: readonly Words[], put: (list: Words[]) => AgreementContent): TextList => ({
    address,
    ...texts,
    items: list.map(asItem),
    put: (items) => put(items.map(asWords)),
  });
  const shaped = <Item extends TextItem>(
    shape: Shape,
    list: readonly Item[],
    put: (list: Item[]) => AgreementContent,
  ): TextList => ({ address, ...shape, items: list, put: (items) => put([...items] as Item[]) });

  switch (address) {
    case "contract.frame":
      return plain(contract.frame, (frame) => inContract({ frame }));
    case "contract.points":
      return plain(contract.aims.points, (points) => inContract({ aims: { ...contract.aims, points } }));
    case "contract.cityPolicy":
      return plain(contract.cityPolicy, (cityPolicy) => inContract({ cityPolicy }));
    case "contract.editions":
      return shaped(shapes.editions, contract.editions, (editions) => inContract({ editions }));
    case "economy":
      return shaped(shapes.economy, contract.economy, (economy) => inContract({ economy }));
    case "others": {
      const { otherActivities } = contract;
      return {
        address,
        ...shapes.others,
        items: otherActivities.map(({ place }) => ({ place })),
        put: (items, from) =>
          inContract({
            otherActivities: items.map(({ place }, at) => ({
              place: String(place),
              activities: otherActivities[from[at] ?? -1]?.activities ?? [],
            })),
          }),
      };
    }
  }
  const [kind, which = "", list] = address.split(".");
  if (kind === "others" && list === undefined) {
    const place = contract.otherActivities.find((_, at) => String(at) === which);
    if (!place) return null;
    return plain(place.activities, (next) =>
      inContract({
        otherActivities: contract.otherActivities.map((each) =>
          each === place ? { ...place, activities: next } : each,
        ),
      }),
    );
  }
  const activity = kind === "activities" ? activities.find(({ code }) => code === which) : undefined;
  if (!activity) return null;
  const inActivity = (change: Partial<typeof activity>) => ({
    ...content,
    activities: activities.map((each) => (each === activity ? { ...activity, ...change } : each)),
  });
  if (list === "about") return plain(activity.about, (about) => inActivity({ about }));
  if (list === "focus") return shaped(shapes.focus, activity.focus, (focus) => inActivity({ focus }));
  if (list === "tasks") return shaped(shapes.tasks, activity.tasks, (tasks) => inActivity({ tasks }));
  return null;
}

/** The lists of a piece of the agreement, in the order of its page. */
export function textListsOf(content: AgreementContent, part: string): TextList[] {
  const addresses: Record<string, string[]> = {
    contract: ["contract.frame", "contract.editions", "contract.points", "contract.cityPolicy"],
    economy: ["economy"],
    others: ["others", ...content.contract.otherActivities.map((_, at) => `others.${at}`)],
  };
  const own = part.startsWith("activities.") ? ["about", "focus", "tasks"].map((list) => `${part}.${list}`) : [];
  return [...(addresses[part] ?? []), ...own].flatMap((address) => textListOf(content, address) ?? []);
}

/**
 * A list of texts as it was written: reworded, added to, taken from and put in order. Refuses at the field: "words-needed" and
 * "text-needed" for what is not said, "too-long", "words-twice" and "too-many-lines"; and "not-found" and "wrong-input".
 */
export function setTexts(content: AgreementContent, address: string, written: WrittenTexts): Result<AgreementContent> {
  const list = textListOf(content, address);
  if (!list) return refused("not-found");
  const known = list.items.map((_, at) => `i${at}`);
  const keys = [...new Set([...written.order, ...known])];
  if ([...keys, ...Object.keys(written.rows)].some((key) => !known.includes(key) && !/^n\d{1,2}$/.test(key)))
    return refused("wrong-input");
  const kept: { item: TextItem; from: number | undefined }[] = [];
  for (const key of keys) {
    const from = known.includes(key) ? known.indexOf(key) : undefined;
    const [old, row] = [from === undefined ? undefined : list.items[from], written.rows[key]];
    if (row?.["remove"] || (!old && (!row || list.fields.every(({ name }) => isBlank(row[name]))))) continue;
    const item = row ? itemOf(list, key, row) : ok(old as TextItem);
    if (!item.ok) return item;
    if (kept.some((each) => isSame(list, each.item, item.value)))
      return refused("words-twice", fieldOf(key, list.fields[0]));
    kept.push({ item: item.value, from });
    if (kept.length > Math.max(list.most, list.items.length))
      return refused("too-many-lines", fieldOf(key, list.fields[0]), { most: list.most });
  }
  return ok(
    list.put(
      kept.map(({ item }) => item),
      kept.map(({ from }) => from),
    ),
  );
}

type Row = WrittenTexts["rows"][string];

const fieldOf = (key: string, field: TextField | undefined) =>
  `rows.${key}.${field?.name}${field?.kind === "words" ? ".da" : ""}`;

const isBlank = (said: Row[string]) => (typeof said === "object" ? !isWritten(said) : !String(said ?? "").trim());

function itemOf({ fields }: TextList, key: string, row: Row): Result<TextItem> {
  const item: Record<string, Words | string> = {};
  for (const field of fields) {
    const said = row[field.name];
    if (field.kind === "line") {
      const text = typeof said === "string" ? oneLine(said) : "";
      if (!text) return refused("text-needed", fieldOf(key, field));
      if (text.length > field.longest) return refused("too-long", fieldOf(key, field));
      item[field.name] = text;
      continue;
    }
    const text = typeof said === "object" ? wordsOf(said) : null;
    if (!text) return refused("words-needed", fieldOf(key, field));
    for (const language of ["da", "en"] as const)
      if (text[language].length > field.longest) return refused("too-long", `rows.${key}.${field.name}.${language}`);
    item[field.name] = text;
  }
  return ok(item);
}

/** Two rows are the same where all that names them is: a plan may have two periods, and no two texts are alike. */
function isSame({ fields }: TextList, one: TextItem, other: TextItem): boolean {
  const naming = fields.some(({ kind }) => kind === "line") ? fields.filter(({ kind }) => kind === "line") : fields;
  return naming.every(({ name }) => plainly(one[name]) === plainly(other[name]));
}

const plainly = (said: Words | string | undefined) => (typeof said === "object" ? said.da : (said ?? "")).toLowerCase();
