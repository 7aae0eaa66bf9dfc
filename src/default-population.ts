/** How many trials live at once in evolution when nothing else is said: 20, a fifth of a smaller budget of trials, at least 6. */
export function defaultPopulation(trials = Number.POSITIVE_INFINITY): number {
  return Math.min(20, Math.max(6, Math.floor(trials / 5)));
}
