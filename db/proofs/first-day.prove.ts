import { expect, test } from "vitest";
import { firstDayOn, firstDayServers } from "#scripts/first-day.ts";

test.each(firstDayServers())(
  "from an empty server to a finished referral, twice, on PostgreSQL: %s",
  async (server) => {
    expect(await firstDayOn(server)).toBe("");
  },
);
