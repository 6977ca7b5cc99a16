import { shownDirhams } from './amount.ts'

/** What a receipt is of. */
export interface SlipOf {
  readonly title: string
  /** ISO 8601, the terminal's clock. */
  readonly at: string
  readonly card: string
  readonly amountMinor: number
  readonly authorisation: string
  readonly transactionId: string
  readonly poiId: string
}

const line = (key: string, name?: string, value?: string, bold = false) => ({
  ...(bold ? { CharacterStyle: 'Bold' } : {}),
  EndOfLineFlag: true,
  Text: [
    ...(name === undefined ? [] : [`name=${encodeURIComponent(name)}`]),
    ...(value === undefined ? [] : [`value=${encodeURIComponent(value)}`]),
    `key=${key}`,
  ].join('&'),
})

/** Both receipts of a transaction, each line as Adyen's terminals write it: `name=…&value=…&key=…`. */
export function receiptsOf(of: SlipOf): readonly unknown[] {
  const copy = (qualifier: string, head: string, heading: string) => ({
    DocumentQualifier: qualifier,
    OutputContent: {
      OutputFormat: 'Text',
      OutputText: [
        line('header1', 'HANOUT DEMO', undefined, true),
        line('header2'),
        line(head, heading, undefined, true),
        line('filler'),
        line('txdate', 'Date', of.at.slice(0, 10)),
        line('txtime', 'Time', of.at.slice(11, 19)),
        line('pan', 'Card', of.card),
        line('tid', 'TID', of.poiId),
        line('authCode', 'Auth. code', of.authorisation),
        line('txRef', 'Tender', of.transactionId),
        line('filler'),
        line('totalAmount', 'TOTAL', `MAD ${shownDirhams(of.amountMinor)}`, true),
        line('approved', of.title, undefined, true),
      ],
    },
    RequiredSignatureFlag: false,
  })
  return [
    copy('CashierReceipt', 'merchantTitle', 'MERCHANT COPY'),
    copy('CustomerReceipt', 'cardholderHeader', 'CARDHOLDER COPY'),
  ]
}
