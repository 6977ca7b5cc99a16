import type { PeriodTotals } from '../period-totals.ts'
import type { Moment, TransactionBook } from './book.ts'
import type { Client } from './client.ts'
import type { ZvtFault } from './faults.ts'
import { counted, hex, type Packet, text, writePacket } from './packet.ts'
import type { Registration } from './registration.ts'
import { printBlock, printLines, slipLines, totalsLines } from './slip.ts'
import { progress, shownCard, statusOf, totalsStatus } from './statuses.ts'

/** 06 0F of a status enquiry: software version, then the condition. */
export const answerStatus = (dayOpen: boolean): readonly number[] => [
  ...counted('', 3, text('2.14.15')),
  ...hex(dayOpen ? 'f0' : '00'),
]

/** 06 20 `<password> [03 <service>]`: bit 01 of the service byte wants the status, bit 02 no print. */
export async function answerLast(
  client: Client,
  packet: Packet,
  book: TransactionBook,
  faults: ReadonlySet<ZvtFault>,
  registration: Registration,
): Promise<void> {
  const last = book.last()
  const done = (): Promise<unknown> => client.tell(writePacket('060f', []))
  if (faults.has('noRecord')) return void (await done())
  if (last === undefined) return void (await client.tell(writePacket('061e', [0x83])))
  const service = packet.data[3] === 0x03 ? (packet.data[4] ?? 0) : 0
  if ((service & 0x01) !== 0) {
    const heard = await client.tell(statusOf(last))
    if (heard.kind !== 'acked') return
  }
  if ((service & 0x02) === 0 && registration.slips) {
    const lines = slipLines(last, shownCard(new Set()), 'customer')
    const packets = registration.blocks ? [printBlock(lines, 2)] : printLines(lines)
    for (const each of packets) if ((await client.tell(each)).kind !== 'acked') return
  }
  await done()
}

/** What an end of day, or turnover totals, tell. */
export interface DayReport {
  readonly totals: PeriodTotals
  readonly now: Moment
  /** BMP 60 cannot be read. */
  readonly malformed: boolean
}

/** 06 10: the same sums as at the end of day, which does not come of it. */
export async function tellTurnover(client: Client, { totals, now, malformed }: DayReport): Promise<void> {
  const heard = await client.tell(totalsStatus(totals, now, malformed))
  if (heard.kind === 'acked') await client.tell(writePacket('060f', []))
}

/** 06 50 as far as the till is told of it. `false`: it did not hear it out, the day stays open. */
export async function tellDay(
  client: Client,
  { totals, now, malformed }: DayReport,
  registration: Registration,
): Promise<boolean> {
  const packets: (readonly number[])[] = []
  if (registration.progress) packets.push(progress('0e'))
  packets.push(totalsStatus(totals, now, malformed))
  if (registration.reports) {
    const lines = totalsLines(totals)
    packets.push(...(registration.blocks ? [printBlock(lines, 3)] : printLines(lines)))
  }
  for (const packet of packets) {
    const heard = await client.tell(packet)
    if (heard.kind !== 'acked') {
      if (heard.kind === 'refused') await client.tell(writePacket('061e', [0x77]))
      return false
    }
  }
  return true
}
