import { remedyOf, StorageError } from '../storage.ts';

/** Errors with a name of ours are messages for people; any other is a defect and keeps its stack. */
const forPeople = new Set([
  'SpecError',
  'OverrideError',
  'DiscoveryError',
  'SpecFileError',
  'JournalError',
  'LockedError',
  'StudyChangedError',
  'ReplayError',
  'ConfigError',
  'GitError',
  'StateFolderError',
  'OutputFileError',
  'AskTellError',
  'BaselineError',
  'PowerError',
  'ExportError',
  'ModelFileError',
  'DataError',
]);

/** What is said of an error that ended a command, and its exit code. */
export function explainError(error: unknown): { readonly text: string; readonly exitCode: 1 | 2 } {
  if (error instanceof Error && forPeople.has(error.name))
    return { text: error.message.trimEnd(), exitCode: 2 };
  // Neither the command nor the spec is wrong, nor the program: a full disk, a folder that may not be written.
  if (error instanceof StorageError) return { text: error.message, exitCode: 1 };
  const remedy = remedyOf(error);
  if (remedy !== undefined) return { text: `${(error as Error).message}. ${remedy}`, exitCode: 1 };
  return { text: (error instanceof Error ? error.stack : undefined) ?? String(error), exitCode: 1 };
}
