import { readFile } from 'node:fs/promises'
import { findSimulatorKind } from '#drivers/simulators/terminal/registry.ts'
import type { TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { practiceTimings } from '#drivers/terminals/practice-timings.data.ts'
import {
  type DriverOptions,
  findTerminalKind,
  type ServicedTerminal,
  type TerminalKind,
  type TerminalVia,
} from '#drivers/terminals/registry.ts'
import type { WireLine } from '#drivers/terminals/wire-line.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { type Transport, TransportError } from '#drivers/transport/transport.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { TerminalConfig, TerminalOptions } from '#shared/contract/devices.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { transportTo } from './device-line.ts'

export interface TerminalMaking {
  readonly clock: Clock
  /** Waits of a simulated terminal and of its driver. Default: the machine's. */
  readonly simulatedTimers?: Timers
  readonly onWire: (line: WireLine) => void
  /** What a simulated terminal's own screen shows: the protocols themselves tell little of it. */
  readonly onDisplay: (step: TerminalStep) => void
  /** Between the driver and a real wire. Default: nothing. */
  readonly wrap?: (transport: Transport) => Transport
}

export interface MadeTerminal {
  readonly driver: ServicedTerminal
  /** `null`: a real terminal. */
  readonly simulator: TerminalSimulator | null
}

/**
 * The driver that a configuration asks for, with a terminal in memory behind it where it asks for a simulated one.
 * Nothing is sent yet: a terminal that is not there shows at the first charge or check.
 * @throws Error where this machine lacks a part, or a named file cannot be read
 */
export async function makeTerminal(config: TerminalConfig, making: TerminalMaking): Promise<MadeTerminal> {
  const kind = findTerminalKind(config.protocol)
  if (kind === null) throw new Error(`there is no driver for ${config.protocol}`)
  const parts = { onWire: making.onWire, wallClock: () => making.clock.now() }
  const options = await driverOptions(config.options ?? {})
  const { place } = config
  if (place.via === 'hand') {
    const driver = await kind.make({ ...parts, transport: nowhere }, options, 'tcp', 'real')
    return { driver, simulator: null }
  }
  if (place.via === 'simulated') return simulated(config, kind, parts, options, making)
  const wire = await transportTo(place, kind.wirings.serial?.line?.format)
  const transport = making.wrap?.(wire) ?? wire
  const driver = await kind.make({ ...parts, transport }, options, place.via as TerminalVia, 'real')
  return { driver, simulator: null }
}

/** The whole protocol, between a driver and a terminal that are both in this process. */
async function simulated(
  { protocol }: TerminalConfig,
  kind: TerminalKind,
  parts: Pick<TerminalMaking, 'onWire'>,
  options: DriverOptions,
  { clock, simulatedTimers, onDisplay }: TerminalMaking,
): Promise<MadeTerminal> {
  const simulatorKind = findSimulatorKind(protocol)
  if (simulatorKind === null) throw new Error(`there is no simulated terminal for ${protocol}`)
  const timers = simulatedTimers === undefined ? {} : { timers: simulatedTimers }
  const simulator = await simulatorKind.make(
    {
      ...timers,
      clock: () => clock.now(),
      onDisplay: (step) => {
        if (step !== null) onDisplay(step)
      },
    },
    { windowMs: practiceTimings.naps.windowMs },
  )
  const via = firstVia(kind)
  const transport = memoryTransport('simulated terminal', (link) => simulator.accept(link, via))
  const driver = await kind.make({ ...parts, ...timers, transport }, options, via, 'practice')
  return { driver, simulator }
}

/** @throws Error when the certificate file cannot be read */
async function driverOptions(options: TerminalOptions): Promise<DriverOptions> {
  const { keyIdentifier, keyVersion, passphrase, caFile, ...rest } = options
  const keyed = keyIdentifier !== undefined && keyVersion !== undefined && passphrase !== undefined
  return {
    ...rest,
    ...(keyed ? { security: { keyIdentifier, keyVersion, passphrase } } : {}),
    ...(caFile === undefined ? {} : { ca: await readFile(caFile, 'utf8') }),
  }
}

const firstVia = ({ wirings }: TerminalKind): TerminalVia =>
  wirings.tcp !== undefined ? 'tcp' : wirings.serial !== undefined ? 'serial' : 'https'

/** What a terminal in somebody's hand is connected to. */
const nowhere: Transport = {
  name: 'by hand',
  open: () => Promise.reject(new TransportError('notFound', 'nothing is connected')),
}
