import { z } from 'zod';
import { taskTypes } from '../task.ts';

export const taskFile = z
  .strictObject({
    type: z
      .enum(taskTypes)
      .describe(
        'What is learned: a category (classification), a number (regression), or the next values of series (forecasting).',
      ),
    data: z
      .string()
      .min(1)
      .describe(
        'The data, relative to the spec: a file .csv, .tsv, .parquet, or .jsonl with one object a line. Of `text-classification` and `image-classification` also a folder with a folder of .txt files or images for each class, and of images .npz.',
      ),
    target: z
      .string()
      .min(1)
      .default('label')
      .describe(
        'The column to predict. It may be left out of a folder with a folder for each class, and of images in .npz.',
      ),
    text: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'Of a text task: the column to read. Default: the only one of free text; of a folder `text`.',
      ),
    image: z
      .string()
      .min(1)
      .exactOptional()
      .meta({ default: 'image' })
      .describe(
        'The column of paths of images, relative to the table. A table without it is one of pixels: all columns but `target`, `ignore` and `group`.',
      ),
    shape: z
      .array(z.int().min(1))
      .min(2)
      .max(3)
      .exactOptional()
      .describe(
        'Height, width and (if more than one) channels of images that are pixels in a row, such as [28, 28, 1]. Default: a square.',
      ),
    size: z
      .int()
      .min(4)
      .max(256)
      .exactOptional()
      .meta({ default: 32 })
      .describe(
        'Pixels of the longest side of an image: larger ones are made smaller. Twice as many take four times as long.',
      ),
    ignore: z
      .array(z.string().min(1))
      .default([])
      .describe('Columns that models must not see, such as identifiers and what is known only afterwards.'),
    group: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'A column whose values must not be split: rows of one patient, say, are trained on or scored on together.',
      ),
    time: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'A column of times or numbers: models are trained on the older rows and scored on the newest fifth. Forecasts need it: dates, months, quarters, years or whole numbers, at regular steps.',
      ),
    horizon: z.int().min(1).max(10_000).exactOptional().describe('Of forecasts: how many steps ahead.'),
    series: z
      .string()
      .min(1)
      .exactOptional()
      .describe('Of forecasts: a column that tells several series apart.'),
    season: z
      .int()
      .min(1)
      .max(10_000)
      .exactOptional()
      .describe('Of forecasts: steps after which things come again; 1: never. Default: found in the data.'),
    known: z
      .array(z.string().min(1))
      .exactOptional()
      .describe(
        'Of forecasts: columns whose values are known ahead, such as holidays and planned prices. Of all others only the past is used.',
      ),
    test: z
      .union([z.number().min(0), z.string().min(1)])
      .exactOptional()
      .meta({ default: 0.2 })
      .describe(
        'What no trial sees, to say at the end how good the model is: a share of the rows (at most 0.5), or a data file of its own, relative to the spec. Of forecasts also a number of last steps; by default as many as the horizon has. 0: nothing.',
      ),
  })
  .describe(
    'Instead of `trial`, `params` and, if you like, `metric`: data from which Tunegate finds a model by itself.',
  );
