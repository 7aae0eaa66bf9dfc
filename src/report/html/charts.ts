import { insightOf } from '../../insight/insight.ts';
import { toUnit, valueAt, valueCount } from '../../space/domain.ts';
import type { Config, Parameter, Value } from '../../space/parameter.ts';
import { objectives, objectiveValues, paretoFront } from '../../study/front.ts';
import { lossOf } from '../../study/score.ts';
import type { TrialRecord } from '../../study/study.ts';
import type { Board } from '../board.ts';
import type { Results } from '../results.ts';
import { inHtml, type Safe } from '../safe.ts';
import { numbered, numberFormat, valueText } from '../words.ts';
import {
  beyondNote,
  cross,
  dot,
  figure,
  type KeyItem,
  level,
  line,
  type Mark,
  niceTicks,
  placesScale,
  plot,
  scoreDomain,
  width,
  xScale,
  yScale,
} from './svg.ts';

type Html = Safe<'html'>;
const { say, name, sentence } = inHtml;
const height = 250;
/** More points than these are thinned: nobody could tell them apart. */
const mostPoints = 1500;
/** Most charts of single parameters. */
const mostSlices = 12;

/** All charts of a report; none where there is nothing to draw. */
export function charts(results: Results, board: Board): readonly Html[] {
  return [
    bestSoFar(results, board),
    learningCurves(results, board),
    ...frontCharts(results, board),
    ...slices(results, board),
  ].filter((chart) => chart !== undefined);
}

interface Scored {
  readonly trial: TrialRecord;
  readonly score: number;
  /** May win: trained in full, keeps the constraints. */
  readonly counts: boolean;
}

function scoredTrials({ rows }: Board): readonly Scored[] {
  return rows
    .flatMap(({ trial, rank }): Scored[] =>
      trial.score !== undefined && Number.isFinite(trial.score)
        ? [{ trial, score: trial.score, counts: rank !== undefined }]
        : [],
    )
    .sort((a, b) => a.trial.trial - b.trial.trial);
}

/** Every `n`th point where there are too many, and those to keep. */
function thinned<T>(items: readonly T[], keep: (item: T) => boolean): readonly T[] {
  const every = Math.ceil(items.length / mostPoints);
  return every <= 1 ? items : items.filter((item, index) => index % every === 0 || keep(item));
}

/** What a mark in a chart of trials says when pointed at. */
function trialTitle({ trial, score }: Scored, board: Board): Html {
  return say`trial #${numbered(trial.trial)}: ${board.score(score)}`;
}

function markOf({ trial, counts }: Scored, board: Board): Mark {
  if (trial === board.recommended) return 'best';
  if (trial === board.incumbent) return 'ships';
  return counts ? 'plain' : 'faint';
}

function bestSoFar(results: Results, board: Board): Html | undefined {
  const { study } = results;
  const scored = scoredTrials(board);
  if (scored.length < 2) return undefined;
  const last = Math.max(...study.trials.filter(({ role }) => role === 'search').map(({ trial }) => trial));
  const x = xScale([0, Math.max(1, last)], { whole: true });
  const y = yScale(
    scoreDomain(
      scored.map(({ score }) => score),
      study.metric.goal,
    ),
    height,
  );
  const points: [number, number][] = [];
  let best = Number.POSITIVE_INFINITY;
  for (const { trial, score, counts } of scored) {
    const loss = lossOf(study.metric, score);
    if (!counts || loss >= best) continue;
    best = loss;
    points.push([x.at(trial.trial), y.at(score)]);
  }
  const end = points.at(-1);
  if (end) points.push([x.at(last), end[1]]);
  const special = ({ trial }: Scored) => trial === board.recommended || trial === board.incumbent;
  const failed = study.trials.filter(({ role, state }) => role === 'search' && state === 'failed');
  // A line to compare with: not of what ships where its score does not compare.
  const ships = scored.find(({ trial, counts }) => counts && trial === board.incumbent)?.score;
  const expected = insightOf(study, results.space, board.recommended?.trial).progress.random;
  const random = expected === undefined ? undefined : study.metric.goal === 'maximize' ? -expected : expected;
  const incomplete = scored.some((item) => !item.counts);
  const marks = [
    ...(ships === undefined || y.beyond(ships)
      ? []
      : [level(y.at(ships), 'ships', say`what ships today: ${board.score(ships)}`)]),
    ...thinned(
      scored.filter((item) => !special(item)),
      () => false,
    ).map((item) =>
      dot(x.at(item.trial.trial), y.at(item.score), markOf(item, board), trialTitle(item, board), 2.8),
    ),
    ...failed
      .slice(0, mostPoints)
      .map(({ trial }) => cross(x.at(trial), height - 34, say`trial #${numbered(trial)} failed`)),
    ...(random === undefined || y.beyond(random)
      ? []
      : [level(y.at(random), 'plain', say`expected of as many random configs: ${board.score(random)}`)]),
    line(points, 'one', { step: true, title: say`best so far` }),
    ...scored
      .filter(special)
      .map((item) =>
        dot(x.at(item.trial.trial), y.at(item.score), markOf(item, board), trialTitle(item, board), 5),
      ),
  ];
  const key: KeyItem[] = [
    { mark: 'one', text: say`best so far` },
    { mark: 'plain', text: say`a trial` },
    ...(incomplete ? [{ mark: 'faint', text: say`stopped early, or misses a constraint` } as const] : []),
    ...trialKeys(board),
    ...(random === undefined ? [] : [{ mark: 'plain', text: say`line: expected of random search` } as const]),
    ...(failed.length > 0 ? [{ mark: 'failed', text: say`failed` } as const] : []),
  ];
  return figure(
    say`${name(study.metric.name, 40)}, trial by trial`,
    plot(x, y, height, say`best score so far over the trials`, marks),
    key,
    beyondNote(scored.filter(({ score }) => y.beyond(score)).length),
  );
}

function trialKeys({ recommended, incumbent }: Board): readonly KeyItem[] {
  return [
    ...(recommended
      ? [{ mark: 'best', text: say`best config, #${numbered(recommended.trial)}` } as const]
      : []),
    ...(incumbent && incumbent !== recommended
      ? [{ mark: 'ships', text: say`ships today, #${numbered(incumbent.trial)}` } as const]
      : []),
  ];
}

/** The metric over the reports of the best three and of what ships. */
function learningCurves(results: Results, board: Board): Html | undefined {
  const { metric } = results.study;
  const best = [
    ...(board.recommended ? [board.recommended] : []),
    ...board.rows
      .filter(({ rank }) => rank !== undefined)
      .map(({ trial }) => trial)
      .filter((trial) => trial !== board.recommended),
  ].filter((trial) => trial !== board.incumbent || trial === board.recommended);
  const marks: readonly Mark[] = ['one', 'two', 'three'];
  const curves = [
    ...best.slice(0, 3).map((trial, index) => ({ trial, mark: marks[index]! })),
    ...(board.incumbent && board.incumbent !== board.recommended
      ? [{ trial: board.incumbent, mark: 'ships' as const }]
      : []),
  ]
    .map((curve) => ({
      ...curve,
      points: thinned(
        curve.trial.reports.flatMap(({ step, metrics }) => {
          const value = Object.hasOwn(metrics, metric.name) ? metrics[metric.name] : undefined;
          return value !== undefined && Number.isFinite(value) ? [{ step, value }] : [];
        }),
        () => false,
      ),
    }))
    .filter(({ points }) => points.length > 1);
  if (curves.length === 0) return undefined;
  const all = curves.flatMap(({ points }) => points);
  const steps = all.map(({ step }) => step);
  const x = xScale([Math.min(...steps), Math.max(...steps)]);
  const y = yScale(
    scoreDomain(
      all.map(({ value }) => value),
      metric.goal,
    ),
    height,
  );
  return figure(
    say`${name(metric.name, 40)} while training`,
    plot(
      x,
      y,
      height,
      say`learning curves of the best trials`,
      curves.map(({ points, mark, trial }) =>
        line(
          points.map(({ step, value }) => [x.at(step), y.at(value)] as const),
          mark,
          { title: say`trial #${numbered(trial.trial)}` },
        ),
      ),
    ),
    curves.map(({ mark, trial }) => ({
      mark,
      text:
        mark === 'ships' ? say`ships today, #${numbered(trial.trial)}` : say`trial #${numbered(trial.trial)}`,
    })),
  );
}

/** Each further metric against the main one, with the front. */
function frontCharts(results: Results, board: Board): readonly Html[] {
  const { study } = results;
  const [main, ...more] = objectives(study);
  if (!main || more.length === 0) return [];
  const front = new Set(paretoFront(study));
  return more.flatMap((metric, k): Html[] => {
    const points = scoredTrials(board).flatMap((item) => {
      const value = objectiveValues(study, item.trial)[k + 1];
      return value !== undefined && Number.isFinite(value) ? [{ ...item, value }] : [];
    });
    if (points.length < 2) return [];
    const x = xScale(
      scoreDomain(
        points.map(({ value }) => value),
        metric.goal,
      ),
    );
    const y = yScale(
      scoreDomain(
        points.map(({ score }) => score),
        main.goal,
      ),
      height,
    );
    const format = numberFormat(points.map(({ value }) => value));
    const shown = (item: (typeof points)[number]): Mark => {
      const mark = markOf(item, board);
      return mark === 'plain' && front.has(item.trial) ? 'one' : mark;
    };
    const order: readonly Mark[] = ['faint', 'plain', 'one', 'ships', 'best'];
    const marks = [...thinned(points, ({ trial }) => front.has(trial))]
      .sort((a, b) => order.indexOf(shown(a)) - order.indexOf(shown(b)))
      .map((item) =>
        dot(
          x.at(item.value),
          y.at(item.score),
          shown(item),
          say`${trialTitle(item, board)}, ${format(item.value)}`,
          shown(item) === 'best' ? 5 : 3.5,
        ),
      );
    return [
      figure(
        say`${name(main.name, 40)} (up) against ${name(metric.name, 40)}`,
        plot(x, y, height, say`two metrics of every trial`, marks),
        [{ mark: 'one', text: say`on the front` }, ...trialKeys(board)],
        beyondNote(points.filter(({ value, score }) => x.beyond(value) || y.beyond(score)).length),
      ),
    ];
  });
}

/** The score over each parameter that varied. */
function slices(results: Results, board: Board): readonly Html[] {
  const scored = scoredTrials(board);
  if (scored.length < 3) return [];
  const varying = results.space.parameters.filter(
    ({ path, domain }) =>
      valueCount(domain) > 1 && new Set(scored.map(({ trial }) => trial.config[path])).size > 1,
  );
  return varying
    .filter(({ path }) => scored.filter(({ trial }) => Object.hasOwn(trial.config, path)).length > 2)
    .slice(0, mostSlices)
    .map((parameter) => slice(results, board, parameter, scored));
}

function slice(results: Results, board: Board, parameter: Parameter, all: readonly Scored[]): Html {
  const { path } = parameter;
  const valued = (config: Config): Value | undefined =>
    Object.hasOwn(config, path) ? config[path] : undefined;
  const scored = all.filter(({ trial }) => valued(trial.config) !== undefined);
  const x = parameterScale(parameter);
  const y = yScale(
    scoreDomain(
      scored.map(({ score }) => score),
      results.study.metric.goal,
    ),
    200,
  );
  const failed = results.study.trials.filter(
    ({ role, state, config }) => role === 'search' && state === 'failed' && valued(config) !== undefined,
  );
  const place = (trial: TrialRecord) =>
    x.at(toUnit(parameter.domain, valued(trial.config)!)) + jitter(parameter, trial.trial);
  const special = ({ trial }: Scored) => trial === board.recommended || trial === board.incumbent;
  const point = (item: Scored, radius: number) =>
    dot(
      place(item.trial),
      y.at(item.score),
      markOf(item, board),
      say`${trialTitle(item, board)} with ${sentence(valueText(valued(item.trial.config)), 60)}`,
      radius,
    );
  return figure(
    name(path, 60),
    plot(x, y, 200, say`score over ${sentence(path, 60)}`, [
      ...failed
        .slice(0, mostPoints)
        .map((trial) => cross(place(trial), 200 - 34, say`trial #${numbered(trial.trial)} failed`)),
      ...thinned(
        scored.filter((item) => !special(item)),
        () => false,
      ).map((item) => point(item, 2.8)),
      ...scored
        .filter(special)
        .sort((a) => (a.trial === board.recommended ? 1 : -1))
        .map((item) => point(item, 5)),
    ]),
    [],
  );
}

/** Where a parameter's values stand, and which are written. */
export function parameterScale({ domain }: Parameter) {
  const count = valueCount(domain);
  if (count <= 12 || !('min' in domain)) {
    const all = Array.from({ length: Math.min(count, 60) }, (_, index) => valueAt(domain, index));
    return placesScale(all.map((value) => ({ place: toUnit(domain, value), text: valueText(value) })));
  }
  const inner =
    domain.scale === 'linear'
      ? niceTicks([domain.min, domain.max], 4).filter((tick) => tick > domain.min && tick < domain.max)
      : powers(domain.min, domain.max);
  return placesScale(
    [domain.min, ...inner, domain.max].map((value) => ({
      place: place(domain, value),
      text: valueText(value),
    })),
  );
}

type Range = Extract<Parameter['domain'], { readonly min: number }>;

/** Marks may lie between the steps of a domain: their place is that of the range without steps. */
function place({ min, max, scale }: Range, value: number): number {
  return toUnit({ type: 'float', min, max, scale }, value);
}

function powers(min: number, max: number): readonly number[] {
  const from = Math.ceil(Math.log10(min));
  const to = Math.floor(Math.log10(max));
  return Array.from({ length: Math.max(0, Math.min(40, to - from + 1)) }, (_, index) =>
    Number(`1e${from + index}`),
  ).filter((value) => value > min && value < max);
}

/** Points of a few values are spread a little, each trial always to the same place. */
function jitter({ domain }: Parameter, trial: number): number {
  const count = valueCount(domain);
  if (count > 12) return 0;
  const room = Math.min(12, ((width - 90) / count) * 0.3);
  return (((trial * 0.618034) % 1) - 0.5) * 2 * room;
}
