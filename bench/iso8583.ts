import { shippedDialects } from '#drivers/iso8583/dialects/dialects.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import { packager } from '#drivers/iso8583/packager.ts'
import { goldenBytes, goldenMessage } from '#test/harness/iso8583-messages.ts'
import { packedByOther, unpackedByOther } from '#test/harness/other-iso8583.ts'
import { type Figure, median, type Row } from './figure.ts'

const runs = 9
const barRate = 50_000

/** There and back. */
type Turn = (message: Message) => Message

/**
 * By the processor's time, garbage collection included: a codec waits for nothing, and who else wants the machine
 * meanwhile says nothing of it.
 * @returns messages/s
 */
function rate(turn: Turn, turns: number): number {
  let fields = 0
  const from = process.cpuUsage()
  for (let i = 0; i < turns; i++) fields += turn(goldenMessage).fields.size
  const { user, system } = process.cpuUsage(from)
  if (fields !== turns * goldenMessage.fields.size) throw new Error('a field was lost')
  return turns / ((user + system) / 1e6)
}

const rates = (turn: Turn, turns: number): readonly number[] => {
  rate(turn, turns)
  return Array.from({ length: runs }, () => rate(turn, turns))
}

async function run(): Promise<readonly Row[]> {
  if (!Buffer.from(packedByOther(goldenMessage)).equals(goldenBytes))
    throw new Error('the yardstick is wrong')
  const other = median(rates((message) => unpackedByOther(packedByOther(message)), 2_000))
  return Object.values(shippedDialects).map((dialect) => {
    const { pack, unpack } = packager(dialect)
    const ours = median(rates((message) => unpack(pack(message)), 50_000))
    return {
      figure: `packing a 0500 of ${goldenMessage.fields.size} fields and reading it again: ${dialect.name}`,
      bar: figure.bar,
      median: ours,
      p95: null,
      unit: 'messages/s',
      yardstick: `${Math.round(other).toLocaleString('en')} messages/s, iso_8583 with the same message`,
      ratio: ours / other,
      met: ours >= barRate,
    }
  })
}

export const figure: Figure = { name: 'iso8583', bar: `≥ ${barRate.toLocaleString('en')} messages/s`, run }
