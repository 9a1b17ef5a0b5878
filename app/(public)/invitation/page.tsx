import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { enrolWords } from "#app/_server/account-words.ts";
import { begunMark } from "#app/_server/begun.ts";
import { type Cookie, cookieName } from "#app/_server/cookies.ts";
import { holdWords } from "#app/_server/hold-words.ts";
import { pool } from "#app/_server/pool.ts";
import { loginProviders, secret } from "#app/_server/settings.ts";
import { toScan } from "#app/_server/to-scan.ts";
import { HoldDialog } from "#components/form/hold-dialog.tsx";
import { ChooseFactor } from "#components/invitation/choose-factor.tsx";
import { ChoosePassword } from "#components/invitation/choose-password.tsx";
import { OtherLink } from "#components/invitation/other-link.tsx";
import { ProviderLinks } from "#components/login/provider-links.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { type Invitation, invitationOf } from "#db/account/enrol.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("invitation"))("title") };
}

/** Where a link leads that was mailed: a password, a second step, and one is in. */
export default async function InvitationPage() {
  const held = await cookies();
  const token = (cookie: Cookie) => held.get(cookieName(cookie))?.value ?? "";
  const [t, invited] = await Promise.all([getTranslations("invitation"), invitationOf(pool(), token("invitation"))]);
  const other = await invitationOf(pool(), token("offered"));
  if (other) return <OtherInvitation {...other} />;
  if (!invited)
    return (
      <main className="login" id="main">
        <h1>{t("over")}</h1>
        <p>{t("overText")}</p>
        <p>{t("overLogin")}</p>
        <div className="actions">
          <LinkButton href="/login">{t("logIn")}</LinkButton>
        </div>
      </main>
    );
  const { email, name, partnership } = invited;
  const providers = loginProviders();
  const of = begunMark(token("invitation"));
  const [words, scan] = await Promise.all([enrolWords(), toScan(pool(), token("ceremony"), secret())]);
  return (
    <main className="login" id="main">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead", { name, partnership })}</p>
      {!scan && providers.length > 0 && (
        <ProviderLinks
          heading={t("own")}
          unsent={words.form.unsent}
          links={providers.map((each) => ({
            href: `/api/auth/signin/${each.id}?invited`,
            label: t("through", { name: each.name }),
          }))}
        />
      )}
      {scan ? (
        <ChooseFactor scan={scan} of={of} words={words} />
      ) : (
        <ChoosePassword email={email} of={of} words={words} />
      )}
    </main>
  );
}

/** Somebody followed another link, or was led along it, in the middle of something. */
async function OtherInvitation({ name, partnership }: Invitation) {
  const t = await getTranslations("invitation");
  const { unsent, retry } = (await enrolWords()).form;
  return (
    <main className="login" id="main">
      <h1>{t("other")}</h1>
      <p className="lead">{t("otherText", { name, partnership })}</p>
      <OtherLink words={{ stay: t("stay"), useOther: t("useOther"), unsent, retry }} />
      <HoldDialog words={await holdWords()} />
    </main>
  );
}
