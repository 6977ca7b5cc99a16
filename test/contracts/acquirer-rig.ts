import type { AcquirerHost } from '#drivers/acquirers/acquirer-host.ts'
import { openHost } from '#drivers/acquirers/open-host.ts'
import type { Dialect, HostTimings } from '#drivers/iso8583/dialect.ts'
import { shippedDialects } from '#drivers/iso8583/dialects/dialects.ts'
import { type AcquirerSimulator, acquirerSimulator } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { type FaultPlan, faultyTransport } from '#drivers/transport/faulty.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import { tcpTransport } from '#drivers/transport/tcp.node.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import { tlsTransport } from '#drivers/transport/tls-client.node.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import { hostIdentity } from '../harness/host-questions.ts'
import { hostPems, listenTls } from '../harness/host-tls.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'

/** A till's driver, an acquirer's host, and a wire between them. */
export interface HostRig {
  readonly host: AcquirerHost
  readonly simulator: AcquirerSimulator
  /** A till that just started, on the same wire, with nothing wrong with it. */
  restarted(): AcquirerHost
  /** How long the driver waits for an answer to totals, ms. */
  readonly patienceMs: number
  /** Lets time pass until the promise settles. */
  until<T>(promise: Promise<T>): Promise<T>
  pass(ms: number): Promise<void>
  dispose(): Promise<void>
}

export const dialectNames = ['iso87', 'edc'] as const
export type DialectName = (typeof dialectNames)[number]

export interface RigOptions {
  readonly dialect: DialectName
  /** How the host judges: by what it authorised, or by what it is told. */
  readonly capture?: 'host' | 'terminal'
  /** What is wrong with the wire; under TLS with what TLS runs on. */
  readonly plan?: FaultPlan
  /** The host will say nothing: where time is real, it is not waited for as long as a dialect would. */
  readonly silent?: boolean
}

export type MakeHostRig = (options: RigOptions) => Promise<HostRig>

/** A wire to a host on this machine. */
interface Wire {
  transport(plan?: FaultPlan): Transport
  close(): Promise<void>
}

/** On wires that know no virtual time. Whatever a machine has to do besides, an answer comes within the first. */
const patient: Partial<HostTimings> = { connectMs: 20_000, answerMs: 20_000, settleMs: 20_000 }
const impatient: Partial<HostTimings> = { ...patient, settleMs: 1_500 }

const faulty = (inner: Transport, plan: FaultPlan | undefined, timers: Timers): Transport =>
  plan === undefined ? inner : faultyTransport(inner, plan, timers)

/** In memory and in virtual time: the dialects' own timings. */
export const memoryHostRig: MakeHostRig = async (options) => {
  const timers = new VirtualTimers()
  return rigOn(options, timers, timers, async (accept) => ({
    transport: (plan) => faulty(memoryTransport('memory', accept), plan, timers),
    close: async () => undefined,
  }))
}

export const tcpHostRig: MakeHostRig = (options) =>
  rigOn(options, realTimers, null, async (accept) => {
    const door = await listenTcp({ port: 0 }, accept)
    const tcp = tcpTransport({ host: '127.0.0.1', port: door.port })
    return { transport: (plan) => faulty(tcp, plan, realTimers), close: () => door.close() }
  })

/** Each side shows a certificate of the same authority. */
export const tlsHostRig: MakeHostRig = (options) =>
  rigOn(options, realTimers, null, async (accept) => {
    const door = await listenTls(hostPems.host, accept)
    const tcp = tcpTransport({ host: '127.0.0.1', port: door.port })
    const own = { certificate: hostPems.till, key: hostPems.till }
    return {
      transport: (plan) =>
        tlsTransport(faulty(tcp, plan, realTimers), {
          host: 'localhost',
          authority: hostPems.authority,
          own,
        }),
      close: () => door.close(),
    }
  })

async function rigOn(
  { dialect: name, capture = 'terminal', plan, silent = false }: RigOptions,
  timers: Timers,
  virtual: VirtualTimers | null,
  makeWire: (accept: (link: Link) => void) => Promise<Wire>,
): Promise<HostRig> {
  const evening = Date.UTC(2026, 10, 23, 17, 30, 15)
  const clock = () => ({ utcMs: evening + Math.round(timers.nowMs()), offsetMinutes: 60 })
  const answerMs = virtual === null ? 2 : 400
  const simulator = acquirerSimulator({ dialect: name, capture, timers, clock, timings: { answerMs } })
  const wire = await makeWire((link) => simulator.accept(link))
  const shipped = shippedDialects[name] as Dialect
  const made: AcquirerHost[] = []
  const timingsOf = (real: Partial<HostTimings>): HostTimings =>
    virtual === null ? { ...shipped.timings, ...real } : shipped.timings
  const open = (real: Partial<HostTimings>, faults?: FaultPlan): AcquirerHost => {
    const dialect = { ...shipped, timings: timingsOf(real) }
    const transport = wire.transport(faults)
    const host = openHost({ dialect, transport, identity: hostIdentity, seal: null, timers, clock })
    made.push(host)
    return host
  }
  const until = <T>(promise: Promise<T>): Promise<T> => virtual?.until(promise) ?? promise
  return {
    host: open(silent ? impatient : patient, plan),
    simulator,
    restarted: () => open(patient),
    patienceMs: timingsOf(silent ? impatient : patient).settleMs,
    until,
    pass: (ms) => virtual?.advance(ms) ?? new Promise((resolve) => setTimeout(resolve, ms)),
    async dispose() {
      await until(Promise.all(made.map((host) => host.close())))
      await simulator.close()
      await wire.close()
    },
  }
}
