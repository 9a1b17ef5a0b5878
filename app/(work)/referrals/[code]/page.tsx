import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { ReferralView } from "#components/referral/referral-view.tsx";
import { readReferral } from "#db/referral/read-referral.ts";
import { pack } from "#lib/packed.ts";
import { parseCode, showCode } from "#lib/referral/code.ts";
import { Frame } from "../../frame.tsx";
import { referralReader, referralWords } from "../../referral-words.ts";

type Props = PageProps<"/referrals/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code: typed }, t] = await Promise.all([params, getTranslations("referral")]);
  const code = parseCode(typed);
  return code ? { title: t("title", { code: showCode(code) }) } : {};
}

/** One referral, for whoever may see it: to everybody else it does not exist. A receipt leads to taking it back. */
export default async function ReferralPage({ params, searchParams }: Props) {
  const [{ code }, { act }, reader, words] = await Promise.all([
    params,
    searchParams,
    referralReader(),
    referralWords(),
  ]);
  const { value, frame, directory } = await readPage((tx, me) => readReferral(tx, me, { code, reader }));
  return (
    <Frame frame={frame} directory={directory}>
      <ReferralView
        view={value}
        words={pack(words)}
        locale={reader.locale}
        begin={act === "withdraw" ? act : undefined}
      />
    </Frame>
  );
}
