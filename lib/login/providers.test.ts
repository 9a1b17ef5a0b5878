import { describe, expect, test } from "vitest";
import { readProviders } from "./providers.ts";

const sound = {
  id: "kommunen",
  name: "Kommunen",
  issuer: "https://login.example.dk",
  clientId: "brobyg",
  clientSecret: "0123456789abcdef",
};
const reading = (...providers: object[]) => readProviders(JSON.stringify(providers));

test("none where nothing is set", () => {
  expect(readProviders(undefined)).toEqual([]);
  expect(readProviders("")).toEqual([]);
});

test("several, and one on loopback may do without TLS", () => {
  const other = { ...sound, id: "akb", issuer: "http://localhost:4000" };
  expect(reading(sound, other)).toEqual([sound, other]);
});

describe("refuses, naming the place and never the secret,", () => {
  test.each([
    ["clear text", { issuer: "http://login.example.dk" }, "0.issuer"],
    ["what is no address", { issuer: "login.example.dk" }, "0.issuer"],
    ["an id that is no part of an address", { id: "../evil" }, "0.id"],
    ["an organisation without a name", { name: " " }, "0.name"],
    ["a short secret", { clientSecret: "short" }, "0.clientSecret"],
    ["a field nobody reads", { scope: "all" }, "0"],
  ])("%s", (_what, wrong, place) => {
    const wrongly = () => reading({ ...sound, ...wrong });
    expect(wrongly).toThrow(`"${place}"`);
    expect(wrongly).not.toThrow(sound.clientSecret);
  });

  test("one id twice, and what is no list", () => {
    expect(() => reading(sound, sound)).toThrow("has an id twice");
    expect(() => readProviders("{")).toThrow("BROBYG_LOGIN_PROVIDERS is not right");
  });
});
