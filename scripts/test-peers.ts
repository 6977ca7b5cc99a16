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
function run(command: string, args: readonly string[], cwd = '.'): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (error !== undefined) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** `npm ci`, unless the folder has just what its lock file says. No script of any package runs. */
function install(folder: string): void {
  const stamp = join(folder, 'node_modules/.hanout-installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  if (readOr(stamp, '') === lock) return
  console.log(`Installing ${folder} …`)
  const begun = performance.now()
  // TypeORM's peer range stops at better-sqlite3 12; 13 is the one that needs no compiler.
  const flags = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  if (npm === undefined) run('npm', flags, folder)
  else run(process.execPath, [npm, ...flags], folder)
  writeFileSync(stamp, lock)
  console.log(`Installed in ${Math.round((performance.now() - begun) / 1_000)} s`)
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}

for (const peer of peers) install(join('test/peers', peer))
const tool = (path: string): string => join('node_modules', path)
run(process.execPath, [tool('typescript/bin/tsc'), '-p', 'test/peers/vendure'])
run(process.execPath, [
  tool('vitest/vitest.mjs'),
  'run',
  '--config',
  'vitest.peers.config.ts',
  ...process.argv.slice(2),
])
