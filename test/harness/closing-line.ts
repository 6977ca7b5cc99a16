import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends a run with one line any machine can read: `N passed, N failed`. A file that could not even be loaded counts as
 * one failure: its tests did not pass.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    for (const module of modules) {
      const results = [...module.children.allTests()].map((test) => test.result().state)
      passed += results.filter((state) => state === 'passed').length
      failed += results.filter((state) => state === 'failed').length
      if (module.state() === 'failed' && !results.includes('failed')) failed += 1
    }
    // At the very end, below the runner's own summary.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`))
  }
}
