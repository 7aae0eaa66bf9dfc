/** Those behind the signals that were asked for: what runs under them ends in order. */
const controllers: AbortController[] = [];

/**
 * A signal that aborts when this process is told to stop (SIGINT, SIGTERM), with the name of the signal as its reason.
 * The first one lets everything end in order; a second SIGINT ends the process at once.
 */
export function cancelSignal(onCancel: (name: string) => void = () => {}): AbortSignal {
  const controller = new AbortController();
  controllers.push(controller);
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (!controller.signal.aborted) {
        controller.abort(name);
        onCancel(name);
      } else if (name === 'SIGINT') process.exit(130);
    });
  return controller.signal;
}

/**
 * Ends the program when its output can no longer be written: without a word where nobody reads on (`| head`), else with a
 * message and exit code 2. Where something runs under a `cancelSignal` that is cancelled instead, so that no training is left
 * behind, and the program ends as any that was cancelled.
 */
export function endWithOutput(): void {
  let ended = false;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (ended) return;
      ended = true;
      const unread = code === 'EPIPE';
      if (!unread) process.stderr.write(`the output cannot be written: ${message}\n`);
      if (controllers.length === 0) process.exit(unread ? 0 : 2);
      for (const controller of controllers) controller.abort('the end of its output');
    });
}
