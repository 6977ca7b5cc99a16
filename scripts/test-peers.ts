/**
 * `npm run test:peers [file …]`: the adapters against real servers of others. Each is installed on demand into a folder of
 * its own from a lock file, type-checked with our plugin in it, started by the tests as its own process on the loopback,
 * and never imported by ours (Vendure is GPL). Nothing is left running: a peer and its database end with who started them.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPeer } from './install-peer.ts'

/** Runs to its end with our own standard output. Ends this program where it fails. */
function run(args: readonly string[]): void {
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (error !== undefined) throw error
  if (status !== 0) process.exit(status ?? 1)
}

installPeer('vendure')
installPeer('medusa')
const tool = (path: string): string => join('node_modules', path)
run([tool('typescript/bin/tsc'), '-p', 'test/peers/vendure'])
run([tool('vitest/vitest.mjs'), 'run', '--config', 'vitest.peers.config.ts', ...process.argv.slice(2)])
