import { type Insight, insightOf } from '../../insight/insight.ts';
import { toUnit } from '../../space/domain.ts';
import type { Board } from '../board.ts';
import { insightWords } from '../insight-words.ts';
import type { Results } from '../results.ts';
import { html, inHtml, type Safe } from '../safe.ts';
import { percent, plural } from '../words.ts';
import { parameterScale } from './charts.ts';
import { dot, figure, line, plot, px, scoreDomain, width, yScale } from './svg.ts';

type Html = Safe<'html'>;
const { say, name, sentence, join } = inHtml;

const mostBars = 10;
const barHeight = 22;
const labelWidth = 150;

/** What the search learned: sentences, the importance of the parameters, how the score depends on the first of them. */
export function insightParts(results: Results, board: Board): readonly Html[] {
  const insight = insightOf(results.study, results.space, board.recommended?.trial);
  const words = insightWords(results, insight, inHtml);
  const figures = [importanceBars(insight), ...dependences(results, insight)].filter(
    (chart) => chart !== undefined,
  );
  return [
    ...(words.length === 0
      ? []
      : [
          say`<ul>${join(
            words.map((text) => say`<li>${text}</li>`),
            '',
          )}</ul>`,
        ]),
    ...(figures.length === 0 ? [] : [say`<div class="charts">\n${join(figures, '')}\n</div>`]),
  ];
}

function importanceBars({ importance }: Insight): Html | undefined {
  const shown = (importance ?? []).slice(0, mostBars).filter(({ share }) => share >= 0.005);
  if (shown.length === 0) return undefined;
  const longest = shown[0]!.share;
  const room = width - labelWidth - 54;
  const bars = shown.map(({ path, share }, i) => {
    const y = 6 + i * barHeight;
    const length = Math.max(1, (share / longest) * room);
    return say`<text class="bar-name" x="${px(labelWidth - 8)}" y="${px(y + 14)}" text-anchor="end">${html(path, 22)}</text><rect class="bar" x="${px(labelWidth)}" y="${px(y + 2)}" width="${px(length)}" height="${px(barHeight - 7)}" rx="2"><title>${sentence(path, 80)}: ${percent(Number(share.toFixed(3)))}</title></rect><text class="tick" x="${px(labelWidth + length + 6)}" y="${px(y + 14)}">${percent(Number(share.toFixed(2)))}</text>`;
  });
  const height = 12 + shown.length * barHeight;
  return figure(
    say`What decided about being among the best`,
    say`<svg viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-label="importance of the parameters">${join(bars, '')}</svg>`,
    [],
    say`Share of the difference between the best tenth of all configs and all, by the model (PED-ANOVA).`,
  );
}

function dependences({ study, space }: Results, { dependence, level }: Insight): readonly Html[] {
  const height = 200;
  const sign = study.metric.goal === 'maximize' ? -1 : 1;
  // One scale for all, so that what matters little looks flat.
  const scores = dependence.flatMap(({ points }) => points.map(({ loss }) => sign * loss));
  return dependence.flatMap(({ path, points }): Html[] => {
    const parameter = space.parameters.find((other) => other.path === path);
    if (!parameter || points.length < 2) return [];
    const x = parameterScale(parameter);
    const y = yScale(scoreDomain(scores, study.metric.goal), height);
    const places = points.map(
      ({ value, loss }) => [x.at(toUnit(parameter.domain, value)), y.at(sign * loss)] as const,
    );
    const ordered = parameter.domain.type !== 'bool' && !isUnordered(parameter.domain);
    return [
      figure(
        say`Expected ${name(study.metric.name, 30)} over ${name(path, 40)}`,
        plot(x, y, height, say`partial dependence on ${sentence(path, 60)}`, [
          ...(ordered ? [line(places, 'one')] : []),
          ...places.map(([cx, cy], i) => dot(cx, cy, 'one', sentence(String(points[i]!.value), 60), 3)),
        ]),
        [],
        say`By the model, the other parameters as in the best trials${level ? say`, after ${plural(level.step, 'epoch')}` : say``}.`,
      ),
    ];
  });
}

function isUnordered(domain: Parameters<typeof toUnit>[0]): boolean {
  return domain.type === 'choice' && !domain.ordered;
}
