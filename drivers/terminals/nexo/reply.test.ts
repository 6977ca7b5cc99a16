import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import vectors from '#test/fixtures/nexo/messages.json' with { type: 'json' }
import { readMoneyAnswer, refusalOf, type Transaction } from './approval.ts'
import { type JsonObject, readJson } from './json.ts'
import { paymentRequest } from './messages.ts'
import { readReply } from './reply.ts'
import { MessageSeal } from './security.ts'
import { describe as traced } from './trace.ts'

const sample = JSON.stringify(vectors.adyenPayment)
const poiId = 'P400Plus-275039202'
const at = { utcMs: Date.parse('2019-04-29T00:00:00.000Z'), offsetMinutes: 0 }
const request = paymentRequest(
  { saleId: '001', poiId },
  { amount: dirham(100), currency: 'MAD', sequence: 3, at },
  'Normal',
)
const asked: Transaction = {
  category: 'Payment',
  sequence: 3,
  amountMinor: 100,
  sentAt: { utcMs: at.utcMs, slackMs: 1_000 },
}
const answered = (text: string): JsonObject => {
  const reply = readReply(text, request, null)
  if (reply.kind !== 'answer') throw new Error(`no answer: ${reply.kind}`)
  return reply.response
}
const changed = (from: string, to: string) =>
  readMoneyAnswer(answered(sample.replace(from, to)), asked, poiId)

test('Adyen’s own sample is an approval, with all that may be kept', () => {
  expect(readMoneyAnswer(answered(sample), asked, poiId)).toEqual({
    kind: 'approved',
    approval: {
      maskedPan: '411111****1111',
      scheme: 'mc',
      authorisation: '123456',
      trace: '4r7i001556529591000.8515565295894301',
      terminalId: 'P400Plus-123456789',
      terminalTime: '2019-04-29T00:00:00.000Z',
      slip: [
        'CARDHOLDER COPY',
        '',
        'Date: 29/04/19',
        'Time: 10:19:51',
        'Card: ************3511',
        'AID: A0000000041010',
        'Auth. code: 123456',
        // Might be a card's number, for all anybody can tell.
        'Tender: 4r7i001556*****1000',
        'TOTAL: €\u00a01.00',
        'APPROVED',
        '',
        'Please retain for your records',
        'Thank you',
      ],
    },
  })
})

test.each([
  ['"AuthorizedAmount":1', '"AuthorizedAmount":1.01'],
  ['"AuthorizedAmount":1', '"AuthorizedAmount":"much"'],
  ['"Currency":"MAD"', '"Currency":"EUR"'],
  ['"Result":"Success"', '"Result":"Partial"'],
  ['"Result":"Success"', '"Result":"Fine"'],
  ['"Result":"Success"', '"Result":"Failure","ErrorCondition":"InProgress"'],
  ['"TransactionID":"000003"', '"TransactionID":"000004"'],
  ['"TimeStamp":"2019-04-29T00:00:00.000Z","TransactionID":"000003"', '"TimeStamp":"2019-04-28T23:59:00Z"'],
])('with %s become %s it is neither an approval nor a refusal', (from, to) => {
  expect(changed(from, to)).toMatchObject({ kind: 'contradictory' })
})

test.each([
  ['Refusal', 'message=CANCELLED&refusalReason=x', 'CANCELLED'],
  ['NoSuchConditionYet', 'refusalReason=205%20Not%20enough', '205 Not enough'],
  ['WrongPIN', 'wrong', 'wrong'],
  ['Cancel', 'a=b', ''],
])('%s is handed on as received', (code, additional, text) => {
  const response = { Response: { Result: 'Failure', ErrorCondition: code, AdditionalResponse: additional } }
  expect(readMoneyAnswer(response, asked, poiId)).toEqual({ kind: 'refused', reason: { code, text } })
})

test('a card number the terminal puts into its words stays in the driver', () => {
  const response = {
    Response: {
      Result: 'Failure',
      ErrorCondition: 'Refusal',
      AdditionalResponse: 'message=card 5555 5555 5555 4444',
    },
  }
  expect(refusalOf(response).text).toBe('card 5555 55** **** 4444')
  const name = '"TransactionID":"4r7i001556529591000.8515565295894301"'
  expect(changed(name, '"TransactionID":"5555555555554444"')).toMatchObject({ approval: { trace: null } })
})

test.each([
  ['"ServiceID":"000003"', '"ServiceID":"000002"'],
  ['"SaleID":"001"', '"SaleID":"002"'],
  ['"POIID":"P400Plus-275039202"', '"POIID":"P400Plus-275039203"'],
  ['"MessageType":"Response"', '"MessageType":"Notification"'],
  ['"MessageCategory":"Payment"', '"MessageCategory":"Reversal"'],
])('with %s become %s it is to something else', (from, to) => {
  expect(readReply(sample.replace(from, to), request, null).kind).toBe('other')
})

test('an answer that should be sealed and is not, is not believed', () => {
  const seal = new MessageSeal({ keyIdentifier: 'k', keyVersion: 1, passphrase: 'p' })
  expect(readReply(sample, request, seal)).toMatchObject({ kind: 'forged' })
})

test('a former answer under our own clear header is not believed', () => {
  const seal = new MessageSeal({ keyIdentifier: 'k', keyVersion: 1, passphrase: 'p' })
  const former = sample.replace('"ServiceID":"000003"', '"ServiceID":"000002"')
  const header = vectors.adyenPayment.SaleToPOIResponse.MessageHeader
  const dressed = (plain: string): string =>
    JSON.stringify({ SaleToPOIResponse: { MessageHeader: header, ...seal.seal(plain) } })
  expect(readReply(dressed(former), request, seal)).toMatchObject({ kind: 'forged' })
  expect(readReply(dressed(sample), request, seal)).toMatchObject({ kind: 'answer' })
})

test('a terminal that could not read us says so', () => {
  const event = {
    SaleToPOIRequest: {
      EventNotification: { EventToNotify: 'Reject', EventDetails: 'message=Did%20not%20receive%20it' },
    },
  }
  const reply = readReply(JSON.stringify(event), request, null)
  expect(reply).toMatchObject({ kind: 'rejected', detail: 'Did not receive it' })
  for (const text of ['', '[]', '{', '{"a":1}', 'HTTP/1.1 200 OK']) {
    expect(readReply(text, request, null).kind).toBe('nonsense')
  }
})

test('a trace shows paths and values, and nothing secret', () => {
  const text = traced(
    readJson(
      sample.replace('411111 **** 1111', '5167940000003315').replace('tid=75039202', 'tid=5167940000003315'),
    ) ?? {},
  )
  expect(text).toContain('MessageHeader.ServiceID=000003')
  expect(text).toContain('CardData.MaskedPan=516794******3315')
  expect(text).toContain('OutputText=(14 lines)')
  expect(text).not.toMatch(/1225|5167940000003315/)
})
