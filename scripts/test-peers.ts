/**
 * `npm run test:peers [file …]`: the adapters against real servers of others. Each is installed on demand into a folder of
 * its own from a lock file, type-checked with our plugin in it, started by the tests as its own process on the loopback,
 * and never imported by ours (Vendure is GPL). Nothing is left running: a peer and its database end with who started them.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const peers = ['vendure', 'medusa']

/** Runs to its end with our own standard output. Ends this program where it fails. */
function run(args: readonly string[]): void {
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (error !== undefined) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** `npm ci`, unless the folder has just what its lock file says. No script of any package runs. */
function install(peer: string): void {
  const folder = join('test/peers', peer)
  const stamp = join(folder, 'node_modules/.hanout-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  if (readOr(stamp, '') === lock) return
  console.log(`Installing ${folder} …`)
  const begun = performance.now()
  const said = npmCi(folder)
  if (said !== null) {
    console.error(`${peer} could not be installed from the npm registry (${said}), and is not tested.`)
    process.exit(1)
  }
  writeFileSync(stamp, lock)
  console.log(`Installed in ${Math.round((performance.now() - begun) / 1_000)} s`)
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

for (const peer of peers) install(peer)
const tool = (path: string): string => join('node_modules', path)
run([tool('typescript/bin/tsc'), '-p', 'test/peers/vendure'])
run([tool('vitest/vitest.mjs'), 'run', '--config', 'vitest.peers.config.ts', ...process.argv.slice(2)])
