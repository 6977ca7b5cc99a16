import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/harness/closing-line.ts'

/** Tests against real servers of others: `npm run test:peers` installs those, then runs these. */
export default defineConfig({
  test: {
    include: ['test/peers/*.peers.ts'],
    reporters: ['default', new ClosingLine()],
    pool: 'forks',
    // One server at a time: each has half a gigabyte and a database.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
