import type { Dialect } from '../dialect.ts'

/**
 * As terminals that capture electronically (EDC) speak to their hosts: packed numbers behind a TPDU, the batch's number in
 * 60 and its totals in 63, each movement in a 0320 where they differ, and then a closing 0500. The addresses, the NII and
 * the processing codes are an acquirer's own: widespread values, for its file to change.
 */
export const edc: Dialect = {
  name: 'edc',
  version: '0',
  wire: {
    mti: 'bcd',
    bitmap: 'binary',
    numbers: 'bcd',
    lengths: 'bcd',
    // Hosts write sentences here, which have blanks.
    fields: { 44: { class: 'ans', length: 25, prefix: 2 } },
  },
  framing: {
    length: 'binary2',
    countsItself: false,
    start: null,
    tpdu: { id: '60', destination: '0001', source: '0000' },
    longest: 2_048,
  },
  mac: null,
  talk: {
    reversals: 'netted',
    // Six groups: captured sales and refunds, debit sales and refunds, authorised sales and refunds.
    totals: {
      kind: 'text',
      field: 63,
      groups: ['sales', 'refunds', null, null, null, null],
      countDigits: 3,
      amountDigits: 12,
    },
    batchNumber: { field: 60, digits: 6 },
    processing: {
      settle: '920000',
      closing: '960000',
      sale: '000000',
      refund: '200000',
      saleReversal: '020000',
    },
    functionCode: { settle: '001', closing: '001', other: '001' },
    upload: true,
    reversalsTold: true,
    advicesTold: true,
    network: null,
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
  timings: { connectMs: 10_000, answerMs: 30_000, settleMs: 60_000, echoMs: 60_000, idleMs: 120_000 },
}
