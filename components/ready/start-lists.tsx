import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { keptDays } from "#lib/anonymity/retention.ts";
import { type Locale, showDate } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { answersFor, points } from "#lib/protection/checklist.ts";
import {
  asksAnything,
  checkDays,
  type FirstEdition,
  isReady,
  type Left,
  type OperationTask,
  type Start,
} from "#lib/ready/ready.ts";
import type { ReadyWords } from "./words.ts";

type Props = { start: Start; words: ReadyWords; locale: Locale };

/** What somebody is asked for their duty, before what waits for them: each with where it is done, gone when it is. */
export function StartLists({ start, words, locale }: Props) {
  const { left, operation, advice } = start;
  const { ready } = words;
  if (!asksAnything(start)) return null;
  return (
    <div className="stack start-lists" data-gap="wide">
      {advice && (
        <section className="stack">
          <h2>{words.tasks}</h2>
          <ul className="lines">
            <Line href={toChecklist} does={ready.untickedDo}>
              <p>{ready.advice}</p>
            </Line>
          </ul>
        </section>
      )}
      {left && !isReady(left) && <Ready left={left} words={words} locale={locale} />}
      {operation.length > 0 && <Operation tasks={operation} words={words} />}
    </div>
  );
}

const toChecklist = "/protection#checklist";

const places: Record<FirstEdition["state"], string> = {
  none: "/agreement",
  begun: "/agreement/revision",
  proposed: "/agreement/revision",
  comes: "/agreement",
};

/** "Klar til brug", for the administrator. */
function Ready({ left, words, locale }: { left: Left; words: ReadyWords; locale: Locale }) {
  const { ready, checklist } = words;
  const { agreement, unticked } = left;
  const names = (all: readonly string[]) => namesOf(all, ready);
  return (
    <section className="stack" aria-labelledby="ready">
      <h2 id="ready">{ready.title}</h2>
      <p>{ready.lead}</p>
      <ul className="lines">
        {agreement && (
          <Line href={places[agreement.state]} does={ready.agreementDo[agreement.state]} first>
            <p>
              {fill(ready.agreement[agreement.state], {
                day: agreement.state === "comes" ? showDate(agreement.from, locale) : "",
              })}
            </p>
          </Line>
        )}
        {left.unplaced.length > 0 && (
          <Line href="/admin/units" does={ready.unplacedDo}>
            <p>{fill(ready.unplaced, { names: names(left.unplaced) })}</p>
          </Line>
        )}
        {left.vacant.length > 0 && (
          <Line href="/admin/people" does={ready.vacantDo}>
            <p>{fill(ready.vacant, { names: names(left.vacant) })}</p>
          </Line>
        )}
        {left.unreceived.length > 0 && (
          <Line href="/admin/people" does={ready.vacantDo}>
            <p>{fill(ready.unreceived, { names: names(left.unreceived) })}</p>
          </Line>
        )}
        {unticked.length > 0 && (
          <Line href={toChecklist} does={ready.untickedDo}>
            <p>{fill(ready.unticked, { count: String(unticked.length), all: String(points.length) })}</p>
            <ul className="points">
              {unticked.map((point) => (
                <li key={point}>
                  {fill(ready.untickedBy, { who: checklist.who[answersFor[point]], point: checklist.point[point] })}
                </li>
              ))}
            </ul>
          </Line>
        )}
      </ul>
    </section>
  );
}

const inSight = 6;

function namesOf(all: readonly string[], { more }: ReadyWords["ready"]): string {
  const rest = all.length - inSight;
  const shown = all.slice(0, inSight).join(" · ");
  return rest > 0 ? `${shown} · ${fill(more, { count: String(rest) })}` : shown;
}

const commands: Record<OperationTask, string> = {
  mail: "npm run jobs",
  anchor: "npm run jobs",
  check: "npm run audit:verify",
  unsound: "npm run audit:verify",
};

/** "Til IT-driften": what only they can do, with the command that does it. */
function Operation({ tasks, words: { ready } }: { tasks: readonly OperationTask[]; words: ReadyWords }) {
  return (
    <section className="stack" aria-labelledby="operation">
      <h2 id="operation">{ready.operation}</h2>
      <p>{ready.operationLead}</p>
      <ul className="lines">
        {tasks.map((task) => (
          <li key={task}>
            <div>
              <p>{fill(ready.task[task], { mailDays: String(keptDays.mail), checkDays: String(checkDays) })}</p>
              <p>
                <span>{ready.command}</span> <code>{commands[task]}</code>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type LineProps = { href: string; does: string; first?: boolean; children: ReactNode };

function Line({ href, does, first = false, children }: LineProps) {
  return (
    <li>
      <div>{children}</div>
      <LinkButton href={href} kind={first ? "primary" : "secondary"}>
        {does}
      </LinkButton>
    </li>
  );
}
