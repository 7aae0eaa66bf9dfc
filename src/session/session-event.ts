import type { StudyEvent } from '../study/event.ts';

/** What a session tells while it runs. */
export type SessionEvent =
  | (StudyEvent & {
      /** Of a training on a fresh seed: the search trial that had its config; absent: what ships today. */
      readonly confirms?: number;
    })
  | { readonly type: 'prepared'; readonly text: string }
  | { readonly type: 'notice'; readonly text: string }
  | {
      readonly type: 'phase';
      readonly phase: 'gate' | 'search' | 'confirm' | 'model';
      readonly text: string;
    };
