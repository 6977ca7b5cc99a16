import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dialect } from '#drivers/iso8583/dialect.ts'
import { edc } from '#drivers/iso8583/dialects/edc.data.ts'
import { iso87 } from '#drivers/iso8583/dialects/iso87.data.ts'
import { FrameReader } from '#drivers/iso8583/frames.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import { packager } from '#drivers/iso8583/packager.ts'
import { dirham } from '#shared/money/amount.ts'
import { answerOf, hostPeer, type PeerLine } from '../harness/host-peer.ts'
import { totalsQuestion } from '../harness/host-questions.ts'

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

/** What a host may say to a question: bytes of any kind, and answers with anything in them. */
const saying = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ bytes })),
    fc.record({
      mti: mostly('0510', '0500', '0530', '0810'),
      fields: fc.record({
        11: mostly<string | null>('000123', '000124', null),
        39: fc.constantFrom('00', '95', '91', null),
        41: mostly<string | null>('TILL0001', 'TILL0002', null),
        42: mostly<string | null>('ARTISAN00000001', 'ARTISAN00000002', null),
        60: mostly<string | null>('000042', '000041', null),
        66: mostly<string | null>(null, '1', '2'),
        88: mostly<string | null>(null, '0000000000000500'),
      }),
      /** The byte at this place arrives as another. */
      spoilt: fc.option(fc.nat({ max: 120 }), { freq: 3 }),
    }),
  ),
  { maxLength: 4 },
)

test.each([iso87, edc])(
  '$name: whatever a host says, only a whole 0510 of ours with an agreed code agrees',
  async (dialect) => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(saying, async (said) => {
        const peer = hostPeer(dialect)
        let agreedTo = false
        peer.script = (heard, line) => {
          if (heard.mti === '0800') line.answer(heard)
          else for (const each of said) agreedTo = say(dialect, heard, line, each) || agreedTo
        }
        const totals = { ...totalsQuestion().totals, saleReversals: { count: 0, amount: dirham(0) } }
        const asked = await peer.timers.until(peer.host.settle(totalsQuestion({ totals })))
        seen.add(asked.answer === 'none' ? asked.cause : asked.answer)
        if (asked.answer === 'agreed') expect(agreedTo).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect([...seen]).toEqual(expect.arrayContaining(['agreed', 'disagreed', 'silent', 'garbage']))
  },
)

interface SaidAnswer {
  readonly mti: string
  readonly fields: Readonly<Record<number, string | null>>
  readonly spoilt: number | null
}

/** @returns whether what arrives is a whole answer of ours with the agreed code */
function say(
  dialect: Dialect,
  heard: Message,
  line: PeerLine,
  said: SaidAnswer | { bytes: Uint8Array },
): boolean {
  const bytes = 'bytes' in said ? said.bytes : line.framed({ ...answerOf(heard, said.fields), mti: said.mti })
  if ('spoilt' in said && said.spoilt !== null && said.spoilt < bytes.length) {
    bytes[said.spoilt] = (bytes[said.spoilt] ?? 0) ^ 0x15
  }
  void line.link.write(bytes)
  const read = readAs(dialect, bytes)
  return (
    read?.mti === '0510' &&
    read.fields.get(39) === '00' &&
    [11, 41, 42].every((field) => read.fields.get(field) === heard.fields.get(field))
  )
}

/** `null`: it is no message. */
function readAs(dialect: Dialect, bytes: Uint8Array): Message | null {
  const [frame] = new FrameReader(dialect.framing).feed(bytes)
  if (frame?.kind !== 'message') return null
  try {
    return packager(dialect).unpack(frame.bytes)
  } catch {
    return null
  }
}
