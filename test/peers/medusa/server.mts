/**
 * A real Medusa in its own process, on the loopback, over an empty PostgreSQL database.
 *
 *   DATABASE_URL=postgres://… UPLOADS=/a/folder node server.mts
 *
 * Says one line of JSON when it is ready: `{ ready: { url, … } }`, see `Opened`. Ends when its standard input ends, so that
 * it never outlives who started it.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { openShop } from './open-shop.mts'

const owner = { email: 'owner@example.com', password: 'loopback-only' }

/** Medusa's own command line, to its end. @throws with what it said */
function medusa(...args: string[]): void {
  const program = createRequire(import.meta.url).resolve('@medusajs/cli/cli.js')
  const done = spawnSync(process.execPath, [program, ...args], { cwd: import.meta.dirname, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`medusa ${args[0]}: ${done.stdout}${done.stderr}`)
}

/** Medusa takes a port and does not say which it got. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

process.stdin.resume().once('end', () => process.exit(0))
const port = await freePort()
process.env.PORT = String(port)
medusa('db:migrate')
medusa('user', '--email', owner.email, '--password', owner.password)
const { default: start } = await import('@medusajs/medusa/commands/start')
await start.default({ directory: import.meta.dirname, port, host: '127.0.0.1' })
const url = `http://127.0.0.1:${port}`
process.stdout.write(`${JSON.stringify({ ready: { url, ...(await openShop(url, owner)) } })}\n`)
