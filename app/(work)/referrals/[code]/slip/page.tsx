import { createTranslator } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { ownOrigin } from "#app/_server/settings.ts";
import { Frame } from "#app/(work)/frame.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { CodeHalves } from "#components/referral-form/code-halves.tsx";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { postLabel } from "#db/directory/directory.ts";
import { readReceipt } from "#db/referral/read-receipt.ts";
import { type Locale, showLongDay } from "#lib/calendar/show-day.ts";
import { ok, refused } from "#lib/result.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

export async function generateMetadata() {
  return { title: (await getTranslations("slip"))("title") };
}

/** The slip speaks the resident's language, the page around it the reader's. Danish unless English was asked for. */
const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: locale === "en" ? en : da, namespace: "slip" });

export default async function SlipPage({ params, searchParams }: PageProps<"/referrals/[code]/slip">) {
  const { code } = await params;
  const language: Locale = (await searchParams)["in"] === "en" ? "en" : "da";
  const { value, frame, directory } = await readPage(async (tx, me) => {
    const receipt = await readReceipt(tx, me, { code, screen: "slip" });
    if (!receipt.ok) return receipt;
    const { sent, origin } = receipt.value;
    return sent ? ok({ ...sent, origin, code: receipt.value.code }) : refused("not-found");
  });
  const [t, locale, slip] = [await getTranslations("slip"), await getLocale(), wordsOf(language)];
  const receiver = postLabel(directory, value.to, language);
  const origin = postLabel(directory, value.origin, language);
  const address = new URL("/beboer", ownOrigin()).href.replace(/^https?:\/\//, "");
  const phone = directory.posts.get(value.origin)?.phone?.replaceAll(" ", "\u00a0");
  return (
    <Frame frame={frame} directory={directory}>
      <div className="screen-only">
        <PageHead
          title={t("title")}
          lead={t("hint")}
          back={{ href: `/referrals/${value.code}/receipt`, label: t("back") }}
        >
          <Actions>
            <PrintButton label={t("print")} />
            <LinkButton
              kind="quiet"
              lang={language === "da" ? "en" : "da"}
              href={`/referrals/${value.code}/slip${language === "da" ? "?in=en" : ""}`}
            >
              {slip("other")}
            </LinkButton>
          </Actions>
        </PageHead>
      </div>
      <article className="slip" lang={language === locale ? undefined : language}>
        <h2>{slip("heading")}</h2>
        <CodeHalves label={slip("code")} code={value.code} />
        <Facts
          facts={[
            { name: slip("who"), value: slip("whoText", { receiver }) },
            {
              name: slip("when"),
              value: value.answerBy
                ? slip("whenText", { day: showLongDay(value.answerBy, language) })
                : slip("whenOpen"),
            },
            { name: slip("ask"), value: phone ? slip("askPhone", { origin, phone }) : slip("askText", { origin }) },
            { name: slip("no"), value: slip("noText") },
            {
              name: slip("sees"),
              value: `${slip("seesText", { receiver })} ${slip("coordinator")} ${slip(value.named ? "named" : "unnamed")}`,
            },
          ]}
        />
        <p>{slip("application")}</p>
        <p>{slip("more", { address })}</p>
      </article>
    </Frame>
  );
}
