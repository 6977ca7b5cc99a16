import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Servers of others, each a folder of `test/peers` with a lock file. */
export type Peer = 'vendure' | 'medusa'

/** `npm ci`, unless the folder has just what its lock file says. No script of any package runs. Ends this program where it fails. */
export function installPeer(peer: Peer): void {
  const folder = join('test/peers', peer)
  const stamp = join(folder, 'node_modules/.hanout-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  if (readOr(stamp, '') === lock) return
  console.error(`Installing ${folder} …`)
  const begun = performance.now()
  const said = npmCi(folder)
  if (said !== null) {
    console.error(`${peer} could not be installed from the npm registry (${said}), and is not tested.`)
    process.exit(1)
  }
  writeFileSync(stamp, lock)
  console.error(`Installed in ${Math.round((performance.now() - begun) / 1_000)} s`)
}

/** @returns `null`, or why not: npm's own code, as ECONNREFUSED */
function npmCi(folder: string): string | null {
  // TypeORM's peer range stops at better-sqlite3 12; 13 is the one that needs no compiler.
  const flags = [
    'ci',
    '--legacy-peer-deps',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const [command, args] = npm === undefined ? ['npm', flags] : [process.execPath, [npm, ...flags]]
  const { status, error, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  if (error !== undefined) return error.message
  return status === 0 ? null : (/code (\w+)/.exec(stderr)?.[1] ?? stderr.trim())
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
