import type { HostDialect } from '../host-dialect.ts'

/**
 * As hosts of terminals that capture electronically (EDC): packed digits behind a TPDU, the batch's number in 60, six
 * groups of totals in 63, 0320 for each movement after a 95, and then a closing 0500.
 */
export const edc: HostDialect = {
  name: 'edc',
  version: '0',
  wire: { mti: 'bcd', bitmap: 'binary', numbers: 'bcd', lengths: 'bcd', fields: {} },
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
    network: null,
    answers: {},
    codes: { agreed: ['00'], disagreed: ['95'], duplicate: ['94'] },
  },
}
