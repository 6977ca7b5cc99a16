import type { HostDialect } from '../host-dialect.ts'

/** Plain ISO 8583:1987 in text: totals in 74–77 and 86–89, net in 97, the batch's number in 60, judgement in 66. */
export const iso87: HostDialect = {
  name: 'iso87',
  version: '0',
  wire: { mti: 'ascii', bitmap: 'hex', numbers: 'ascii', lengths: 'ascii', fields: {} },
  framing: { length: 'binary2', countsItself: false, start: null, tpdu: null, longest: 4_096 },
  mac: null,
  talk: {
    reversals: 'counted',
    totals: { kind: 'fields', net: true },
    batchNumber: { field: 60, digits: 6 },
    processing: { settle: null, closing: null, sale: '000000', refund: '200000', saleReversal: '020000' },
    functionCode: null,
    upload: true,
    network: { signOn: '001', signOff: '002', echo: '301' },
    answers: {},
    codes: { agreed: ['00'], disagreed: ['95'], duplicate: ['94'] },
  },
}
