import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts } from "#lib/referral/acts.ts";
import { ask, serveFrom } from "../call-handler.ts";
import { handlerOf, pageOf } from "./handlers.ts";
import { actSights, matrix } from "./matrix.ts";
import { findWaysIn, type WayIn } from "./routes.ts";
import { soundActs } from "./sound-acts.ts";
import { soundChanges } from "./sound-changes.ts";
import { openStage, type Stage } from "./stage.ts";
import { type Asks, addressOf, walk } from "./walk.ts";

const named = Object.keys(matrix) as WayIn[];

describe("the matrix", () => {
  test("names every way in that there is, and none besides", () => {
    expect(findWaysIn().filter((way) => !named.includes(way))).toEqual([]);
    expect(named.filter((way) => !findWaysIn().includes(way))).toEqual([]);
  });

  test("names every act, and has a body for every change, which `npm run prove -- authz` sees taken", () => {
    expect(Object.keys(actSights).toSorted()).toEqual([...Object.keys(acts), "undo"].toSorted());
    expect(Object.keys(soundActs).toSorted()).toEqual(Object.keys(actSights).toSorted());
    const changes = named.flatMap((way) => {
      const row = matrix[way];
      return /^(POST|PUT|PATCH|DELETE) /.test(way) && !["act", "everybody", "account"].includes(row?.of ?? "")
        ? [way.split(" ")[1] ?? ""]
        : [];
    });
    expect(Object.keys(soundChanges).toSorted()).toEqual(changes.toSorted());
  });
});

/** A stream that does not end, a form that says where it leads, and the login, which stands inside next-auth. */
const servedOnly = ["/api/live", "/api/locale", "/login"];

describe("every page and handler", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    serveFrom(stage.world.pool);
  });
  afterAll(async () => stage.close());

  /** Next answers 500 to what is thrown. A page is asked what it reads; `npm run prove -- authz` reads what it draws. */
  const inside: Asks = async ({ method, route, params }, token, body) => {
    const address = addressOf({ route, params });
    const handler = method === "PAGE" ? await pageOf(address, params) : await handlerOf(method, address, params);
    try {
      const { status, text, headers } = await ask(handler, { params, token, body });
      return { status, location: headers.get("location"), body: text };
    } catch (broke) {
      return { status: 500, location: null, body: String(broke) };
    }
  };

  test("answers everybody as the matrix says: what is one's own, what is another's, what never was (C05)", async () => {
    const { asked, wrong, leaks, changed } = await walk(stage, inside, {
      situations: ["silent", "homeHelp", "absent"],
      only: ({ route }) => !servedOnly.includes(route),
    });
    expect({ wrong, leaks, changed }).toEqual({ wrong: [], leaks: [], changed: [] });
    expect(asked).toBeGreaterThan(1_000);
  });
});
