import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { proofWords } from "#app/_server/account-words.ts";
import { begunMark } from "#app/_server/begun.ts";
import { cookieName } from "#app/_server/cookies.ts";
import { holdWords } from "#app/_server/hold-words.ts";
import { isSignedIn } from "#app/_server/is-signed-in.ts";
import { pool } from "#app/_server/pool.ts";
import { Proof } from "#components/account/proof.tsx";
import { HoldDialog } from "#components/form/hold-dialog.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { ceremonyOf } from "#db/account/factor.ts";
import { loginFor, wanted } from "#lib/login/own-path.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("login"))("second") };
}

/** The second step, for whoever had the right password a moment ago. */
export default async function FactorPage({ searchParams }: PageProps<"/login/factor">) {
  const next = wanted((await searchParams)["next"]);
  const token = (await cookies()).get(cookieName("ceremony"))?.value;
  const begun = await ceremonyOf(pool(), token);
  // Somebody else may still be logged in here: whoever comes with their password takes this browser over.
  if (begun?.kind !== "second-factor") redirect((await isSignedIn()) ? next : loginFor(next));
  const t = await getTranslations("login");
  const has = (kind: "totp" | "passkey") => begun.factors.some((each) => each.kind === kind && each.confirmed);
  return (
    <main className="login" id="main">
      <h1>{t("second")}</h1>
      <p className="lead">{t("secondLead", { email: begun.email ?? "" })}</p>
      <Proof
        ways={{ app: has("totp"), key: has("passkey"), recovery: begun.recovery > 0 }}
        words={await proofWords()}
        next={next}
        of={begunMark(token)}
      />
      <p className="hint">{t("lost")}</p>
      <div className="actions">
        <LinkButton kind="quiet" href={loginFor(next)}>
          {t("startOver")}
        </LinkButton>
      </div>
      <HoldDialog words={await holdWords()} />
    </main>
  );
}
