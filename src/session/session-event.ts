import type { StudyEvent } from '../study/event.ts';

/** What a session tells while it runs. */
export type SessionEvent =
  | StudyEvent
  | { readonly type: 'prepared'; readonly text: string }
  | { readonly type: 'notice'; readonly text: string }
  | {
      readonly type: 'phase';
      readonly phase: 'gate' | 'search' | 'confirm' | 'model';
      readonly text: string;
    };
