import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { keep, letGo } from "#components/form/unsent.ts";
import { useActForm } from "#components/form/use-act-form.ts";

afterEach(letGo);

const action = "/api/referrals/7K4F2H9M/correct";
const words = { summary: "", unsent: "", retry: "" };

/** A form of two questions, as the server draws it for the state that stands now. */
function Correction({ version, reach, cause }: { version: number; reach: string; cause: string }) {
  const form = useActForm<{ reach: string; cause: string }>({
    id: "correct",
    action,
    defaults: { reach, cause },
    fixed: { basis: `state ${version}`, version },
    words,
    onDone: () => undefined,
  });
  return (
    <>
      <input {...form.input("reach")} />
      <input {...form.input("cause")} />
    </>
  );
}

test("what another has corrected meanwhile is not written over unseen by answers that waited in this tab", () => {
  // Somebody answered one question of the first version, and left by a link.
  const first = { basis: "state 1", version: 1 };
  keep(JSON.stringify(["", "correct", action, first]), { reach: "mine", cause: "as it stood first" });
  const same = renderToStaticMarkup(<Correction version={1} reach="theirs" cause="as it stood first" />);
  expect(same).toContain("mine");
  const since = renderToStaticMarkup(<Correction version={2} reach="theirs" cause="corrected since" />);
  expect(since).not.toContain("mine");
  expect(since).toContain("corrected since");
});
