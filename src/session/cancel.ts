/**
 * A signal that aborts when this process is told to stop (SIGINT, SIGTERM), with the name of the signal as its reason.
 * The first one lets everything end in order; a second SIGINT ends the process at once.
 */
export function cancelSignal(onCancel: (name: string) => void = () => {}): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (!controller.signal.aborted) {
        controller.abort(name);
        onCancel(name);
      } else if (name === 'SIGINT') process.exit(130);
    });
  return controller.signal;
}
