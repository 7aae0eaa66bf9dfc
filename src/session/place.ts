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
  const repo = await findRepository(loaded.folder);
  const root = repo.kind === 'git' ? repo.root : loaded.folder;
  const specPath = path.relative(root, loaded.path);
  return {
    repo,
    root,
    specPath,
    folder: studyFolder(await ensureStateFolder(root), specPath, loaded.spec.name),
  };
}
