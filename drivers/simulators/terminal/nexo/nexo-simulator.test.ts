import { request as httpsRequest } from 'node:https'
import { expect, test } from 'vitest'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { linkPair } from '#drivers/transport/memory.ts'
import messages from '#test/fixtures/nexo/messages.json' with { type: 'json' }
import security from '#test/fixtures/nexo/security.json' with { type: 'json' }
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { centimesOf, dirhamsOf } from './amount.ts'
import { type NexoSimulatorOptions, nexoSimulator } from './nexo-simulator.ts'
import { TerminalSeal } from './seal.ts'
import { testAuthorityPem } from './test-certificate.data.ts'

const { sealed } = security
const key = { keyIdentifier: sealed.keyIdentifier, keyVersion: 1, passphrase: sealed.passphrase }

/** A client that writes and reads bytes by itself, in virtual time. */
function client(options: Partial<NexoSimulatorOptions> = {}) {
  const timers = new VirtualTimers()
  const clock = () => ({ utcMs: Date.UTC(2026, 10, 23, 9, 15) + timers.nowMs(), offsetMinutes: 60 })
  const simulator = nexoSimulator({ timers, clock, ...options })
  const [near, far] = linkPair()
  simulator.accept(far, 'tcp')
  let heard = Buffer.alloc(0)
  let open = true
  near.onData((bytes) => {
    heard = Buffer.concat([heard, bytes])
  })
  near.onClose(() => {
    open = false
  })
  const answers = () => {
    const texts: string[] = []
    while (heard.length >= 4) {
      const length = heard.readUInt32BE(0)
      texts.push(heard.toString('utf8', 4, 4 + length))
      heard = heard.subarray(4 + length)
    }
    return texts.map((text) => JSON.parse(text))
  }
  const send = (text: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(Buffer.byteLength(text))
    return near.write(Buffer.concat([length, Buffer.from(text)]))
  }
  return {
    timers,
    simulator,
    near,
    isOpen: () => open,
    send,
    answers,
    /** Sends, waits, and reads all that came. */
    async ask(text: string, ms = 10_000) {
      await send(text)
      await timers.advance(ms)
      return answers()
    },
  }
}

const { payment, refund, abort, transactionStatus, diagnosis, reconciliation } = messages.requests
const statusOf = (serviceId: string) =>
  transactionStatus.replace('"ServiceID":"000007"}', `"ServiceID":"${serviceId}"}`)
const standing = ({ simulator }: ReturnType<typeof client>) =>
  simulator.standing().map(({ reference, amountMinor }) => [reference, amountMinor])

test('the recorded requests are understood, and answered with everything echoed', async () => {
  const till = client()
  const [paid] = await till.ask(payment)
  expect(paid.SaleToPOIResponse.MessageHeader).toEqual({
    ProtocolVersion: '3.0',
    MessageClass: 'Service',
    MessageCategory: 'Payment',
    MessageType: 'Response',
    ServiceID: '000007',
    SaleID: 'Hanout',
    POIID: 'V400m-123456789',
  })
  const { PaymentResponse: response } = paid.SaleToPOIResponse
  expect(response.Response.Result).toBe('Success')
  expect(response.PaymentResult.AmountsResp).toEqual({ Currency: 'MAD', AuthorizedAmount: 125.5 })
  expect(response.SaleData.SaleTransactionID.TransactionID).toBe('000007')
  const [refunded] = await till.ask(refund)
  expect(refunded.SaleToPOIResponse.PaymentResponse.Response.Result).toBe('Success')
  expect(standing(till)).toEqual([
    ['000007', 12_550],
    ['000008', -500],
  ])
  const { TransactionID, TimeStamp } = response.POIData.POITransactionID
  const reversal = messages.requests.reversal
    .replace('4r7i001556529591000.8515565295894301', TransactionID)
    .replace('2026-11-23T09:15:03.000Z', TimeStamp)
  const [reversed] = await till.ask(reversal)
  expect(reversed.SaleToPOIResponse.ReversalResponse.Response.Result).toBe('Success')
  expect(standing(till)).toEqual([['000008', -500]])
  const [health] = await till.ask(diagnosis)
  expect(health.SaleToPOIResponse.DiagnosisResponse.POIStatus.GlobalStatus).toBe('OK')
  const [settled] = await till.ask(reconciliation)
  const [totals] = settled.SaleToPOIResponse.ReconciliationResponse.TransactionTotals
  expect(totals.PaymentTotals).toEqual([
    { TransactionType: 'Debit', TransactionCount: 1, TransactionAmount: 125.5 },
    { TransactionType: 'ReverseDebit', TransactionCount: 1, TransactionAmount: 125.5 },
    { TransactionType: 'Credit', TransactionCount: 1, TransactionAmount: 5 },
  ])
})

test('a message that comes twice is answered twice and charged once', async () => {
  const till = client()
  await till.send(payment)
  const [during] = await till.ask(payment, 500)
  expect(during.SaleToPOIResponse.PaymentResponse.Response.ErrorCondition).toBe('InProgress')
  await till.timers.advance(5_000)
  const [first] = till.answers()
  const [second] = await till.ask(payment)
  expect(second).toEqual(first)
  expect(standing(till)).toEqual([['000007', 12_550]])
})

test('while a payment waits everything is refused but an abort and a question about it', async () => {
  const till = client()
  await till.send(payment)
  for (const [text, category] of [
    [refund, 'Payment'],
    [diagnosis, 'Diagnosis'],
    [reconciliation, 'Reconciliation'],
  ] as const) {
    const [answer] = await till.ask(text, 100)
    expect(answer.SaleToPOIResponse[`${category}Response`].Response.ErrorCondition).toBe('Busy')
  }
  const [asked] = await till.ask(statusOf('000007'), 100)
  expect(asked.SaleToPOIResponse.TransactionStatusResponse.Response.ErrorCondition).toBe('InProgress')
  const [unknown] = await till.ask(statusOf('000099'), 100)
  expect(unknown.SaleToPOIResponse.TransactionStatusResponse.Response.ErrorCondition).toBe('NotFound')
  const [aborted, ...more] = await till.ask(abort, 100)
  expect(aborted.SaleToPOIResponse.PaymentResponse.Response.ErrorCondition).toBe('Aborted')
  expect(more).toEqual([])
  const [told] = await till.ask(statusOf('000007'), 100)
  const { RepeatedResponseMessageBody: body } =
    told.SaleToPOIResponse.TransactionStatusResponse.RepeatedMessageResponse
  expect(body).toEqual({ PaymentResponse: aborted.SaleToPOIResponse.PaymentResponse })
  expect(standing(till)).toEqual([])
})

test.each([
  ['no till sends a ServiceID of eleven characters', '"ServiceID":"000007"', '"ServiceID":"00000700007"'],
  ['nor none', '"ServiceID":"000007"', '"ServiceID":""'],
  ['nor a number for it', '"ServiceID":"000007"', '"ServiceID":7'],
  ['a SaleID is required', '"SaleID":"Hanout",', ''],
  ['a category must exist', '"MessageCategory":"Payment"', '"MessageCategory":"Pay"'],
])('%s: rejected', async (_why, from, to) => {
  const till = client()
  const [answer] = await till.ask(payment.replace(from, to))
  expect(answer.SaleToPOIRequest.EventNotification.EventToNotify).toBe('Reject')
  expect(till.simulator.journal()).toEqual([])
})

test.each([
  ['"ProtocolVersion":"3.0"', '"ProtocolVersion":"2.0"', 'MessageFormat'],
  ['"MessageClass":"Service"', '"MessageClass":"Device"', 'MessageFormat'],
  ['125.50', '"125.50"', 'MessageFormat'],
  ['125.50', '125.505', 'MessageFormat'],
  ['125.50', '-1', 'MessageFormat'],
  ['125.50', '0', 'NotAllowed'],
  ['"Currency":"MAD"', '"Currency":"EUR"', 'NotAllowed'],
  ['"Currency":"MAD"', '"Currency":"504"', 'MessageFormat'],
  ['"TransactionID":"000007",', '', 'MessageFormat'],
  ['2026-11-23T09:15:00.000Z', 'today', 'MessageFormat'],
])('with %s become %s nothing is charged', async (from, to, condition) => {
  const till = client()
  const [answer] = await till.ask(payment.replace(from, to))
  expect(answer.SaleToPOIResponse.PaymentResponse.Response).toMatchObject({
    Result: 'Failure',
    ErrorCondition: condition,
  })
  expect(till.simulator.journal()).toEqual([])
})

test('another name than its own is not answered to', async () => {
  const till = client({ poiId: 'V400m-000000000' })
  const [answer] = await till.ask(payment)
  expect(answer.SaleToPOIRequest.EventNotification.EventDetails).toContain('POIID')
})

test('a length that no message has ends the connection', async () => {
  const till = client()
  await till.near.write(Uint8Array.of(0xff, 0xff, 0xff, 0xff))
  await till.timers.advance(10)
  expect(till.isOpen()).toBe(false)
})

test('what Adyen’s own library sealed is understood; what was changed is rejected', async () => {
  const seal = new TerminalSeal(key)
  expect(seal.open(sealed.message.SaleToPOIRequest)).toEqual({ plain: sealed.plain })
  const till = client({ security: key })
  const text = JSON.stringify(sealed.message)
  const [answer] = await till.ask(text)
  const opened = seal.open(answer.SaleToPOIResponse)
  expect(
    'plain' in opened && JSON.parse(opened.plain).SaleToPOIResponse.PaymentResponse.Response.Result,
  ).toBe('Success')
  expect(JSON.stringify(answer)).not.toContain('PaymentResponse"')
  for (const spoiled of [
    text.replace('gTqOZIi7', 'gTqOZIi8'),
    text.replace('fbyLEOl5', 'gbyLEOl5'),
    text.replace('ABEiM0RV', 'ABEiM0RW'),
    text.replace('hanout-key', 'other-key'),
    text.replace('"ServiceID":"000007"', '"ServiceID":"000008"'),
    payment,
  ]) {
    const [rejected] = await till.ask(spoiled)
    expect(rejected.SaleToPOIRequest.EventNotification.EventToNotify).toBe('Reject')
  }
  expect(standing(till)).toEqual([['000007', 12_550]])
})

test('power fails while it waits for the card: never charged, and it says so', async () => {
  const till = client()
  await till.send(payment)
  await till.timers.advance(500)
  till.simulator.powerCycle(1_000)
  await till.timers.advance(500)
  expect(till.isOpen()).toBe(false)
  expect(till.simulator.standing()).toEqual([])
})

test('amounts are exact both ways', () => {
  for (const minor of [1, 10, 100, 12_550, 99_999, 9_999_999_999]) {
    expect(centimesOf(JSON.parse(JSON.stringify(dirhamsOf(minor))))).toBe(minor)
  }
  for (const odd of [0.001, -1, 1e21, Number.NaN, '1.00', null]) expect(centimesOf(odd)).toBeNull()
})

test('anybody’s HTTPS client is served, on /nexo only', async () => {
  const simulator = nexoSimulator({ timings: { cardMs: 5, authoriseMs: 5 } })
  const listener = await listenTcp({ port: 0 }, (link) => simulator.accept(link, 'https'))
  const call = (method: string, path: string, body = ''): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const asked = httpsRequest(
        {
          host: '127.0.0.1',
          port: listener.port,
          method,
          path,
          ca: testAuthorityPem,
          checkServerIdentity: () => undefined,
          agent: false,
        },
        (response) => {
          let text = ''
          response.on('data', (piece) => {
            text += piece
          })
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  const paid = await call('POST', '/nexo', payment)
  expect(paid.status).toBe(200)
  expect(JSON.parse(paid.text).SaleToPOIResponse.PaymentResponse.Response.Result).toBe('Success')
  expect(await call('POST', '/nexo', abort)).toEqual({ status: 200, text: '' })
  // Adyen's libraries for Java and .NET post to `/nexo/`.
  expect((await call('POST', '/nexo/', abort)).status).toBe(200)
  expect((await call('GET', '/nexo')).status).toBe(405)
  expect((await call('POST', '/', payment)).status).toBe(404)
  const nonsense = await call('POST', '/nexo', 'hello')
  expect(JSON.parse(nonsense.text).SaleToPOIRequest.EventNotification.EventToNotify).toBe('Reject')
  simulator.close()
  await listener.close()
})
