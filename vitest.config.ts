import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/harness/closing-line.ts'

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'dist/**', 'out/**', 'test/fixtures/**'],
    reporters: ['default', new ClosingLine()],
    pool: 'forks',
    // Two forks: the suite drives real processes and a real browser, and must fit the smallest machine we own.
    maxWorkers: 2,
    // The keychain of whoever runs the tests is theirs; HANOUT_KEYCHAIN=system has it tested, too.
    env: { HANOUT_KEYCHAIN: process.env.HANOUT_KEYCHAIN ?? 'none' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
