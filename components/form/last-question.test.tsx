import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { GuardedTextarea, type GuardWords } from "#components/form/guarded-textarea.tsx";
import messages from "#messages/da.json" with { type: "json" };

const note = (value: string) =>
  renderToStaticMarkup(
    <form>
      <GuardedTextarea
        id="log-note"
        label="Kort note"
        limit={280}
        count={{ left: "{count} tilbage", over: "{count} for meget" }}
        value={value}
        onValue={() => {}}
        words={messages.guard as unknown as GuardWords}
        notNames={[]}
        onNotName={() => {}}
      />
      <button type="submit">Send</button>
    </form>,
  );
const after = (html: string) => html.slice(html.indexOf("</textarea>"));

test("the tick is what the keyboard meets right after the note", () => {
  const [first] = /<(?:input|button|a|select|textarea)\b[^>]*>/.exec(after(note("Ring om formiddagen."))) ?? [];
  expect(first).toContain('type="checkbox"');
  expect(first).toContain('id="log-note-last"');
});

test("and what the eye meets: a tile like every other answer, in a frame that says that it waits", () => {
  const html = after(note("Ring om formiddagen."));
  expect(html).toMatch(/<div class="last-question" data-waits="">/);
  expect(html).toMatch(/<label class="tile"[^>]*><input[^>]*type="checkbox"/);
});

test("nobody is asked about no text", () => {
  expect(note(" ")).not.toContain("last-question");
});
