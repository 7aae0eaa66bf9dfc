import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkTaskData } from '../../../src/automl/check.ts';
import { createDataset } from '../../../src/automl/dataset.ts';
import { readSplit } from '../../../src/automl/read.ts';
import { DataError } from '../../../src/automl/table.ts';
import type { TaskSpec } from '../../../src/spec/spec.ts';

const digits = 'examples/image-classification/data/digits';
const fixtures = path.join(import.meta.dirname, '__fixtures__');

function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-images-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function taskOf(data: string, more: Partial<TaskSpec> = {}): TaskSpec {
  return { type: 'image-classification', data, target: 'label', ignore: [], ...more };
}

/** Folders of the first `count` images of some digits. */
function folders(names: readonly string[], count: number): string {
  const folder = scratch();
  for (const name of names) {
    mkdirSync(path.join(folder, name));
    for (const file of readdirSync(path.join(digits, name)).slice(0, count))
      copyFileSync(path.join(digits, name, file), path.join(folder, name, file));
  }
  return folder;
}

async function dataset(folder: string, more: Partial<TaskSpec> = {}, name = '.') {
  const task = taskOf(name, { test: 0, ...more });
  checkTaskData(task, folder);
  const { search } = await readSplit(task, path.resolve(folder, name));
  return createDataset({ ...search, file: 'data' }, task);
}

async function refusal(folder: string, more: Partial<TaskSpec> = {}, name = '.'): Promise<string> {
  try {
    await dataset(folder, more, name);
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return (error as Error).message.replaceAll(path.relative(process.cwd(), folder), 'data');
  }
  throw new Error('was accepted');
}

test('a folder with one folder a class is a dataset, whatever else lies in it', async () => {
  const folder = folders(['0', '1'], 15);
  const deeper = path.join(folder, '1', 'more', 'deep');
  mkdirSync(deeper, { recursive: true });
  copyFileSync(path.join(digits, '1', '20.png'), path.join(deeper, 'a.png'));
  copyFileSync(path.join(digits, '1', '20.png'), path.join(deeper, 'copy.jpg'));
  mkdirSync(path.join(folder, 'empty'));
  writeFileSync(path.join(folder, '0', 'notes.txt'), 'no picture');
  writeFileSync(path.join(folder, '0', '.DS_Store'), '');
  writeFileSync(path.join(folder, '0', 'broken.png'), 'no picture');
  const data = await dataset(folder);
  expect(data.classes).toEqual(['0', '1']);
  expect(data.rows).toBe(32);
  expect(data.features).toMatchObject([{ kind: 'image', name: 'image', height: 8, width: 8, channels: 1 }]);
  expect(data.notes).toMatchInlineSnapshot(`
    [
      "data: 32 rows; inputs image (8×8 pixels, grey).",
      "The folder empty has no pictures: there is no such class.",
      "Files that are no pictures are left out: 1 of .txt.",
      "1 of 33 pictures cannot be read and are left out: 0/broken.png: it is something else, neither PNG nor JPEG.",
      "1 pictures are duplicates: copies stay in one part of the split.",
    ]
  `);
});

test('the split follows what is in the images, not what they are called', async () => {
  const folder = folders(['3', '4'], 40);
  const renamed = scratch();
  for (const name of ['3', '4']) {
    mkdirSync(path.join(renamed, name));
    readdirSync(path.join(folder, name)).forEach((file, i) => {
      copyFileSync(path.join(folder, name, file), path.join(renamed, name, `${(i * 7) % 40}-x.png`));
    });
  }
  const partsOf = async (at: string) => {
    const data = await dataset(at);
    const image = data.features[0]!;
    if (image.kind !== 'image') throw new Error('no image');
    return new Map(
      [...data.part].map((part, row) => [image.pixels.subarray(row * 64, (row + 1) * 64).join(' '), part]),
    );
  };
  expect(new Map([...(await partsOf(renamed))].sort())).toEqual(new Map([...(await partsOf(folder))].sort()));
});

test('a table of paths has targets and groups; images of several kinds are brought to one', async () => {
  const folder = scratch();
  const kinds = [
    'grey.png',
    'colour.png',
    'alpha.png',
    'blocks.jpg',
    'turned-6.jpg',
    'deep.png',
    'one-pixel.png',
  ];
  for (const name of kinds) copyFileSync(path.join(fixtures, name), path.join(folder, name));
  const lines = Array.from({ length: 42 }, (_, i) => `${kinds[i % 7]},${i % 3},who ${i % 6},${i}`);
  writeFileSync(path.join(folder, 'table.csv'), `file,size,who,other\n${lines.join('\n')}\n,1,who 1,9\n`);
  const data = await dataset(
    folder,
    { type: 'image-regression', image: 'file', target: 'size', group: 'who' },
    'table.csv',
  );
  expect(data.task).toBe('regression');
  expect(data.features).toMatchObject([{ kind: 'image', name: 'file', height: 6, width: 9, channels: 3 }]);
  expect(data.notes).toMatchInlineSnapshot(`
    [
      "data: 42 rows; inputs file (9×6 pixels, colour).",
      "1 rows without a picture are left out.",
      "1 pictures are transparent in places: what is behind is taken for white.",
      "1 pictures have 16 bits a channel: 8 of them are used.",
      "1 pictures are turned upright, as their EXIF data say.",
      "The pictures have 3 sizes or proportions: all are brought to 9×6 pixels.",
      "18 pictures are grey and 24 in colour: all are taken as colour.",
      "6 pictures have a side of a single pixel.",
      "5 pictures are there more than once, with different targets.",
      "37 pictures are duplicates: copies stay in one part of the split.",
    ]
  `);
});

test('a table of pixels is one of images', async () => {
  const folder = scratch();
  const header = Array.from({ length: 12 }, (_, i) => `p${i}`).join(',');
  const lines = Array.from({ length: 24 }, (_, i) =>
    [`id ${i}`, ...Array.from({ length: 12 }, (__, p) => (p * i) / 4), i % 2 ? 'odd' : 'even'].join(','),
  );
  writeFileSync(path.join(folder, 'pixels.csv'), `id,${header},label\n${lines.join('\n')}\n`);
  const task = { ignore: ['id'], shape: [4, 3] };
  const data = await dataset(folder, task, 'pixels.csv');
  expect(data.features).toMatchObject([{ kind: 'image', height: 4, width: 3, channels: 1 }]);
  expect([
    await refusal(folder, { ignore: ['id'], shape: [5, 3] }, 'pixels.csv'),
    await refusal(folder, { shape: [13, 1] }, 'pixels.csv'),
    await refusal(folder, { ignore: ['id', 'p1'] }, 'pixels.csv'),
    await refusal(folder, { ...task, target: 'class' }, 'pixels.csv'),
  ]).toMatchInlineSnapshot(`
    [
      "data/pixels.csv:1: task.shape [5, 3] stands for 15 pixels, but there are 12 columns beside label, id",
      "data/pixels.csv:2: id is "id 0", not the number of a pixel; columns that are no pixels go into task.ignore",
      "data/pixels.csv:1: there is no column of pictures "image"; as pixels, the 11 columns beside label, id, p1 make no square: name the column of paths (task.image), or the shape, such as shape: [28, 28]",
      "pixels.csv:1: there is no column "class", which task.target names; the columns are id, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, label",
    ]
  `);
});

test('broken data have clear words', async () => {
  const broken = folders(['0', '1'], 12);
  for (const name of ['a', 'b', 'c', 'd'])
    writeFileSync(path.join(broken, '0', `${name}.png`), 'GIF89a is no PNG');
  const flat = scratch();
  copyFileSync(path.join(digits, '0', '00.png'), path.join(flat, 'a.png'));
  const empty = scratch();
  mkdirSync(path.join(empty, 'cats'));
  const parts = folders(['0'], 3);
  mkdirSync(path.join(parts, 'train'));
  copyFileSync(path.join(digits, '0', '00.png'), path.join(parts, 'train', 'a.png'));
  mkdirSync(path.join(parts, 'test'));
  rmSync(path.join(parts, '0'), { recursive: true });
  writeFileSync(path.join(flat, 'images.zip'), '');
  writeFileSync(path.join(flat, 'lost.csv'), `image,label\n${'lost.png,a\nlost too.png,b\n'.repeat(15)}`);
  expect([
    await refusal(broken),
    await refusal(folders(['5'], 30)),
    await refusal(folders(['5', '6'], 5)),
    await refusal(flat),
    await refusal(empty),
    await refusal(parts),
    await refusal(flat, { type: 'image-regression' }),
    await refusal(flat, {}, 'images.zip'),
    await refusal(flat, {}, 'nowhere'),
    await refusal(flat, {}, 'lost.csv'),
  ]).toMatchInlineSnapshot(`
    [
      "data: 4 of 28 pictures cannot be read (0/a.png: it is a GIF, neither PNG nor JPEG; 0/b.png: it is a GIF, neither PNG nor JPEG; 0/c.png: it is a GIF, neither PNG nor JPEG; and 1 more): mend or remove them",
      "data: every row has the same label, "5": there is nothing to tell apart",
      "data: 10 rows have a value of label; at least 20 are needed",
      "task.data: . has no folders: one folder for each class is expected, with the images of the class in it",
      "data has no pictures: one folder for each class is expected, with .png, .jpg, .jpeg in it",
      "data has the folders test, train, which are parts and not classes: give data: data/train, and test: data/test",
      "task.data: . is a folder, whose folders are classes: for numbers give a table with a column of paths (.csv, .tsv, .jsonl, .parquet), or .npz",
      "task.data: images.zip ends in .zip: images come as a folder with one folder for each class, as .npz, or as a table (.csv, .tsv, .jsonl, .ndjson, .parquet)",
      "task.data: there is no file or folder nowhere",
      "data/lost.csv: 2 of 2 pictures cannot be read (lost.png: there is no such file; lost too.png: there is no such file): mend or remove them",
    ]
  `);
});
