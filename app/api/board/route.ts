import { readJson } from "#app/_server/read.ts";
import { readBoard } from "#db/board/read-board.ts";
import { boardQuery } from "#lib/board/board-view.ts";

/** The board as data: what the page shows, for the list that refreshes itself. */
export const GET = readJson((tx, me, _params, query) => readBoard(tx, me, boardQuery.parse(Object.fromEntries(query))));
