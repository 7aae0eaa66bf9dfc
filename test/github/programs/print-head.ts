import { setTimeout as sleep } from 'node:timers/promises';
import { headState } from '../../../src/github/head.ts';
import { findRepository } from '../../../src/github/repository.ts';

// Looks at a repository before and after it prints, and sends its parent what it saw.
const repo = await findRepository(process.argv[2]!);
if (repo.kind !== 'git') throw new Error(repo.reason);
const before = await headState(repo);
process.stdout.write('some words\n');
process.stderr.write('and some more\n');
await sleep(20);
process.send!([before, await headState(repo)]);
process.disconnect();
