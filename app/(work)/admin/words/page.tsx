import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { WordAct } from "#components/words/word-act.tsx";
import { readWords, type SaidWord } from "#db/words/words.ts";
import { Frame } from "../../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("words"))("title") };
}

/** Words that people say are no names, for the administrator: added once three have said so, or taken off. */
export default async function WordsPage() {
  const [t, f] = await Promise.all([getTranslations("words"), getTranslations("form")]);
  const { value, frame, directory } = await readPage(readWords);
  const words = { summary: f("summary"), unsent: f("unsent"), retry: f("retry") };
  const drop = ({ word, people }: SaidWord) => (
    <WordAct
      word={word}
      act="drop"
      label={t("drop")}
      done={t("dropped")}
      intent={randomUUID()}
      asks={{ question: t("dropSure", { people }), yes: t("dropYes"), no: t("dropNo") }}
      words={words}
    />
  );
  const said = ({ word, people }: SaidWord, ready: boolean) => (
    <li key={word}>
      <strong lang="da">{word}</strong> <span>{t("people", { people })}</span>
      {ready && (
        <WordAct word={word} act="add" label={t("add")} done={t("added")} intent={randomUUID()} words={words} />
      )}
      {drop({ word, people })}
    </li>
  );
  return (
    <Frame frame={frame} directory={directory} current="words">
      <PageHead title={t("title")} lead={t("lead")} />
      <Stack gap="wide">
        <section>
          <h2>{t("ready")}</h2>
          {value.ready.length === 0 && <p>{t("readyEmpty")}</p>}
          <ul className="words">{value.ready.map((word) => said(word, true))}</ul>
        </section>
        <section>
          <h2>{t("waiting")}</h2>
          {value.waiting.length === 0 && <p>{t("waitingEmpty")}</p>}
          <ul className="words">{value.waiting.map((word) => said(word, false))}</ul>
        </section>
        <section>
          <h2>{t("known")}</h2>
          {value.known.length === 0 && <p>{t("knownEmpty")}</p>}
          <ul className="words">
            {value.known.map((known) => (
              <li key={known.word}>
                <strong lang="da">{known.word}</strong> {drop(known)}
              </li>
            ))}
          </ul>
        </section>
      </Stack>
    </Frame>
  );
}
