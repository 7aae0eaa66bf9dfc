import path from 'node:path';
import { ensureStateFolder, findRepository, type Repo } from '../github/repository.ts';
import type { LoadedSpec } from './load-spec.ts';
import { studyFolder } from './study-folder.ts';

/** Where a spec and its study are. */
export interface Place {
  readonly repo: Repo;
  /** Top of the repository, or the spec's folder where there is none. */
  readonly root: string;
  /** Path of the spec relative to `root`. */
  readonly specPath: string;
  /** Folder of the study. */
  readonly folder: string;
}

export async function placeOf(loaded: LoadedSpec): Promise<Place> {
  const inRepo = await placeInRepo(loaded.path);
  const { root, specPath } = inRepo;
  return { ...inRepo, folder: studyFolder(await ensureStateFolder(root), specPath, loaded.spec.name) };
}

/**
 * The same without its study. Writes nothing.
 *
 * @param file absolute path of the spec
 */
export async function placeInRepo(file: string): Promise<Omit<Place, 'folder'>> {
  const folder = path.dirname(file);
  const repo = await findRepository(folder);
  const root = repo.kind === 'git' ? repo.root : folder;
  return { repo, root, specPath: path.relative(root, file) };
}
