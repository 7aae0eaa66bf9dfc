import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fitted } from './families/families.ts';
import type { NamedWeights, SavedLayers } from './layers-model.ts';
import type { Member, TableModel } from './table-model.ts';

/** A model that cannot be read: the message names the file and says what to do. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

const format = 'tunegate-model';
const formatVersion = 1;

/**
 * Writes a model: `model.json` with preprocessing, trees and linear weights, and for each network a folder with a
 * TensorFlow.js layers model (`tf.loadLayersModel` reads it).
 */
export function writeModel(folder: string, { members, ...model }: TableModel): void {
  const written = members.map(({ fitted, ...member }, i) => ({
    ...member,
    fitted: writeFitted(folder, i, fitted),
  }));
  writeDocument(folder, { ...model, members: written });
}

/** What one member has learned, as `model.json` has it: a network goes into a folder of its own. */
export function writeFitted(folder: string, member: number, fitted: Fitted): unknown {
  return 'topology' in fitted ? writeNetwork(folder, `network-${member + 1}`, fitted) : fitted;
}

export function writeDocument(folder: string, model: Readonly<Record<string, unknown>>): void {
  mkdirSync(folder, { recursive: true });
  const document = { format, version: formatVersion, ...model };
  writeFileSync(path.join(folder, 'model.json'), `${JSON.stringify(document)}\n`);
}

function writeNetwork(folder: string, name: string, { topology, weights, ...rest }: SavedLayers) {
  const own = path.join(folder, name);
  mkdirSync(own, { recursive: true });
  const bytes = weights.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  writeFileSync(path.join(own, 'weights.bin'), Buffer.concat(bytes));
  const manifest = [
    {
      paths: ['weights.bin'],
      weights: weights.map(({ name: of, shape }) => ({ name: of, shape, dtype: 'float32' })),
    },
  ];
  writeFileSync(
    path.join(own, 'model.json'),
    `${JSON.stringify({ format: 'layers-model', modelTopology: topology, weightsManifest: manifest })}\n`,
  );
  return { ...rest, network: name };
}

/**
 * Reads what `writeModel` has written.
 *
 * @throws {ModelFileError}
 */
export function readModel(folder: string): TableModel {
  const file = path.join(folder, 'model.json');
  const { task, target, classes, columns, members } = readDocument<TableModel>(folder);
  if (
    !task ||
    target === undefined ||
    !classes ||
    !columns ||
    !Array.isArray(members) ||
    members.length === 0
  )
    throw new ModelFileError(`${file} is damaged: it lacks a part of the model; export it again`);
  return { task, target, classes, columns, members: members.map((member) => readMember(folder, member)) };
}

/** `model.json`, whatever the task. */
export function readDocument<M>(folder: string): Partial<M> {
  const file = path.join(folder, 'model.json');
  const document = readJson(file) as Partial<M> & { readonly format?: string; readonly version?: number };
  if (document?.format !== format)
    throw new ModelFileError(
      `${file} is not a model that Tunegate exported: give the folder model of a study of a task`,
    );
  if (document.version !== formatVersion)
    throw new ModelFileError(
      `${file} has version ${document.version} of the format, this program reads version ${formatVersion}: use the version of Tunegate that wrote it`,
    );
  return document;
}

function readMember(folder: string, member: Member): Member {
  return { ...member, fitted: readFitted(folder, member.fitted) };
}

/** What `writeFitted` has written. */
export function readFitted(folder: string, fitted: Fitted): Fitted {
  // Instead of the topology and the weights of a layers model it has the name of the folder.
  const { network: name } = fitted as { readonly network?: string };
  if (name === undefined) return fitted;
  // The name of a folder beside the model, and of nothing else.
  if (!/^[\w-]+$/.test(name)) throw new ModelFileError(`${folder}/model.json is damaged: export it again`);
  return { ...fitted, ...readNetwork(path.join(folder, name)) } as Fitted;
}

function readNetwork(folder: string): SavedLayers {
  const file = path.join(folder, 'model.json');
  const document = readJson(file) as {
    readonly modelTopology?: unknown;
    readonly weightsManifest?: readonly {
      readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
    }[];
  };
  const specs = document.weightsManifest?.[0]?.weights;
  if (!specs) throw new ModelFileError(`${file} is damaged: it has no weights; export the model again`);
  const bytes = readBytes(path.join(folder, 'weights.bin'));
  let at = 0;
  const weights: NamedWeights[] = specs.map(({ name, shape }) => {
    const size = 4 * shape.reduce((product, length) => product * length, 1);
    if (at + size > bytes.length)
      throw new ModelFileError(`${path.join(folder, 'weights.bin')} is too short: export the model again`);
    const values = new Float32Array(Uint8Array.from(bytes.subarray(at, at + size)).buffer);
    at += size;
    return { name, shape, values };
  });
  return { topology: document.modelTopology, weights };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ModelFileError(
      code === 'ENOENT'
        ? `there is no ${file}: give the folder model of a study of a task`
        : `${file} cannot be read: ${message}`,
    );
  }
}

function readJson(file: string): unknown {
  const text = readBytes(file).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ModelFileError(`${file} is not JSON: ${(error as Error).message}; export the model again`);
  }
}
