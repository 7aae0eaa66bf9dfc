import { defineConfig } from 'vitest/config';

/** Programs that do their worst, against their whole study: `npm run test:torture`. Some minutes, mostly of waiting. */
export default defineConfig({
  test: {
    include: ['test/torture/**/*.torture.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Budgets of time are what is tested: studies side by side would take it from each other.
    fileParallelism: false,
  },
});
