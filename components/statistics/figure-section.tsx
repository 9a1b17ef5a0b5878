/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a table that is wider than a phone is scrolled by key too */
import type { Figure } from "#lib/figures/figures.ts";
import { BarChart } from "./bar-chart.tsx";

/** One figure: what it is, its bars, its table beside them, and what is hidden and why. */
export function FigureSection({ figure, chart }: { figure: Figure; chart: string }) {
  const { key, title, about, head, rows, bars, notes } = figure;
  return (
    <div className="figure">
      <h2 id={`figure-${key}`}>{title}</h2>
      <p className="figure-about">{about}</p>
      {rows.length > 0 && (
        <div className="figure-parts">
          {bars.length > 0 && <BarChart bars={bars} label={chart} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than a phone is scrolled by key too */}
          <section className="figure-scroll" aria-labelledby={`figure-${key}`} tabIndex={0}>
            <table className="figure-table">
              <thead>
                <tr>
                  {head.map((each) => (
                    <th key={each} scope="col">
                      {each}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, cells, sum }) => (
                  <tr key={name} data-sum={sum}>
                    <th scope="row">{name}</th>
                    {cells.map(({ text, number }, at) => (
                      <td key={head[at + 1]} data-words={number === null || undefined}>
                        {text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
      <div className="figure-notes">
        {notes.map((note) => (
          <p key={note} className="hint">
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}
