import pg from 'pg'
import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { Asked } from '../shop-database.ts'
import { asksForAnother, unknownOf } from './trouble.ts'

/** Milliseconds. */
export interface ShopTimings {
  /** Until a connection stands. */
  readonly connectMs: number
  /** Until one statement is answered; the server gives up by itself a little earlier. */
  readonly answerMs: number
}

export const usualTimings: ShopTimings = { connectMs: 3_000, answerMs: 5_000 }

export interface ConnectionParts extends ServerAddress {
  readonly timings: ShopTimings
  readonly timers: Timers
  /** [0, 1); for the waits between tries */
  readonly chance: () => number
  readonly connections: number
}

/** Where a server is, who asks, and how it is known. */
export interface ServerAddress {
  /** `postgres://user:password@host:port/database` */
  readonly url: string
  /** PEM: TLS, and only with a server that one of these vouches for under its name in the address. Absent or `null`: no TLS. */
  readonly authority?: string | null
}

/** What `pg` connects by. */
export function clientOf({ url, authority = null }: ServerAddress): pg.ClientConfig {
  const { hostname, port, pathname, username, password } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: Number(port),
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    // Names are checked against this host; without it an address in figures would be taken for localhost.
    ssl: authority === null ? false : { ca: authority, host },
    application_name: 'hanout',
  }
}

/** One question in SQL. */
export type Ask = <Row extends object>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>

/** Tries at a transaction that others get in the way of. */
const mostTries = 8
/** Before another try; doubles with each. Milliseconds. */
const firstPauseMs = 5

/** Some connections to the server, opened as they are needed. */
export class Connections {
  readonly #pool: pg.Pool
  readonly #timers: Timers
  readonly #chance: () => number
  #closed: Promise<void> | null = null

  constructor({ timings, timers, chance, connections, ...address }: ConnectionParts) {
    this.#timers = timers
    this.#chance = chance
    this.#pool = new pg.Pool({
      ...clientOf(address),
      max: connections,
      connectionTimeoutMillis: timings.connectMs,
      query_timeout: timings.answerMs,
      statement_timeout: Math.ceil(timings.answerMs * 0.9),
      idle_in_transaction_session_timeout: timings.answerMs,
      keepAlive: true,
      // A till that closes does not wait for a connection that idles.
      allowExitOnIdle: true,
      types: { getTypeParser },
    })
    // A connection that dies while nobody uses it: the next question opens another.
    this.#pool.on('error', () => {})
  }

  /** One statement, which is a transaction of its own. */
  ask<T>(work: (ask: Ask) => Promise<T>): Promise<Asked<T>> {
    return this.#tried((client) => work(asking(client)))
  }

  /** Several statements, all of them or none. `work` may be run several times: it changes nothing but the database. */
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<Asked<T>> {
    return this.#tried(async (client) => {
      await client.query('BEGIN')
      try {
        const value = await work(asking(client))
        await client.query('COMMIT')
        return value
      } catch (error) {
        // One that says nothing any more is left, and the server undoes what was begun.
        if (!unknownOf(error, true).sent) await client.query('ROLLBACK').catch(() => {})
        throw error
      }
    })
  }

  close(): Promise<void> {
    this.#closed ??= this.#pool.end()
    return this.#closed
  }

  async #tried<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<Asked<T>> {
    for (let tries = 1; ; tries++) {
      if (this.#closed !== null)
        return { end: 'unknown', trouble: 'closing', sent: false, text: 'the connection is closed' }
      const done = await this.#once(work)
      if (!('error' in done)) return done
      if (!asksForAnother(done.error) || tries === mostTries) return unknownOf(done.error, done.connected)
      await pause(this.#timers, this.#chance() * firstPauseMs * 2 ** tries)
    }
  }

  async #once<T>(
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<
    { readonly end: 'done'; readonly value: T } | { readonly error: unknown; readonly connected: boolean }
  > {
    let client: pg.PoolClient
    try {
      client = await this.#pool.connect()
    } catch (error) {
      return { error, connected: false }
    }
    let broken: unknown
    const onError = (error: Error): void => {
      broken = error
    }
    client.on('error', onError)
    try {
      return { end: 'done', value: await work(client) }
    } catch (error) {
      // An answer that is still to come would be taken for the next question's: such a connection is not used again.
      broken ??= unknownOf(error, true).sent ? error : undefined
      return { error, connected: true }
    } finally {
      client.off('error', onError)
      client.release(broken !== undefined)
    }
  }
}

const asking =
  (client: pg.PoolClient): Ask =>
  async <Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> =>
    (await client.query<Row>(text, [...values])).rows

/** int8: amounts in centimes, sequence numbers and milliseconds, all of them far below 2^53. date: as it is written. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === pg.types.builtins.INT8) return safeInteger
  if (oid === pg.types.builtins.DATE) return (value) => value
  return pg.types.getTypeParser(oid, format ?? 'text') as (value: string) => unknown
}

function safeInteger(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is no amount of ours`)
  return number
}
