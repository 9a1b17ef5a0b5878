import { commonFieldsOf } from "#components/agreement/common-fields.ts";
import { itemsOf } from "#components/agreement/service/list-fields.ts";
import { ListForm } from "#components/agreement/service/list-form.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { type CommonPlace, commonItems, mostIn } from "#lib/agreement/common-lists.ts";
import type { Words } from "#lib/agreement/words.ts";

type Props = {
  place: CommonPlace;
  content: AgreementContent;
  flaws?: readonly string[];
  /** The page is called as the list. */
  alone?: boolean;
  locale: keyof Words;
  words: RevisionWords;
};

/** A list that stands once in the agreement, with what each of its items says besides. */
export function CommonListForm({ place, content, flaws, alone = false, locale, words }: Props) {
  const { shared, service } = words.revision;
  const { list, question } = place;
  const fields = commonFieldsOf(place, { content, words, locale });
  const asks = list === "questions" && question === undefined;
  const href = (code: string) => `/agreement/revision/forAll/questions/${code}`;
  const items = itemsOf(commonItems(content, place) ?? [], fields, { locale, ...(asks ? { href } : {}) });
  const system = list === "withdrawReasons" ? content.forAll.withdrawReasons.filter(({ bySystem }) => bySystem) : [];
  return (
    <ListForm
      act="/lists"
      place={{ list, ...(question === undefined ? {} : { question }) }}
      {...(alone ? {} : { title: question === undefined ? shared.list[list] : service.list.choices })}
      items={items.map((item) =>
        system.some(({ code }) => code === item.code) ? { ...item, stays: shared.stays } : item,
      )}
      fields={fields}
      most={mostIn(place)}
      flaws={flaws}
      words={words}
    />
  );
}
