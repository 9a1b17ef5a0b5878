import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Frame } from "#app/(work)/frame.tsx";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { CodeHalves } from "#components/referral-form/code-halves.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { postLabel } from "#db/directory/directory.ts";
import { type Receipt, readReceipt } from "#db/referral/read-receipt.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("receipt"))("title") };
}

/** What happens next, in the order of what matters most to the one who sent it. */
function nextStep({ answerBy, named, agreed }: NonNullable<Receipt["sent"]>) {
  if (!answerBy) return "answered";
  if (!named) return "discussion";
  return agreed ? "agreed" : "waits";
}

export default async function ReceiptPage({ params }: PageProps<"/referrals/[code]/receipt">) {
  const { code } = await params;
  const { value, frame, directory } = await readPage((tx, me) => readReceipt(tx, me, { code, screen: "receipt" }));
  const [t, locale] = [await getTranslations("receipt"), (await getLocale()) as Locale];
  const { sent, service, also } = value;
  const anew = `/referrals/new?same=${value.code}`;
  return (
    <Frame frame={frame} directory={directory}>
      <PageHead
        title={sent ? t("sent", { receiver: postLabel(directory, sent.to, locale) }) : t("spot")}
        lead={sent ? undefined : t("spotText")}
      />
      <Stack gap="wide">
        <div className="receipt">
          <CodeHalves label={t("code")} code={value.code} />
          {sent && <p className="hint">{t("halves")}</p>}
          <Facts
            facts={[
              { name: t("service"), value: service[locale] },
              { name: t("answer"), value: sent?.answerBy && showDay(sent.answerBy, locale) },
              { name: t("next"), value: sent && t(nextStep(sent)) },
            ]}
          />
          {sent && <p>{t(sent.named ? "file" : "fileBare")}</p>}
        </div>
        {sent?.mayTakeBack && (
          <div className="stack">
            <p>{t("notUndone")}</p>
            <Actions>
              <LinkButton href={`/referrals/${value.code}?act=withdraw`}>{t("takeBack")}</LinkButton>
            </Actions>
          </div>
        )}
        {also.map((other) => (
          <Banner key={other.code}>
            <p>{t("also", { service: other.name[locale] })}</p>
            <Actions>
              <LinkButton href={`${anew}&service=${other.code}`}>
                {t("alsoDo", { service: other.name[locale] })}
              </LinkButton>
            </Actions>
          </Banner>
        ))}
        <Actions>
          {sent && (
            <LinkButton icon="print" href={`/referrals/${value.code}/slip`}>
              {t("slip")}
            </LinkButton>
          )}
          <LinkButton kind="quiet" href="/beboer">
            {t("residents")}
          </LinkButton>
          <LinkButton href={anew}>{t("same")}</LinkButton>
          <LinkButton href="/referrals/new">{t("another")}</LinkButton>
          <LinkButton kind="quiet" href={`/referrals/${value.code}`}>
            {t("see")}
          </LinkButton>
        </Actions>
      </Stack>
    </Frame>
  );
}
