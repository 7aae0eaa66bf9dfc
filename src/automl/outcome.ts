import { z } from 'zod';

/** Lists are bounded: a report may be made from what a stranger has written. */
const most = 10_000;

/** A score with a bootstrap interval of 95 %. */
const scored = z.object({ value: z.number(), low: z.number(), high: z.number() });

const values = z.array(z.number().nullable()).max(most);

/** How good a forecast is on the test part. */
const forecastOutcome = z.object({
  /** Share of the values that should lie within the interval, and share that did. */
  interval: z.object({ level: z.number(), coverage: z.number() }),
  /** By steps ahead, from 1. Coverage: share of the values within the interval. */
  steps: z
    .array(
      z.object({
        values: z.int(),
        mase: z.exactOptional(z.number()),
        mae: z.number(),
        coverage: z.number(),
      }),
    )
    .max(most),
  /** Some series, to be drawn: the newest values before the test part, and the first forecast of it; null is a missing value. */
  drawn: z
    .array(
      z.object({
        series: z.string(),
        /** Times of the first value, the first forecast, and the last one. */
        times: z.tuple([z.string(), z.string(), z.string()]),
        before: values,
        actual: values,
        predicted: values,
        lower: values,
        upper: values,
      }),
    )
    .max(10),
});

/** What came of a task when its search was done: the model that was written, and how good it is. Plain data. */
export const modelOutcome = z.object({
  task: z.enum(['classification', 'regression', 'forecasting']),
  metric: z.string(),
  goal: z.enum(['minimize', 'maximize']),
  target: z.string(),
  data: z.string(),
  classes: z.array(z.string()).max(most),
  rows: z.object({ search: z.int(), test: z.int() }),
  columns: z.array(z.object({ name: z.string(), kind: z.string() })).max(most),
  /** What was found in the data, and how it was split, in words. */
  notes: z.array(z.string()).max(most),
  /** Best single config. */
  single: z.object({ trial: z.int(), validation: z.number(), test: z.exactOptional(scored) }),
  /** What is exported: of one member where no mean of several was better. */
  ensemble: z.object({
    members: z
      .array(
        z.object({
          trial: z.int(),
          weight: z.number(),
          family: z.string(),
          config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        }),
      )
      .max(100),
    validation: z.number(),
    test: z.exactOptional(scored),
  }),
  /** What must be beaten: the forecast that every model is measured against. */
  baseline: z.exactOptional(
    z.object({ name: z.string(), validation: z.number(), test: z.exactOptional(scored) }),
  ),
  /** How many configs the ensemble was chosen from. */
  candidates: z.int(),
  /** Of the ensemble on the test part; absent where there is none. */
  test: z.exactOptional(
    z.object({
      /** All metrics of the task. */
      metrics: z.record(z.string(), z.number()),
      slices: z.exactOptional(
        z
          .array(
            z.object({
              name: z.string(),
              support: z.int(),
              recall: z.exactOptional(z.number()),
              precision: z.exactOptional(z.number()),
            }),
          )
          .max(most),
      ),
      /** Rows: what it is; columns: what the model says. */
      confusion: z.exactOptional(z.array(z.array(z.int()).max(100)).max(100)),
      calibration: z.exactOptional(
        z.object({
          /** Expected calibration error: mean distance of confidence and accuracy, weighted by rows. */
          error: z.number(),
          bins: z.array(z.object({ confidence: z.number(), accuracy: z.number(), rows: z.int() })).max(100),
        }),
      ),
      /** Quantiles of prediction less truth. */
      residuals: z.exactOptional(z.array(z.object({ share: z.number(), value: z.number() }))),
      /** Of a forecast. */
      forecast: z.exactOptional(forecastOutcome),
      /** By how much the metric gets worse when a column (of a forecast: an input) is shuffled, the most important first. */
      importance: z
        .array(z.object({ column: z.string(), mean: z.number(), deviation: z.number() }))
        .max(most),
      /**
       * Of a text task: the most telling words of each class (of a number: of `higher` and `lower` ones), and by how much its
       * probability (the number) falls on average when a word is taken out of the texts that have it.
       */
      words: z.exactOptional(
        z
          .array(
            z.object({
              name: z.string(),
              words: z.array(z.object({ word: z.string(), effect: z.number(), texts: z.int() })).max(100),
            }),
          )
          .max(most),
      ),
    }),
  ),
});

export type ModelOutcome = z.infer<typeof modelOutcome>;
