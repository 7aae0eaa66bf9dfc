import { defineConfig } from 'vitest/config';

/** Tests against real Keras: `npm run test:python`. */
export default defineConfig({
  test: { include: ['test/python/**/*.check.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});
