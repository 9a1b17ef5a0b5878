import { getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { ok } from "#lib/result.ts";
import { Frame } from "./frame.tsx";

export default async function WorkPage() {
  const { frame, directory } = await readPage(async () => ok(null));
  const t = await getTranslations("work");
  return (
    <Frame frame={frame} directory={directory} current="work">
      <h1>{t("title")}</h1>
    </Frame>
  );
}
