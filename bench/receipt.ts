import { setImmediate as turn } from 'node:timers/promises'
import { encodeDocument } from '#drivers/printers/escpos/encode.ts'
import { printerProfiles } from '#drivers/printers/profiles.data.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { memoryInUse } from '#test/harness/memory-in-use.ts'
import { bilingualRows } from './bilingual-figures.ts'
import { type Figure, growthOf, type Row } from './figure.ts'
import { frenchRows } from './french-figures.ts'
import { fortyLines } from './receipt-sample.ts'

/** Receipts until every cache is as full as it gets, receipts that are looked at, and those between two looks. */
const filling = 1_200
const receipts = 1_000
const stride = 100
/** What garbage collection leaves one way or the other; a drawn line that is kept is more. */
const barBytes = 512

/** Encoding a receipt: all text beside other encoders, in two scripts beside one picture, and a thousand in a row. */
export const figure: Figure = {
  name: 'receipt',
  bar: 'each row has its own',
  run: async () => [...frenchRows(), ...(await bilingualRows()), await memoryRow()],
}

async function memoryRow(): Promise<Row> {
  const encode = async (from: number, to: number) => {
    for (let n = from; n <= to; n++) {
      await turn()
      encodeDocument(
        receiptDocument(fortyLines(n, n % 2 === 0 ? 'ar' : 'fr')),
        printerProfiles['epson-tm-t20'],
      )
    }
  }
  await encode(1, filling)
  const looks = [memoryInUse()]
  const before = process.memoryUsage.rss()
  for (let done = filling; done < filling + receipts; done += stride) {
    await encode(done + 1, done + stride)
    looks.push(memoryInUse())
  }
  const grown = growthOf(looks) / stride
  const resident = (process.memoryUsage.rss() - before) / 2 ** 20
  return {
    figure: `memory after ${receipts.toLocaleString('en')} receipts in two scripts`,
    bar: `≤ ${barBytes} bytes each`,
    median: grown,
    p95: null,
    unit: 'bytes each',
    yardstick: `${resident.toFixed(1)} MB more resident after all of them`,
    met: grown <= barBytes,
  }
}
