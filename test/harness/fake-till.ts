import { systemClock } from '#electron/platform/clock.ts'
import type { Till } from '#electron/till-parts.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { DeviceRead, DevicesConfig, DeviceView, PaperSheet } from '#shared/contract/devices.ts'
import type { PrintJobView } from '#shared/contract/papers.ts'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Person } from '#shared/kernel/person.ts'
import { refuse } from '#shared/kernel/refusal.ts'

export interface FakeTill {
  readonly till: Till
  /** Every command that reached the counter, with who sent it. */
  readonly sent: { readonly command: Command; readonly by: string }[]
  /** What the counter answers next; a thrown error is a defect of the till. */
  answer: (command: Command) => Answer
  /** Shows a new view, its revision one higher. */
  show(part: Partial<CheckoutView>): void
  /** The print queue is now this. */
  queue(jobs: readonly PrintJobView[]): void
  feed(sheet: PaperSheet): void
  /** The reader or the scanner read something. */
  read(read: DeviceRead): void
  /** Listeners still attached to anything. */
  watchers(): number
  closed(): boolean
}

const closedView: CheckoutView = {
  revision: 0,
  phase: 'closed',
  training: false,
  shift: null,
  sale: null,
  attempt: null,
  parked: [],
  done: null,
  lastTest: null,
  notGivenBack: null,
}

const unknownBatch = { ok: false, refusal: refuse('unknownBatch') } as const
const unknownAcquirer = { ok: false, refusal: refuse('unknownAcquirer') } as const

/** A till that takes cards and whose acquirer nobody has set up. */
const noSettlements: Till['settlements'] = {
  view: () => ({ collected: [], batches: [], lanes: [] }),
  watch: () => () => undefined,
  findBatch: () => null,
  settle: () => ({ ok: false, refusal: refuse('noAcquirer') }),
  resend: () => unknownBatch,
  enterTotals: () => unknownBatch,
  resolve: () => unknownBatch,
  export: () => unknownBatch,
  importStatement: () => unknownAcquirer,
  statements: () => [],
  findStatement: () => null,
  match: () => ({ ok: false, refusal: refuse('unknownStatement') }),
  config: () => ({ acquirers: [] }),
  configure: async () => ({ ok: true, value: null }),
  check: async () => unknownAcquirer,
  settled: async () => undefined,
  close: async () => undefined,
}

/** A till whose books are at work on something that takes for ever. */
const noBooks: Till['books'] = {
  run: async () => ({ ok: false, error: refuse('booksBusy') }),
  openFile: async () => null,
  close: async () => undefined,
}

/** A till that has sold nothing yet and whose books are at work. */
const noReports: Till['reports'] = {
  today: () => '2026-11-23',
  of: async () => ({ ok: false, error: refuse('booksBusy') }),
}

/** A till that nobody has told where its backups go. */
const noBackups: Till['backups'] = {
  view: () => ({
    settings: null,
    passphraseIn: null,
    keychain: false,
    key: 'none',
    last: null,
    stale: false,
    running: null,
    trouble: null,
  }),
  watch: () => () => undefined,
  places: async () => [],
  configure: async () => ({ ok: true, value: null }),
  backUp: () => ({ ok: false, refusal: refuse('badInput', { field: 'folder' }) }),
  list: async () => ({ ok: true, value: [] }),
  verify: async () => ({ ok: false, refusal: refuse('badInput', { field: 'file' }) }),
  sealKey: async () => ({ ok: false, refusal: refuse('forbidden') }),
  find: async () => ({ ok: true, value: [] }),
  restore: async () => ({ ok: false, refusal: refuse('backupDamaged') }),
  onRestored: () => () => undefined,
  settled: async () => undefined,
  close: async () => undefined,
}

const noMarketplace = { ok: false, refusal: refuse('noMarketplace') } as const
const unknownOrder = { ok: false, refusal: refuse('unknownOrder') } as const

/** A till whose shop is on no marketplace. */
const noMarket: Till['marketplace'] = {
  view: () => ({
    connection: null,
    listings: { online: 0, waiting: 0, refused: 0, off: 0 },
    lane: null,
    tasks: [],
    soldTwice: [],
    open: [],
  }),
  watch: () => () => undefined,
  listings: () => [],
  pastOrders: () => [],
  choose: () => noMarketplace,
  chooseAll: () => noMarketplace,
  tryAgain: () => noMarketplace,
  askNow: async () => noMarketplace,
  cancelOrder: () => unknownOrder,
  closeTask: () => unknownOrder,
  closeSoldTwice: () => ({ ok: false, refusal: refuse('nothingToAnswer') }),
  forgetBuyer: () => unknownOrder,
  config: () => null,
  configure: async () => ({ ok: true, value: null }),
  check: async () => ({ ok: false, refusal: refuse('marketplaceUnreachable') }),
  importPieces: async () => noMarketplace,
  settled: async () => undefined,
  close: async () => undefined,
}

/**
 * A till without a machine, a disk or a wire, for tests of what stands before it (the API, the shells). It keeps
 * people, settings, items and PINs as a real one would and records what it is asked.
 */
export function fakeTill(people: readonly Person[] = []): FakeTill {
  const counterWatchers = new Set<(view: CheckoutView) => void>()
  const deviceWatchers = new Set<(views: readonly DeviceView[]) => void>()
  const paperWatchers = new Set<(sheet: PaperSheet) => void>()
  const readWatchers = new Set<(read: DeviceRead) => void>()
  const laneWatchers = new Set<() => void>()
  const pins = new Map<PersonId, string>()
  const sheets: PaperSheet[] = []
  let jobs: readonly PrintJobView[] = []
  const known = { people, settings: null as ReturnType<Till['ledger']['settings']>, items: 0 }
  let config: DevicesConfig = { terminal: null, printer: null }
  let view = closedView
  let closed = false

  const learn = (command: Command): void => {
    if (command.type === 'configure') known.settings = command.settings
    if (command.type === 'setPeople') known.people = command.people
    if (command.type === 'loadCatalogue') known.items += command.items.length
  }
  const watch = <T>(set: Set<T>, listener: T): (() => void) => {
    set.add(listener)
    return () => set.delete(listener)
  }
  const ledger = {
    people: () => known.people,
    settings: () => known.settings,
    pinOf: (id: PersonId) => pins.get(id) ?? null,
    setPin: (id: PersonId, hash: string) => void pins.set(id, hash),
    onlineTasks: () => [],
    soldTwice: () => [],
    outboxCounts: () => ({ waiting: 0, byDestination: {} }),
    openShift: () => null,
    lastClosedDrawer: () => null,
    findTicket: () => null,
    findExportForm: () => null,
    listTickets: () => [],
    searchItems: () => [],
    listCategories: () => [{ category: 'rugs', items: known.items }],
  }
  const fake: FakeTill = {
    sent: [],
    answer: () => ({ ok: true, value: null }),
    show(part) {
      view = { ...view, ...part, revision: view.revision + 1 }
      for (const listener of counterWatchers) listener(view)
    },
    queue(next) {
      jobs = next
      fake.show({})
    },
    feed(sheet) {
      sheets.push(sheet)
      for (const listener of paperWatchers) listener(sheet)
    },
    read(read) {
      for (const listener of readWatchers) listener(read)
    },
    watchers: () =>
      [counterWatchers, deviceWatchers, paperWatchers, readWatchers, laneWatchers].reduce(
        (all, { size }) => all + size,
        0,
      ),
    closed: () => closed,
    till: {
      ledger: ledger as unknown as Till['ledger'],
      counter: {
        view: () => view,
        watch: (listener) => watch(counterWatchers, listener),
        send: async (command, by) => {
          fake.sent.push({ command, by })
          const answer = fake.answer(command)
          if (answer.ok) {
            learn(command)
            fake.show({})
          }
          return answer
        },
        printJobs: () => jobs,
        lay: async () => null,
        settled: async () => undefined,
        close: async () => undefined,
      },
      devices: {
        terminal: { current: () => null },
        printers: {
          printersFor: () => [],
          kickDrawer: async () => ({ outcome: 'notStarted', reason: 'unreachable' }),
        },
        list: () => [],
        watch: (listener) => watch(deviceWatchers, listener),
        config: () => config,
        configure: async (next) => {
          config = next
          return { ok: true, value: null }
        },
        discover: async () => ({ ok: true, value: { serial: [], hid: [], usb: [], spooler: [], hosts: [] } }),
        probe: async () => ({ ok: false, refusal: refuse('badInput', { field: 'place' }) }),
        service: async () => ({ ok: false, refusal: refuse('deviceUnknown') }),
        settleTerminal: async () => ({
          ok: false,
          reason: { code: 'TILL-NO-TERMINAL', text: '' },
          sent: false,
        }),
        readTotals: async () => ({ ok: false, reason: { code: 'TILL-NO-TERMINAL', text: '' } }),
        trace: () => ({ ok: false, refusal: refuse('deviceUnknown') }),
        onRead: (listener) => watch(readWatchers, listener),
        check: async () => ({ ok: false, refusal: refuse('deviceUnknown') }),
        testPrint: async () => ({ ok: false, refusal: refuse('noPrinter') }),
        setTerminalFault: () => ({ ok: false, refusal: refuse('deviceUnknown') }),
        setPrinterFault: () => ({ ok: false, refusal: refuse('deviceUnknown') }),
        recentPaper: () => sheets,
        onPaper: (listener) => watch(paperWatchers, listener),
        close: async () => undefined,
      },
      settlements: noSettlements,
      marketplace: noMarket,
      shop: null,
      forwards: { lanes: () => [], watch: (listener) => watch(laneWatchers, listener) },
      folder: '/nowhere',
      clock: systemClock,
      papers: { picture: async () => null, page: async () => null, receiptCode: async () => null },
      books: noBooks,
      reports: noReports,
      backups: noBackups,
      close: async () => {
        closed = true
      },
    },
  }
  return fake
}
