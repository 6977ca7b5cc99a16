import { expect, test } from 'vitest'
import type { LaidPaper } from '#electron/checkout/ports.ts'
import { holds, openShopKey } from '#electron/platform/shop-key.ts'
import type { AttemptId, ShiftId, Sku, TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { dirham } from '#shared/money/amount.ts'
import type { PaperBlock, PaperDocument } from '#shared/receipt/document.ts'
import { parseSignedText } from '#shared/receipt/signed-code.ts'
import { saleFacts } from '#test/harness/ledger-facts.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { firstSales, giveCertificate, giveForm, giveInvoice } from '#test/harness/ledger-papers.ts'
import { demoItem, demoSettings } from '#test/harness/made-up-shop.ts'
import { layPaper } from './lay-paper.ts'
import { paperViews } from './paper-views.ts'

const at = stoppedClock.now()
const shiftId = 'shift' as ShiftId
const businessDay = '2024-01-02'

/** A shop with one card sale, and one of everything made out for it. */
function opened(part: { readonly key?: null } = {}) {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const items = [demoItem(1), demoItem(2)]
  ledger.append(
    [
      { kind: 'shopConfigured', settings: demoSettings },
      { kind: 'catalogueLoaded', items },
      { kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float: dirham(0) },
    ],
    'amina',
    at,
  )
  const sale = saleFacts({
    n: 1,
    number: 1,
    shiftId,
    businessDay,
    items,
    tender: 'card',
    terminalSequence: 1,
  })
  for (const { facts, forwards } of sale.steps) ledger.append(facts, 'amina', at, forwards)
  const [ticket] = firstSales(ledger, 1)
  if (ticket === undefined) throw new Error('a sale')
  const invoice = giveInvoice(ledger, ticket.number)
  const form = giveForm(ledger, ticket)
  const certificate = giveCertificate(ledger, ticket)
  const key = openShopKey(folder)
  const asked: Sku[] = []
  let keyAsked = 0
  const layout = layPaper({
    clock: stoppedClock,
    key() {
      keyAsked += 1
      return part.key === null ? null : key
    },
    async photograph(sku) {
      asked.push(sku)
      return { widthPx: 2, heightPx: 1, grey: Uint8Array.of(0, 255) }
    },
  })
  const attempt = ledger
    .factsOfSale(ticket.saleId)
    .flatMap((fact) => (fact.kind === 'attemptApproved' ? [fact.attemptId] : []))[0]
  const papers: readonly PaperRequest[] = [
    { kind: 'receipt', ticket: ticket.number },
    { kind: 'giftReceipt', ticket: ticket.number, lines: null },
    { kind: 'cardSlip', attempt: attempt ?? ('none' as AttemptId) },
    { kind: 'invoice', invoice },
    { kind: 'exportForm', form },
    { kind: 'certificate', certificate },
    { kind: 'shiftReport', shift: shiftId, language: 'fr' },
  ]
  const lay = (paper: PaperRequest, copy = 0, training = false) => layout(paper, { ledger, copy, training })
  return { ledger, ticket, items, key, asked, papers, lay, keyAsked: () => keyAsked }
}

const documentOf = (laid: LaidPaper | null): PaperDocument => {
  if (laid?.kind !== 'document') throw new Error('no document')
  return laid.document
}
const qrOf = ({ blocks }: PaperDocument): string =>
  blocks.find((block): block is Extract<PaperBlock, { type: 'qr' }> => block.type === 'qr')?.data ?? ''

test('every paper of a sale is laid out, and says which copy it is, and when it is practice', async () => {
  const { papers, lay } = opened()
  for (const paper of papers) {
    const original = JSON.stringify(documentOf(await lay(paper)))
    expect(original, paper.kind).toContain(demoSettings.shop.name)
    expect(original, paper.kind).not.toContain('DUPLICATA')
    // An X is a new reading each time, never a copy.
    const copied = JSON.stringify(documentOf(await lay(paper, 2)))
    expect(copied.includes('DUPLICATA'), paper.kind).toBe(paper.kind !== 'shiftReport')
    expect(JSON.stringify(documentOf(await lay(paper, 0, true))), paper.kind).toMatch(/\*\*\* .+ \*\*\*/)
  }
})

test.each([
  { kind: 'receipt', ticket: 9 as TicketNumber },
  { kind: 'giftReceipt', ticket: 9 as TicketNumber, lines: null },
  { kind: 'cardSlip', attempt: 'nobody' as AttemptId },
  { kind: 'invoice', invoice: 9 },
  { kind: 'exportForm', form: 9 },
  { kind: 'certificate', certificate: 9 },
  { kind: 'shiftReport', shift: 'never' as ShiftId, language: 'ar' },
  { kind: 'payoutSlip', payout: 1 },
  { kind: 'labels', labels: [{ sku: 'nothing' as Sku, count: 1 }], size: '50x30' },
] satisfies PaperRequest[])('there is no paper of what is not there: $kind', async (paper) => {
  expect(await opened().lay(paper)).toBeNull()
})

test('what was voided is no paper any more', async () => {
  const { ledger, ticket, lay } = opened()
  const because = 'mistaken'
  ledger.append(
    [
      { kind: 'exportFormVoided', number: 1, ticketNumber: ticket.number, because },
      { kind: 'certificateVoided', number: 1, ticketNumber: ticket.number, because },
    ],
    'amina',
    at,
  )
  expect(await lay({ kind: 'exportForm', form: 1 })).toBeNull()
  expect(await lay({ kind: 'certificate', certificate: 1 })).toBeNull()
})

test('receipts and certificates are signed by the shop; nothing of a practice till ever is', async () => {
  const { ticket, key, asked, lay } = opened()
  for (const paper of [
    { kind: 'receipt', ticket: ticket.number },
    { kind: 'certificate', certificate: 1 },
  ] as const) {
    const signed = parseSignedText(qrOf(documentOf(await lay(paper))))
    expect(signed?.code).toMatchObject({ kind: paper.kind, ticket: 1 })
    expect(holds(key.publicKey, signed?.text ?? '', signed?.signature ?? '')).toBe(true)
    const practice = qrOf(documentOf(await lay(paper, 0, true)))
    const claimed = parseSignedText(practice)
    expect(claimed !== null && holds(key.publicKey, claimed.text, claimed.signature)).toBe(false)
  }
  expect(new Set(asked)).toEqual(new Set([ticket.lines[0]?.sku]))
})

test('no practice asks for the shop’s key: it would be made, and told to the real journal', async () => {
  const { papers, lay, keyAsked } = opened()
  for (const paper of papers) expect(await lay(paper, 0, true), paper.kind).not.toBeNull()
  expect(keyAsked()).toBe(0)
  await lay({ kind: 'certificate', certificate: 1 })
  expect(keyAsked()).toBe(1)
})

test('without the shop’s key receipts go out unsigned, and certificates not at all', async () => {
  const { ticket, lay } = opened({ key: null })
  expect(qrOf(documentOf(await lay({ kind: 'receipt', ticket: ticket.number })))).toMatch(/^HANOUT1:/)
  expect(await lay({ kind: 'certificate', certificate: 1 })).toBeNull()
})

test('labels bear the prices of now', async () => {
  const { items, lay } = opened()
  const labels = items.map(({ sku }) => ({ sku, count: 3 }))
  const laid = await lay({ kind: 'labels', labels, size: '58x40' })
  expect(laid).toMatchObject({ kind: 'labels', size: '58x40', labels: [{ count: 3 }, { count: 3 }] })
})

test('each paper is shown as a picture and as a page; a test page belongs to its printer', async () => {
  const { papers, items, lay } = opened()
  const views = paperViews({ lay })
  const labels = items.map(({ sku }) => ({ sku, count: 2 }))
  for (const paper of [...papers, { kind: 'labels', labels, size: '50x30' }] satisfies PaperRequest[]) {
    const png = await views.picture(paper)
    expect(
      Buffer.from(png ?? [])
        .subarray(1, 4)
        .toString(),
      paper.kind,
    ).toBe('PNG')
    expect(await views.page(paper), paper.kind).toMatch(/^<!doctype html>/)
  }
  expect(await views.picture({ kind: 'testPage' })).toBeNull()
  expect(await views.page({ kind: 'testPage' })).toBeNull()
  expect(await views.page({ kind: 'receipt', ticket: 9 as TicketNumber })).toBeNull()
})

test('a visitor’s telephone takes what the paper would have said', async () => {
  const { ticket, lay } = opened()
  const views = paperViews({ lay })
  const paper = qrOf(documentOf(await lay({ kind: 'receipt', ticket: ticket.number })))
  expect(await views.receiptCode(ticket.number)).toBe(paper)
  expect(await views.receiptCode(9 as TicketNumber)).toBeNull()
})
