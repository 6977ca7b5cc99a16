import { openHost } from '#drivers/acquirers/open-host.ts'
import type { Dialect } from '#drivers/iso8583/dialect.ts'
import { FrameReader, frame } from '#drivers/iso8583/frames.ts'
import type { Seal } from '#drivers/iso8583/mac.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import { packager } from '#drivers/iso8583/packager.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import { hostIdentity } from './host-questions.ts'
import { VirtualTimers } from './virtual-timers.ts'

/** What the far side does when a message came; whatever it does not do is silence. */
export type Script = (heard: Message, line: PeerLine) => void

/** The far side of one line. */
export interface PeerLine {
  /** From 0, in the order of opening. */
  readonly number: number
  readonly link: Link
  /** The usual answer, with these fields otherwise; `null`: not there. */
  answer(heard: Message, change?: Readonly<Record<number, string | null>>): void
  /** Bytes of a message as it would be sent, with its length. */
  framed(message: Message): Uint8Array
}

/** The usual answer to a message: 00, and nothing that was not asked about. */
export function answerOf(heard: Message, change: Readonly<Record<number, string | null>> = {}): Message {
  const fields = new Map([...heard.fields].filter(([field]) => [11, 41, 42].includes(field)))
  for (const [field, value] of Object.entries({ 39: '00', ...change })) {
    if (value === null) fields.delete(Number(field))
    else fields.set(Number(field), value)
  }
  return { mti: `${heard.mti.slice(0, 2)}${Number(heard.mti[2]) + 1}0`, fields }
}

export const obliging: Script = (heard, line) => line.answer(heard)

/**
 * A host made of a script, and a driver that speaks to it, in memory and in virtual time. It is no simulator: it has no
 * books, and says what it is told to, also what no host says.
 */
export function hostPeer(dialect: Dialect, seal: Seal | null = null, around = (inner: Transport) => inner) {
  const timers = new VirtualTimers()
  const codec = packager(dialect, seal ?? undefined)
  /** An answer has the TPDU's addresses the other way round. */
  const { tpdu } = dialect.framing
  const back = tpdu === null ? null : { ...tpdu, destination: tpdu.source, source: tpdu.destination }
  const framed = (message: Message): Uint8Array =>
    frame(codec.pack(message), { ...dialect.framing, tpdu: back })
  const hearing = { ...dialect.framing, tpdu: back }
  const peer = {
    script: obliging,
    /** What was heard on each line. */
    heard: [] as Message[][],
    lines: [] as PeerLine[],
    timers,
    host: null as unknown as ReturnType<typeof openHost>,
    mtis: (): readonly string[] => peer.heard.map((line) => line.map(({ mti }) => mti).join(' ')),
  }
  const transport = memoryTransport('memory', (link) => {
    const heard: Message[] = []
    peer.heard.push(heard)
    const line: PeerLine = {
      number: peer.lines.length,
      link,
      framed,
      answer: (to, change) => void link.write(framed(answerOf(to, change))).catch(() => undefined),
    }
    peer.lines.push(line)
    const reader = new FrameReader(hearing)
    link.onData((bytes) => {
      for (const each of reader.feed(bytes)) {
        if (each.kind !== 'message') continue
        const message = codec.unpack(each.bytes)
        heard.push(message)
        peer.script(message, line)
      }
    })
  })
  peer.host = openHost({
    dialect,
    transport: around(transport),
    identity: hostIdentity,
    seal,
    timers,
    clock: () => ({ utcMs: Date.UTC(2026, 10, 23, 17, 30, 15), offsetMinutes: 60 }),
  })
  return peer
}
