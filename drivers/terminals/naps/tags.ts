/** Field tags of NAPS Pay M2M (guide v1.1 §III.2), three ASCII digits each. */
export const tag = {
  type: '001',
  amount: '002',
  station: '003',
  sequence: '004',
  card: '007',
  stan: '008',
  authorisation: '009',
  receipt: '010',
  currency: '012',
  code: '013',
  date: '014',
  time: '015',
  expiry: '017',
  transactionDate: '018',
  transactionTime: '019',
  ticket: '020',
  answerText: '025',
} as const

/** Message types of requests; the answer to each is its number + 100. */
export const requestType = {
  payment: '001',
  confirmation: '002',
  voidLookup: '003',
  voidExecute: '004',
  duplicate: '008',
  networkTest: '009',
  totals: '010',
  information: '011',
  reset: '012',
  referencing: '013',
} as const
export type RequestType = (typeof requestType)[keyof typeof requestType]

/** Message type of the answer: request + 100 (guide v1.1 §III.2). */
export const answerTo = (type: RequestType): string => `1${type.slice(1)}`

/** ISO 4217 number of the dirham. */
export const dirhamNumber = '504'

/** These and no other response codes mean success (guide v1.1 §7). */
export const isSuccess = (code: string): boolean => ['000', '001', '003', '007'].includes(code)

/** Whether a response code came over the line as one can be: digits, or letters as in `T01` (guide v1.1 §7). */
export const isCode = (code: string): boolean => /^[0-9A-Za-z]{3}$/.test(code)

/** Codes by which the terminal says that a transaction was cancelled, by us or by itself (guide v1.1 §7). */
export const isCancelled = (code: string): boolean => code === '480' || code === '482'

/** Codes that speak of the terminal's own trouble, not of the transaction asked about (guide v1.1 §7). */
export const isSystemTrouble = (code: string): boolean =>
  ['700', '800', '880', '909', '911', '912', '992', '993', '995', 'T01'].includes(code)
