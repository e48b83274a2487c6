import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // One graphql: its two builds side by side refuse each other's schemas.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/bench/peers/**'],
    globalSetup: ['test/support/postgres.setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A cached module would keep the decorators of an older configuration.
    fsModuleCache: false,
  },
})
