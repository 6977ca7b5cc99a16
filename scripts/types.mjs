// Type-checks every room on its own, because each room sees another world: `shared` has neither
// `process` nor `window`, `renderer` has no Node, the rest has no DOM. One shared project would
// let any of them borrow the others' globals unseen.
import { spawnSync } from 'node:child_process'

const rooms = ['shared', 'drivers', 'electron', 'renderer', '.']
let failed = 0
for (const room of rooms) {
  const run = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', room], {
    stdio: 'inherit',
  })
  if (run.status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
