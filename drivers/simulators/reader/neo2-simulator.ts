import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { FaultShelf } from '../terminal/fault-shelf.ts'
import type { SimulatedCard } from './cards.ts'
import { type ReaderFault, readerFaults } from './faults.ts'
import { KeyCounter } from './key-counter.ts'
import { cardAnswer } from './neo2-card.ts'
import { type Command, CommandReader, response, responseReports } from './neo2-wire.ts'
import type { CardEntry, ReaderSimulator, ReaderSimulatorParts } from './reader-simulator.ts'
import { type Faults, type MessageShape, ReaderWire } from './reader-wire.ts'
import { idtechInitialKsn } from './securemag-simulator.ts'

const shape: MessageShape = {
  reports: responseReports,
  noise: Buffer.from('ViVOViVOtech\0\xff\x02junk', 'latin1'),
  absurd: Buffer.from('ViVOtech2\0\x02\x00\xff\xff', 'latin1'),
}
const firmware = Buffer.from('VP3300 USB NEO v1.01.151', 'latin1')
const status = {
  ok: 0x00,
  unknownCommand: 0x02,
  unknownSub: 0x03,
  badCrc: 0x04,
  badParameter: 0x05,
  timeout: 0x08,
} as const
const none: Faults = new Set()

/** An ID TECH NEO 2 (VP3300). What it leaves out: README.md beside it. */
export function neo2Simulator(parts: ReaderSimulatorParts = {}): ReaderSimulator {
  return new Neo2Simulator(parts)
}

class Neo2Simulator implements ReaderSimulator {
  readonly #parts: ReaderSimulatorParts
  readonly #timers: Timers
  readonly #faults = new FaultShelf<Exclude<ReaderFault, 'none'>>(
    readerFaults.filter((fault) => fault !== 'none'),
  )
  readonly #keys: KeyCounter
  #wire: ReaderWire | null = null
  /** Ends a transaction for want of a card; set while one waits. */
  #cancelTimeout: (() => void) | null = null
  #closed = false

  constructor(parts: ReaderSimulatorParts) {
    this.#parts = parts
    this.#timers = parts.timers ?? realTimers
    this.#keys = new KeyCounter(idtechInitialKsn, parts.counter)
    for (const fault of parts.faults ?? []) this.#faults.set(fault)
  }

  accept(link: Link, via: 'serial' | 'hid'): void {
    const wire = new ReaderWire(link, via)
    const reader = new CommandReader(via)
    this.#wire = wire
    link.onData((bytes) => {
      for (const command of reader.feed(bytes)) this.#obey(command, wire)
    })
    // A reader whose plug is pulled has forgotten what it was told.
    link.onClose(() => this.#stop())
  }

  async swipe(card: SimulatedCard, entry: CardEntry = 'swipe'): Promise<void> {
    // At rest its lights are off and a card means nothing.
    if (this.#cancelTimeout === null || this.#wire === null || this.#closed) return
    this.#stop()
    const faults = this.#faults.take()
    const { status: word, data } = cardAnswer(card, entry, this.#keys.next(), this.#parts, faults)
    const frame = response(0x02, word, data)
    if (faults.has('badCheck')) frame[frame.length - 1] = (frame.at(-1) ?? 0) ^ 0x01
    await this.#wire.send(frame, shape, faults)
  }

  setFault(fault: string, times?: number): void {
    this.#faults.set(fault, times)
  }

  close(): void {
    this.#closed = true
    this.#stop()
  }

  #obey(command: Command, wire: ReaderWire): void {
    if (this.#closed || this.#faults.has('silent')) return
    const answer = command.sound ? this.#answerTo(command, wire) : response(command.number, status.badCrc)
    if (answer === null) return
    this.#timers.after(this.#parts.answerMs ?? 5, () => void wire.send(answer, shape, none))
  }

  /** `null`: the answer comes with the card, or when time is up. */
  #answerTo({ number, sub, data }: Command, wire: ReaderWire): Uint8Array | null {
    // While it waits for a card any command ends that (NEO 2 guide §7.3).
    this.#stop()
    if (number === 0x18 || number === 0x05)
      return response(number, sub === 0x01 ? status.ok : status.unknownSub)
    if (number === 0x29) return response(number, status.ok, firmware)
    if (number !== 0x02) return response(number, status.unknownCommand)
    if (sub !== 0x40) return response(number, status.unknownSub)
    const seconds = data[0]
    if (seconds === undefined || seconds === 0 || !hasAmount(data))
      return response(number, status.badParameter)
    this.#cancelTimeout = this.#timers.after(seconds * 1_000, () => {
      this.#cancelTimeout = null
      void wire.send(response(0x02, status.timeout), shape, none)
    })
    return null
  }

  #stop(): void {
    this.#cancelTimeout?.()
    this.#cancelTimeout = null
  }
}

/** 9F02 with six bytes and 5F2A with two are what it cannot do without. */
function hasAmount(data: Buffer): boolean {
  return data.includes(Buffer.of(0x9f, 0x02, 0x06)) && data.includes(Buffer.of(0x5f, 0x2a, 0x02))
}
