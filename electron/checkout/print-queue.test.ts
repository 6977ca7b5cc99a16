import { expect, onTestFinished, test } from 'vitest'
import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { stoppedClock, testLedger } from '#test/harness/ledger-folder.ts'
import type { LaidPaper, PaperOutcome, PaperPrinter } from './ports.ts'
import { openPrintQueue, type PrintQueueParts } from './print-queue.ts'
import { printJobViews } from './print-views.ts'

const laid: LaidPaper = { kind: 'document', document: { language: 'fr', blocks: [] } }
const page: PaperRequest = { kind: 'testPage' }

interface Stand {
  readonly printers?: readonly PaperPrinter[]
  readonly layout?: PrintQueueParts['layout']
  /** The ledger as the queue sees it. */
  readonly around?: (ledger: WriteLedger) => WriteLedger
}

/** A queue over a real ledger with jobs in it, of test pages. */
function openStand({ printers = [], layout = async () => laid, around = (real) => real }: Stand) {
  const real = testLedger()
  const ledger = around(real)
  const at = stoppedClock.now()
  const parts = { ledger, printers: { printersFor: () => printers, kickDrawer: async () => done } }
  const queue = openPrintQueue({
    ...parts,
    layout,
    training: false,
    log: silentLog,
    retryMs: 5,
    record(facts, beside, then) {
      real.append(facts, 'till', at, [], beside)
      then()
    },
    onChange: () => undefined,
  })
  onTestFinished(() => queue.stop())
  return {
    ledger: real,
    queue,
    ask(...papers: readonly PaperRequest[]) {
      real.append([], 'amina', at, [], { prints: papers })
      queue.wake()
    },
    views: () => printJobViews({ ...parts, ending: queue.ending }),
    facts: () =>
      [...real.entriesAfter(0)].map(({ fact }) => fact).filter(({ kind }) => kind === 'paperPrinted'),
  }
}

const done: PaperOutcome = { outcome: 'done' }
const printer = (id: string, print: PaperPrinter['print'] = async () => done): PaperPrinter => ({
  id,
  name: `The ${id}`,
  print,
})

test.each([
  ['is not there', async () => null],
  ['throws', () => Promise.reject(new Error('no font'))],
])('a paper whose layout %s ends by itself, and the next one comes out', async (_how, layout) => {
  const sheets: LaidPaper[] = []
  const take = printer('counter', async (paper) => {
    sheets.push(paper)
    return done
  })
  let first = true
  const stand = openStand({
    printers: [take, printer('other')],
    layout: async () => {
      if (!first) return laid
      first = false
      return layout()
    },
  })
  stand.ask(page, page)
  await expect.poll(() => stand.views().map(({ state }) => state)).toEqual(['notStarted', 'done'])
  expect(stand.views()[0]).toMatchObject({ trouble: 'notLaidOut', printer: 'The counter', copy: 0 })
  expect(sheets).toHaveLength(1)
  expect(stand.facts()).toMatchObject([
    { copy: 0, outcome: 'notStarted', printer: 'counter' },
    { copy: 0, outcome: 'done', printer: 'counter' },
  ])
})

test('a driver that throws leaves its job unknown, and goes on with the next', async () => {
  let jobs = 0
  const clumsy = printer('counter', async () => {
    jobs++
    if (jobs === 1) throw new Error('half way')
    return done
  })
  const stand = openStand({ printers: [clumsy, printer('other')] })
  stand.ask(page, page)
  await expect
    .poll(() => stand.views().map(({ state, copy }) => [state, copy]))
    .toEqual([
      ['unknown', 0],
      ['done', 1],
    ])
})

test('nothing is sent that the disk does not know is being sent; it is once the disk takes it', async () => {
  let refusals = 2
  const sent: string[] = []
  const stand = openStand({
    printers: [
      printer('counter', async () => {
        sent.push('counter')
        return done
      }),
    ],
    around: (real) => ({
      ...real,
      printQueue: {
        ...real.printQueue,
        begin(id, to) {
          if (refusals-- > 0) {
            sent.push(`refused while ${real.printJobs.find(id)?.state}`)
            throw new LedgerUnwritable('disk full')
          }
          return real.printQueue.begin(id, to)
        },
      },
    }),
  })
  stand.ask(page)
  await expect.poll(() => stand.views()[0]?.state).toBe('done')
  expect(sent).toEqual(['refused while queued', 'refused while queued', 'counter'])
})

test('a job is durable as printing before its first byte', async () => {
  const states: (string | undefined)[] = []
  const stand = openStand({
    printers: [
      printer('counter', async () => {
        states.push(stand.ledger.printJobs.find(1)?.state)
        return done
      }),
    ],
  })
  stand.ask(page)
  await expect.poll(() => stand.queue.busy()).toBe(false)
  expect(states).toEqual(['printing'])
})

test('a queue that stops begins nothing more, and leaves what waits in the ledger', async () => {
  const { promise: out, resolve: comesOut } = Promise.withResolvers<PaperOutcome>()
  const stand = openStand({ printers: [printer('counter', () => out)] })
  stand.ask(page, page)
  await expect.poll(() => stand.views().map(({ state }) => state)).toEqual(['printing', 'queued'])
  stand.queue.stop()
  expect(stand.queue.busy()).toBe(true)
  comesOut(done)
  await expect.poll(() => stand.queue.busy()).toBe(false)
  expect(stand.views().map(({ state }) => state)).toEqual(['done', 'queued'])
})

test('one that is stopped while its job is handed on says that nothing came out', async () => {
  const { promise: out, resolve: comesOut } = Promise.withResolvers<PaperOutcome>()
  const stand = openStand({ printers: [printer('counter', () => out), printer('other')] })
  stand.ask(page)
  await expect.poll(() => stand.views()[0]?.state).toBe('printing')
  stand.queue.stop()
  comesOut({ outcome: 'notStarted', reason: 'coverOpen' })
  await expect.poll(() => stand.views()).toMatchObject([{ state: 'notStarted', trouble: 'coverOpen' }])
})

test('one that is stopped while a job waits for the printer it was handed on to says that nothing came out', async () => {
  const { promise: out, resolve: comesOut } = Promise.withResolvers<PaperOutcome>()
  const dead = printer('dead', async () => ({ outcome: 'notStarted', reason: 'unreachable' }))
  const stand = openStand({ printers: [dead, printer('other', () => out)] })
  stand.ask(page, page)
  await expect
    .poll(() => stand.views().map(({ state, printer: name }) => [state, name]))
    .toEqual([
      ['printing', 'The other'],
      ['printing', 'The dead'],
    ])
  await expect.poll(() => stand.ledger.printJobs.waiting()).toEqual([])
  stand.queue.stop()
  comesOut(done)
  await expect.poll(() => stand.queue.busy()).toBe(false)
  expect(stand.views()).toMatchObject([
    { state: 'done', copy: 0 },
    { state: 'notStarted', trouble: 'unreachable', copy: 1 },
  ])
  expect(stand.ledger.nextCopyOf(page)).toBe(1)
})

test('a printer that is set up anew while a paper is laid out gets it as it is then', async () => {
  const old = printer('counter', async () => ({ outcome: 'notStarted', reason: 'unreachable' }))
  const printers = [old]
  const stand = openStand({
    printers,
    async layout() {
      printers[0] = printer('counter')
      return laid
    },
  })
  stand.ask(page)
  await expect.poll(() => stand.views()).toMatchObject([{ state: 'done', printer: 'The counter' }])
})
