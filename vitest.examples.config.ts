import { defineConfig } from 'vitest/config';

/** The examples of models from data, each searched and gated as a pull request would be: minutes. */
export default defineConfig({
  test: { include: ['test/e2e/examples.test.ts'], testTimeout: 900_000 },
});
