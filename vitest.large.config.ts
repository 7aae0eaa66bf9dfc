import { defineConfig } from 'vitest/config';

/** Data too large for a test: `npm run test:large`. Some minutes. */
export default defineConfig({
  test: {
    include: ['test/large/**/*.large.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    // Budgets of time are what is tested.
    fileParallelism: false,
  },
});
