import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Board } from "#components/board/board.tsx";
import type { BoardWords } from "#components/board/words.ts";
import { Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { readBoard } from "#db/board/read-board.ts";
import { agreementOf } from "#db/directory/directory.ts";
import { servicesEver } from "#lib/agreement/service-of.ts";
import { type BoardQuery, boardQuery, clocks } from "#lib/board/board-view.ts";
import { pack } from "#lib/packed.ts";
import { ok } from "#lib/result.ts";
import type messages from "#messages/da.json";
import { Frame } from "../frame.tsx";
import { addressOf, dataOf } from "./address.ts";
import { BoardFilter } from "./board-filter.tsx";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("title") };
}

/** All open referrals as facts, for the coordinator. */
export default async function BoardPage({ searchParams }: Props) {
  const [asked, lang, words] = await Promise.all([searchParams, getLocale(), boardWords()]);
  const query = boardQuery.parse({ ...asked, lang });
  const { value, frame, directory } = await readPage(async (tx, me) => {
    const board = await readBoard(tx, me, query);
    if (!board.ok) return board;
    const services = servicesEver(await agreementOf(tx, me, me.agreement));
    return ok({ board: board.value, services });
  });
  const url = dataOf(query);
  return (
    <Frame frame={frame} directory={directory} current="board">
      <PageHead title={words.board.title} lead={words.board.lead} />
      <Stack gap="wide">
        <BoardFilter query={query} services={value.services} directory={directory} words={words.board} />
        <Board
          key={url}
          initial={value.board}
          url={url}
          groups={groupsOf(query)}
          all={addressOf({ ...query, clock: undefined, page: 1 })}
          filtered={query.service !== undefined || query.unit !== undefined || query.clock !== undefined}
          words={pack(words)}
          locale={query.lang}
        />
      </Stack>
    </Frame>
  );
}

const groupsOf = (query: BoardQuery) =>
  Object.fromEntries(clocks.map((clock) => [clock, addressOf({ ...query, clock, page: 1 })])) as Record<
    (typeof clocks)[number],
    string
  >;

async function boardWords(): Promise<BoardWords> {
  const { board, state, referral, meeting } = (await getMessages()) as unknown as typeof messages;
  return { board, state, waits: referral.waits, why: { reasons: meeting.reasons, missing: meeting.missing } };
}
