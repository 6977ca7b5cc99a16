import type { Dialect } from '../dialect.ts'

/**
 * Plain ISO 8583:1987: totals in fields of their own (74–77, 86–89, net in 97), the answer's judgement in 66. Text on the
 * wire throughout; what an acquirer has otherwise, its file says.
 */
export const iso87: Dialect = {
  name: 'iso87',
  version: '0',
  wire: {
    mti: 'ascii',
    bitmap: 'hex',
    numbers: 'ascii',
    lengths: 'ascii',
    // Hosts write sentences here, which have blanks.
    fields: { 44: { class: 'ans', length: 25, prefix: 2 } },
  },
  framing: { length: 'binary2', countsItself: false, start: null, tpdu: null, longest: 4_096 },
  mac: null,
  talk: {
    reversals: 'counted',
    totals: { kind: 'fields', net: true },
    batchNumber: { field: 60, digits: 6 },
    processing: {
      settle: null,
      closing: null,
      sale: '000000',
      refund: '200000',
      saleReversal: '020000',
    },
    functionCode: null,
    upload: true,
    reversalsTold: true,
    advicesTold: false,
    network: { signOn: '001', signOff: '002', echo: '301' },
    answers: {},
    codes: {
      agreed: ['00'],
      disagreed: ['95'],
      duplicate: ['94'],
      // 25: no such record to reverse; 94: this one was told before.
      known: ['00', '25', '94'],
      again: ['68', '91', '96'],
    },
  },
  timings: { connectMs: 10_000, answerMs: 45_000, settleMs: 90_000, echoMs: 60_000, idleMs: 120_000 },
}
