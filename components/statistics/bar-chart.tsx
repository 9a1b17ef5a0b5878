import { scaleLinear } from "d3-scale";
import type { Bar } from "#lib/figures/figures.ts";

/**
 * Bars that lie, each with its name and its number beside it: no axis to read off, no colour to tell apart. What is hidden
 * has no bar, only its words. A mark across a bar is what it is held against. Names and numbers are text; only the bars
 * are drawn.
 */
export function BarChart({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.flatMap(({ number, mark }) => [number ?? 0, mark ?? 0]));
  const along = scaleLinear().domain([0, most]).nice().range([0, 100]);
  const percent = (value: number) => `${Math.round(along(value) * 10) / 10}%`;
  return (
    <figure className="chart" aria-label={label}>
      {bars.map(({ name, text, number, mark }) => (
        <div className="chart-row" key={name}>
          <span className="chart-name">{name}</span>
          <svg className="chart-bar" width="100%" height="20" aria-hidden="true" focusable="false">
            <rect className="chart-ground" x="0.5" y="0.5" width="100%" height="19" />
            {number !== null && number > 0 && (
              <rect className="chart-fill" x="0" y="0" width={percent(number)} height="20" />
            )}
            {mark !== null && (
              <line className="chart-mark" x1={percent(mark)} x2={percent(mark)} y1="0" y2="20" strokeWidth="3" />
            )}
          </svg>
          <span className="chart-number" data-hidden={number === null || undefined}>
            {text}
          </span>
        </div>
      ))}
    </figure>
  );
}
