import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { paperKey } from '#shared/kernel/paper-kinds.ts'
import { dirham } from '#shared/money/amount.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { type PrinterId, PrintingShop } from './printing-shop.ts'

type Move = (shop: PrintingShop) => Promise<unknown>

const shiftId = 'shift' as never
const papers: readonly PaperRequest[] = [
  { kind: 'testPage' },
  { kind: 'shiftReport', shift: shiftId, language: 'fr' },
]

const printer = fc.constantFrom<PrinterId>('counter', 'office')
const outcome = fc.constantFrom(
  { outcome: 'done' } as const,
  { outcome: 'notStarted', reason: 'paperOut' } as const,
  { outcome: 'unknown', reason: 'lineLost' } as const,
)

const ask = fc.constantFrom(...papers).map(
  (paper): Move =>
    (shop) =>
      shop.send({ type: 'printPaper', paper }),
)
const say = fc.tuple(printer, outcome, fc.boolean()).map(
  ([which, how, cameOut]): Move =>
    (shop) =>
      shop.say(which, how, cameOut),
)
const answer = fc.tuple(fc.nat(9), fc.constantFrom('again', 'leave')).map(
  ([nth, what]): Move =>
    async (shop) => {
      const open = shop.jobs().filter(({ state }) => state === 'unknown' || state === 'notStarted')
      const job = open[nth % Math.max(1, open.length)]?.id
      if (job === undefined) return
      const done = await shop.send({ type: 'answerPrint', job, answer: what })
      // Two screens that answer at once are one answer.
      if (done && (await shop.send({ type: 'answerPrint', job, answer: what })))
        shop.wrong.push(`job ${job} was answered twice`)
    },
)

const move = fc.oneof(
  { weight: 5, arbitrary: ask },
  { weight: 8, arbitrary: say },
  { weight: 3, arbitrary: answer },
  {
    weight: 1,
    arbitrary: printer.map(
      (which): Move =>
        (shop) =>
          shop.carry(which),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map(
      (full): Move =>
        (shop) =>
          shop.fillDisk(full),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -7_200_000, max: 60_000 }).map(
      (ms): Move =>
        (shop) =>
          shop.wait(ms),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Move>((shop) => shop.close()) },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (cameOut): Move =>
        (shop) =>
          shop.cutPower(cameOut),
    ),
  },
)

/** Found by hand: the second of two copies comes out alone; the next one must not have its number. */
const aloneAtTheOther: readonly Move[] = [
  (shop) => shop.send({ type: 'printPaper', paper: { kind: 'testPage' } }),
  (shop) => shop.send({ type: 'printPaper', paper: { kind: 'testPage' } }),
  (shop) => shop.say('counter', { outcome: 'notStarted', reason: 'paperOut' }, false),
  (shop) => shop.say('counter', { outcome: 'done' }, true),
  (shop) => shop.say('office', { outcome: 'notStarted', reason: 'coverOpen' }, false),
  (shop) => shop.send({ type: 'printPaper', paper: { kind: 'testPage' } }),
]

/** A till that was set up, shift open. */
function setUp(): string {
  const folder = testFolder()
  const ledger = testLedger(folder)
  ledger.append(
    [
      { kind: 'shopConfigured', settings: unsetSettings },
      { kind: 'shiftOpened', shiftId, businessDay: '2026-11-27', cashier: 'amina', float: dirham(0) },
    ],
    'amina',
    { utcMs: Date.UTC(2026, 10, 27, 8), offsetMinutes: 60 },
  )
  ledger.close()
  return folder
}

const twice = (all: readonly string[]): readonly string[] =>
  all.filter((one, index) => all.indexOf(one) !== index)

/** What the journal says came out, or may have. */
function toldOf(shop: PrintingShop): readonly { readonly sheet: string; readonly outcome: string }[] {
  return shop
    .facts()
    .filter((fact) => fact.kind === 'paperPrinted')
    .map(({ paper, copy, outcome: how }) => ({ sheet: `${paperKey(paper)} #${copy}`, outcome: how }))
}

test('whatever printers, disk, clock, power and people do: no copy has another’s number, none is lost, none comes out unasked', async () => {
  const from = setUp()
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 30 }), async (moves) => {
      await using shop = new PrintingShop(from)
      for (const each of moves) await each(shop)
      await shop.finish()

      const out: readonly string[] = shop.out
      const told = toldOf(shop)
      const mayBeOut = told.filter(({ outcome: how }) => how !== 'notStarted').map(({ sheet }) => sheet)
      expect(shop.wrong).toEqual([])
      expect(twice(shop.out), 'two papers with one number').toEqual([])
      expect(twice(mayBeOut), 'two papers told with one number').toEqual([])
      expect(
        shop.out.filter((sheet) => !mayBeOut.includes(sheet)),
        'came out untold',
      ).toEqual([])
      const certain: readonly string[] = told
        .filter(({ outcome: how }) => how === 'done')
        .map(({ sheet }) => sheet)
      expect(
        certain.filter((sheet) => !out.includes(sheet)),
        'told and never came out',
      ).toEqual([])
      // Jobs are never deleted: the newest one has the number of all that were asked for.
      expect(shop.jobs().at(-1)?.id ?? 0).toBe(shop.asked)
      expect(shop.jobs().filter(({ state }) => state === 'queued' || state === 'printing')).toEqual([])
      expect(shop.problems()).toEqual([])
    }),
    { numRuns: 60, examples: [[[...aloneAtTheOther]]] },
  )
}, 120_000)
