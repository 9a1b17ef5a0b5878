import { getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Frame } from "#app/(work)/frame.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { ReferralPrint } from "#components/referral/referral-print.tsx";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { accessTo } from "#db/referral/read-access.ts";
import { readReferral } from "#db/referral/read-referral.ts";
import { onPaper } from "#lib/referral/on-paper.ts";
import { ok, refused } from "#lib/result.ts";
import { referralReader, referralWords } from "../../../referral-words.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("print"))("title") };
}

/** Everything that is held, for the resident who shows the code: at the post that logged it, or at its holder. */
export default async function PrintPage({ params }: PageProps<"/referrals/[code]/print">) {
  const [{ code }, reader, words, t] = [
    await params,
    await referralReader(),
    await referralWords(),
    await getTranslations("print"),
  ];
  const { value, frame, directory } = await readPage(async (tx, me) => {
    const referral = await readReferral(tx, me, { code, reader, screen: "print" });
    if (!referral.ok) return referral;
    const { sees, holder, sameResident } = referral.value;
    if (sees !== "whole" || !(holder?.mine || sameResident)) return refused("not-found");
    const access = await accessTo(tx, me, { code, reader });
    return access.ok ? ok({ view: referral.value, access: access.value }) : access;
  });
  const { view, access } = onPaper(value.view, value.access);
  return (
    <Frame frame={frame} directory={directory}>
      <div className="screen-only">
        <PageHead
          title={t("title")}
          lead={t("lead")}
          back={{ href: `/referrals/${view.code.replace("-", "")}`, label: t("back") }}
        >
          <Actions>
            <PrintButton label={t("do")} />
          </Actions>
        </PageHead>
      </div>
      <ReferralPrint
        view={view}
        access={access}
        words={words}
        locale={reader.locale}
        said={{
          heading: t("heading"),
          intro: t("intro"),
          access: t("access"),
          muted:
            view.feedback === "no" && !value.view.holder?.mine
              ? t("muted", { holder: view.holder?.label ?? "" })
              : null,
          rights: t("rights"),
        }}
      />
    </Frame>
  );
}
