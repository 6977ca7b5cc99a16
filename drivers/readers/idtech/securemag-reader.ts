import type { CardRead, Reader } from '../reader.ts'
import { ReaderLine } from '../reader-line.ts'
import type { ReaderParts } from '../reader-parts.ts'
import { WholeReports } from '../whole-reports.ts'
import { readMsr } from './msr-read.ts'
import { MsrStream } from './msr-stream.ts'

/**
 * An ID TECH SecureMag (or UniMag, MS246): one block for each swipe, by itself. Over HID it fills a report of 537
 * bytes, over a serial line it comes as it is (38400 8N1 by default).
 */
export function secureMagReader(parts: ReaderParts): Reader {
  const stream = parts.via === 'hid' ? new WholeReports(new MsrStream()) : new MsrStream()
  const line = new ReaderLine<Uint8Array>(parts, stream, (data) => line.tell(readCard(data)))
  return {
    protocol: 'idtech-securemag',
    capabilities: { entries: ['swipe'], asks: false },
    open: () => line.open(),
    onRead: (listener) => line.onRead(listener),
    onHealth: (listener) => line.onHealth(listener),
    // It has no question that does not also change settings: being there is all that is known.
    check: async () => line.presence,
    close: () => line.close(),
  }
}

const readCard = (data: Uint8Array): CardRead => readMsr(data, { entry: 'swipe' })
