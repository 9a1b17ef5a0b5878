import { expect, test } from "vitest";
import { browserName } from "./browser-name.ts";

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const kit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${windows} ${kit} Chrome/153.0.0.0 Safari/537.36`, "Chrome, Windows"],
  [`${windows} ${kit} Chrome/153.0.0.0 Safari/537.36 Edg/153.0.0.0`, "Edge, Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox, Linux"],
  [`Mozilla/5.0 (Linux; Android 15; K) ${kit} Chrome/153.0.0.0 Mobile Safari/537.36`, "Chrome, Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604", "Safari, iPhone"],
])("knows a browser coarsely: %s", (agent, name) => {
  expect(browserName(agent)).toBe(name);
});

test("keeps nothing of what it does not know", () => {
  expect(browserName("")).toBeUndefined();
  expect(browserName("<script>Titanparken</script>")).toBeUndefined();
});
