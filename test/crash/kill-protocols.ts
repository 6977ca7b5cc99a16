import { caisseApSimulator } from '#drivers/simulators/terminal/caisse-ap/caisse-ap-simulator.ts'
import { concertSimulator } from '#drivers/simulators/terminal/concert/concert-simulator.ts'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { nexoSimulator } from '#drivers/simulators/terminal/nexo/nexo-simulator.ts'
import type { SimulatorParts, TerminalSimulator } from '#drivers/simulators/terminal/terminal-simulator.ts'
import { zvtSimulator } from '#drivers/simulators/terminal/zvt/zvt-simulator.ts'
import { caisseApTerminal } from '#drivers/terminals/caisse-ap/caisse-ap-terminal.ts'
import { concertTerminal } from '#drivers/terminals/concert/concert-terminal.ts'
import { napsTerminal } from '#drivers/terminals/naps/naps-terminal.ts'
import { nexoTerminal } from '#drivers/terminals/nexo/nexo-terminal.ts'
import type { NexoTimings } from '#drivers/terminals/nexo/timings.ts'
import type { Terminal } from '#drivers/terminals/terminal.ts'
import type { ZvtTimings } from '#drivers/terminals/zvt/timings.ts'
import { zvtTerminal } from '#drivers/terminals/zvt/zvt-terminal.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import { crashTimings } from './crash-timings.ts'

/** A protocol on a real wire, both sides in a hurry. */
export interface KillProtocol {
  /** Over a socket, or over a pseudo-terminal. */
  readonly wire: 'tcp' | 'pty'
  /** What may go wrong beside the kills; names of the simulator's faults. */
  readonly weather: readonly string[]
  readonly makeSimulator: (parts: SimulatorParts) => TerminalSimulator
  readonly makeDriver: (transport: Transport) => Terminal
}

export type KillProtocolName = 'naps' | 'zvt' | 'zvtSerial' | 'concert' | 'caisseAp' | 'nexo'

/** Visitors, acquirers and terminals without patience, ms. */
const hurry = { cardMs: 3, authoriseMs: 2, answerMs: 2, slowMs: 300 }
const { windowMs } = crashTimings
const everywhere = ['decline', 'decline', 'dropAfterApprove', 'dropBeforeCard', 'fragment', 'noise']
const poiId = 'V400m-123456789'

const zvtWaits: Partial<ZvtTimings> = {
  connectMs: 1_000,
  byteMs: 60,
  blockMs: 200,
  replyMs: 300,
  commandMs: 900,
  questionMs: 600,
  abortMs: 300,
  reversalMs: 400,
  pollMs: 30,
  pollForMs: 900,
}
const zvtHurry = { ...hurry, noCardMs: 600, replyMs: 250, blockMs: 200, byteMs: 60, repeatMs: 30 }

const nexoWaits: Partial<NexoTimings> = {
  connectMs: 1_000,
  paymentMs: 700,
  cancelMs: 300,
  messageMs: 600,
  pollMs: 20,
  deliveryMs: 400,
  reconnectMs: [10, 40, 100],
}

export const killProtocols: Readonly<Record<KillProtocolName, KillProtocol>> = {
  naps: {
    wire: 'tcp',
    weather: [...everywhere, 'dropAfterConfirm', 'silentConfirm', 'autoReversal', 'merge', 'wrongEcho'],
    makeSimulator: (parts) =>
      napsSimulator({ ...parts, timings: { ...hurry, answerMs: 4, silenceMs: 1, brokenMs: 50, windowMs } }),
    makeDriver: (transport) => napsTerminal({ transport, timings: crashTimings }),
  },
  zvt: {
    wire: 'tcp',
    weather: [...everywhere, 'dropAfterConfirm', 'silentConfirm', 'autoReversal', 'merge'],
    makeSimulator: (parts) => zvtSimulator({ ...parts, timings: zvtHurry }),
    makeDriver: (transport) => zvtTerminal({ transport, link: 'tcp', timings: zvtWaits }),
  },
  zvtSerial: {
    wire: 'pty',
    weather: [...everywhere, 'dropAfterConfirm', 'nakBlocks'],
    makeSimulator: (parts) => zvtSimulator({ ...parts, timings: zvtHurry }),
    makeDriver: (transport) => zvtTerminal({ transport, link: 'serial', timings: zvtWaits }),
  },
  concert: {
    wire: 'pty',
    weather: [...everywhere, 'nakFrame', 'loseAck', 'enqIgnored'],
    makeSimulator: (parts) =>
      concertSimulator({ ...parts, timings: { ...hurry, controlMs: 150, restartMs: 20 } }),
    makeDriver: (transport) =>
      concertTerminal({
        transport,
        timings: {
          connectMs: 1_000,
          strayMs: 5,
          controlMs: 150,
          restartMs: 20,
          answerMs: 700,
          farewellMs: 50,
          reopenMs: 400,
          reopenPauseMs: 20,
        },
      }),
  },
  caisseAp: {
    wire: 'tcp',
    weather: [...everywhere, 'merge', 'truncatedAnswer', 'redButton'],
    makeSimulator: (parts) =>
      caisseApSimulator({ ...parts, timings: { ...hurry, silenceMs: 5, brokenMs: 100, gapMs: 60 } }),
    makeDriver: (transport) =>
      caisseApTerminal({
        transport,
        timings: { connectMs: 1_000, strayMs: 5, answerMs: 700, drainMs: 20, stallMs: 200 },
      }),
  },
  nexo: {
    wire: 'tcp',
    weather: [...everywhere, 'merge', 'duplicateReply', 'inProgressLong'],
    makeSimulator: (parts) =>
      nexoSimulator({ ...parts, timings: { ...hurry, paymentMs: 500, tardyMs: 100, awayMs: 100 } }),
    makeDriver: (transport) => nexoTerminal({ transport, channel: 'tcp', poiId, timings: nexoWaits }),
  },
}

/** Whether its approvals wait for a confirmation; in the others an approval is final. */
export const confirms = (name: KillProtocolName): boolean => ['naps', 'zvt', 'zvtSerial'].includes(name)
