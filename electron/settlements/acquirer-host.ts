import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AcquirerHost } from '#drivers/acquirers/acquirer-host.ts'
import { openHost } from '#drivers/acquirers/open-host.ts'
import type { Dialect } from '#drivers/iso8583/dialect.ts'
import { readDialect } from '#drivers/iso8583/dialect-schema.ts'
import { shippedDialects } from '#drivers/iso8583/dialects/dialects.ts'
import { type Seal, sealWith } from '#drivers/iso8583/mac.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { tlsTransport } from '#drivers/transport/tls-client.node.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { AcquirerWay, HostPlace } from '#shared/contract/acquirers.ts'

export type HostWay = Extract<AcquirerWay, { kind: 'host' }>

/** A host that cannot be asked as it is set up. */
export class HostRefused extends Error {
  override readonly name = 'HostRefused'
  /** Of the way, for the door. */
  readonly field: string

  constructor(field: string, sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.field = field
  }
}

export interface HostWorld {
  /** Paths that are not absolute begin here. */
  readonly folder: string
  readonly clock: Clock
  readonly timers: Timers
  /** Default: over the network. */
  readonly transportTo?: (place: HostPlace, connectTimeoutMs: number) => Transport
}

export interface OpenedHost {
  readonly host: AcquirerHost
  readonly dialect: Dialect
}

/** The dialect of a name, or of a file. @throws HostRefused */
function dialectOf(name: string, folder: string): Dialect {
  // Own names only: what every object has besides is no dialect.
  const shipped = Object.hasOwn(shippedDialects, name) ? shippedDialects[name] : undefined
  if (shipped !== undefined) return shipped
  const read = readDialect(textOf(folder, name, 'dialect'))
  if (read.ok) return read.value
  const { path, sentence } = read.error
  throw new HostRefused('dialect', `${name} is no dialect: ${path} ${sentence}`)
}

/** Nothing is connected yet. @throws HostRefused where a file or a number is not what it has to be */
export function openAcquirerHost(way: HostWay, world: HostWorld): OpenedHost {
  const { folder, clock, timers } = world
  const dialect = dialectOf(way.dialect, folder)
  const seal = sealOf(way, dialect, folder)
  const { terminalId, merchantId, acquirerId, settlementId } = way
  const connectMs = dialect.timings.connectMs
  const transport = world.transportTo?.(way.place, connectMs) ?? networkTo(way.place, connectMs, folder)
  try {
    const host = openHost({
      dialect,
      transport,
      identity: { terminalId, merchantId, acquirerId, settlementId },
      seal,
      clock: () => clock.now(),
      timers,
    })
    return { host, dialect }
  } catch (cause) {
    throw new HostRefused('terminalId', `the dialect has no room for it: ${(cause as Error).message}`, cause)
  }
}

function sealOf({ macKeyFile }: HostWay, { mac, name }: Dialect, folder: string): Seal | null {
  if (mac === null) return null
  if (macKeyFile === null) throw new HostRefused('macKeyFile', `${name} seals its messages: it needs a key`)
  try {
    return sealWith(mac.algorithm, textOf(folder, macKeyFile, 'macKeyFile'))
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new HostRefused('macKeyFile', `${macKeyFile}: ${cause.message}`, cause)
  }
}

function networkTo(place: HostPlace, connectTimeoutMs: number, folder: string): Transport {
  const { via, host, port, authorityFile, certificateFile, keyFile } = place
  const tcp = tcpTransport({ host, port, connectTimeoutMs })
  if (via === 'tcp') return tcp
  const authority = authorityFile === null ? null : textOf(folder, authorityFile, 'place.authorityFile')
  const own =
    certificateFile === null || keyFile === null
      ? null
      : {
          certificate: textOf(folder, certificateFile, 'place.certificateFile'),
          key: textOf(folder, keyFile, 'place.keyFile'),
        }
  try {
    return tlsTransport(tcp, { host, authority, own })
  } catch (cause) {
    throw new HostRefused('place.certificateFile', (cause as Error).message, cause)
  }
}

function textOf(folder: string, path: string, field: string): string {
  try {
    return readFileSync(resolve(folder, path), 'utf8')
  } catch (cause) {
    throw new HostRefused(field, `${path} cannot be read`, cause)
  }
}
