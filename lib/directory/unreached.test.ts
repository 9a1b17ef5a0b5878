import { expect, test } from "vitest";
import { unreachedReason } from "./unreached.ts";

test.each([
  ["550", "address"],
  ["553", "address"],
  ["552", "full"],
  ["452", "full"],
  ["554", "refused"],
  ["5.1.1", "address"],
  ["5.2.2", "full"],
  ["5.7.1", "refused"],
  ["4.2.2", "full"],
  ["4.3.1", "silent"],
  ["4.4.1", "silent"],
  ["4.4.7", "silent"],
  ["4.7.1", "silent"],
  ["5.0.0", "refused"],
  ["451", "server"],
  ["ECONNECTION", "server"],
  ["unknown-kind", "server"],
])("a mail that failed with %s did not arrive because of: %s", (failed, why) => {
  expect(unreachedReason(failed)).toBe(why);
});
