import { findTerminalKind, terminalKinds } from '#drivers/terminals/registry.ts'
import type { TerminalHealth } from '#drivers/terminals/terminal.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type {
  DeviceCapabilities,
  DevicePlace,
  ProbeResult,
  TerminalConfig,
  TerminalProtocol,
} from '#shared/contract/devices.ts'
import { type ShortLine, shortLine } from './short-line.ts'
import { makeTerminal } from './terminal-driver.ts'

/** How long one protocol is tried, ms. */
const patienceMs = 3_000

interface Tried {
  readonly health: TerminalHealth
  readonly capabilities: DeviceCapabilities
  /** Something came back, understood or not. */
  readonly heard: boolean
}

/**
 * Tries a protocol at a place, by its driver's own check; and where that fails, or proves nothing, the others that can
 * be spoken over the same wire, to say which one answers. Each is a question that moves no money; none is kept.
 * @param tryMs patience with each protocol
 */
export async function probeTerminal(
  config: TerminalConfig,
  clock: Clock,
  tryMs = patienceMs,
): Promise<ProbeResult> {
  const kind = findTerminalKind(config.protocol)
  const tried = await tryProtocol(config, clock, tryMs)
  const { health, capabilities } = tried
  const certain = health.ok && (kind === null || kind.checkProves || !isWired(config.place))
  if (certain) return { ok: true, text: health.text, capabilities }
  const opens = health.ok || health.reason !== 'unreachable'
  const speaks = opens ? await whoAnswers(config, clock, tryMs) : null
  if (speaks !== null) return { ok: false, trouble: 'otherProtocol', text: health.text, speaks }
  if (health.ok) return { ok: true, text: health.text, capabilities }
  const strange = tried.heard && health.reason === 'noAnswer'
  return { ok: false, trouble: strange ? 'otherProtocol' : health.reason, text: health.text, speaks: null }
}

/** Nothing is tried that cannot prove itself, nor what needs a key that only its owner knows. */
async function whoAnswers(
  { protocol, place, name }: TerminalConfig,
  clock: Clock,
  tryMs: number,
): Promise<TerminalProtocol | null> {
  const line = plainLine(place)
  if (line === null) return null
  for (const other of Object.keys(terminalKinds) as TerminalProtocol[]) {
    const kind = findTerminalKind(other)
    if (other === protocol || kind?.checkProves !== true || kind.wirings[line.via] === undefined) continue
    const { health } = await tryProtocol({ protocol: other, place: line, name }, clock, tryMs)
    if (health.ok || health.reason === 'otherCurrency' || health.reason === 'needsAttention') return other
  }
  return null
}

async function tryProtocol(config: TerminalConfig, clock: Clock, tryMs: number): Promise<Tried> {
  let line: ShortLine | null = null
  const { driver, simulator } = await makeTerminal(config, {
    clock,
    onWire: () => undefined,
    onDisplay: () => undefined,
    wrap: (transport) => {
      line = shortLine(transport, tryMs)
      return line.transport
    },
  })
  try {
    const health = await driver.check()
    return { health, capabilities: driver.capabilities, heard: heardOn(line) }
  } finally {
    await driver.close()
    simulator?.close()
  }
}

const heardOn = (line: ShortLine | null): boolean => line?.heard() ?? false

const isWired = ({ via }: DevicePlace): boolean => via === 'tcp' || via === 'https' || via === 'serial'

/** The same line without anything that belongs to one protocol: TLS, or a serial format. */
function plainLine(place: DevicePlace): Extract<DevicePlace, { via: 'tcp' | 'serial' }> | null {
  if (place.via === 'tcp') return place
  if (place.via === 'https') return { via: 'tcp', host: place.host, port: place.port }
  return place.via === 'serial' ? { via: 'serial', path: place.path, baud: place.baud } : null
}
