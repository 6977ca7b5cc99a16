import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Counter } from '#electron/checkout/counter.ts'
import { openCounter } from '#electron/checkout/open-counter.ts'
import type { ReadLedger } from '#electron/ledger/handles.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { History } from '#electron/ledger/read-ledger.ts'
import { openScratchLedger } from '#electron/ledger/scratch.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { randomIds } from '#electron/platform/ids.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { FactKind, FactOf } from '#shared/checkout/fact.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { Sku, TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest, PaperUse } from '#shared/kernel/paper-kinds.ts'
import { type Dirham, dirham } from '#shared/money/amount.ts'
import { type BadDisk, badDisk } from './bad-disk.ts'
import { printersOf, type ScriptedPrinter, scriptedPrinter } from './scripted-printer.ts'
import {
  approval,
  type ScriptedTerminal,
  scriptedTerminal,
  type TerminalWanted,
} from './scripted-terminal.ts'

export interface StageClock extends Clock {
  advance(ms: number): void
}

/** Another terminal than before; `null`: none is configured any more. */
export interface TerminalChange extends Pick<TerminalWanted, 'can'> {
  readonly terminalId: string | null
}

export interface StageWanted extends TerminalWanted {
  /** What the main printer is for. Default: everything. */
  readonly papers?: readonly PaperUse[]
  /** Printers beside the main one, in order. */
  readonly morePrinters?: readonly ScriptedPrinter[]
  /** What closings are signed with. Default: nothing. */
  readonly key?: ShopKey
}

/** A paper as it was laid out for a printer. */
export interface LaidOut {
  readonly paper: PaperRequest
  readonly copy: number
}

/** A counter over a real ledger on a real disk, whose terminal, printer, disk and clock the test holds in its hands. */
export interface Stage {
  readonly counter: Counter
  readonly ledger: ReadLedger & History
  readonly terminal: ScriptedTerminal
  readonly printer: ScriptedPrinter
  readonly disk: BadDisk
  readonly clock: StageClock
  /** Papers laid out so far, in order. */
  readonly laidOut: readonly LaidOut[]
  /** Their copy numbers. */
  readonly copies: readonly number[]
  view(): CheckoutView
  send(command: Command): Promise<Answer>
  /** Sends a command that must not be refused. */
  accepted(command: Command): Promise<void>
  /** Scans one. */
  ring(sku: string): Promise<void>
  /** A whole cash sale of one, paper included. */
  sell(sku: string): Promise<void>
  /** A whole card sale of one, paper included. */
  sellOnCard(sku: string): Promise<void>
  /** As after a power cut: what was not in the ledger is gone; the devices stay. */
  restart(change?: TerminalChange): Promise<void>
  facts<K extends FactKind>(kind: K): readonly FactOf<K>[]
  /** What `verify` has to say. */
  problems(): readonly unknown[]
  dirhams(whole: number): Dirham
  number(ticket: number): TicketNumber
}

const item = (sku: string, price: number, unique: boolean): CatalogueItem => ({
  sku: sku as Sku,
  name: { fr: sku },
  price: dirham(price),
  floor: null,
  vat: '20',
  unique,
  stock: unique ? 1 : 50,
  owner: null,
  barcodes: [],
  category: null,
  maker: null,
  village: null,
})

/** Opens a shop with a pot (120 DH, fifty of them) and one rug (1000 DH), shift open under amina. */
export async function openStage(wanted: StageWanted = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-scenario-'))
  const clock = stageClock()
  const laidOut: LaidOut[] = []
  let terminal = scriptedTerminal(wanted)
  let configured = true
  const printer = scriptedPrinter('printer', wanted.papers)
  let opened = open()

  function open() {
    const ledger = openLedger({ folder, clock, create: true })
    const disk = badDisk(ledger)
    const { key } = wanted
    if (key !== undefined && ledger.shopKey() !== key.publicKey)
      ledger.append([{ kind: 'shopKeyMade', publicKey: key.publicKey }], 'till', clock.now())
    const counter = openCounter({
      ledger: disk.ledger,
      terminal: { current: () => (configured ? terminal.current() : null) },
      printers: printersOf(printer, wanted.morePrinters),
      layout: async (paper, { copy }) => {
        laidOut.push({ paper, copy })
        return { kind: 'document', document: { language: 'fr', blocks: [] } }
      },
      clock,
      ids: randomIds,
      log: silentLog,
      retryMs: 10,
      graceMs: 50,
      openScratch: () => openScratchLedger({ folder, from: ledger, clock }),
      trainingStepMs: 0,
      key: () => key ?? null,
    })
    return { ledger, disk, counter }
  }

  async function shut(): Promise<void> {
    await opened.counter.close()
    opened.ledger.close()
  }

  const stage: Stage = {
    get counter() {
      return opened.counter
    },
    get ledger() {
      return opened.ledger
    },
    get terminal() {
      return terminal
    },
    printer,
    get disk() {
      return opened.disk
    },
    clock,
    laidOut,
    get copies() {
      return laidOut.map(({ copy }) => copy)
    },
    view: () => opened.counter.view(),
    send: (command) => opened.counter.send(command, 'amina'),
    async accepted(command) {
      expect(await opened.counter.send(command, 'amina')).toEqual({ ok: true, value: null })
    },
    ring: (sku) => stage.accepted({ type: 'scan', code: sku, quantity: 1 }),
    async sell(sku) {
      await stage.ring(sku)
      await stage.accepted({ type: 'payCash', given: dirham(200_000) })
      await opened.counter.settled()
    },
    async sellOnCard(sku) {
      await stage.ring(sku)
      await stage.accepted({ type: 'payCard', amount: null })
      await (await terminal.next('charge')).answer({ outcome: 'approved', approval })
      await opened.counter.settled()
    },
    async restart(change) {
      await shut()
      if (change !== undefined) {
        const { operations } = terminal
        const { terminalId, can = wanted.can } = change
        configured = terminalId !== null
        const id = terminalId ?? 'none'
        terminal = Object.assign(scriptedTerminal({ id, ...(can && { can }) }), { operations })
      }
      opened = open()
    },
    facts: (kind) => {
      const facts = [...opened.ledger.entriesAfter(0)].map((entry) => entry.fact)
      return facts.filter((fact): fact is FactOf<typeof kind> => fact.kind === kind)
    },
    problems: () => verifyLedger(folder).problems,
    dirhams: (whole) => dirham(whole * 100),
    number: (ticket) => ticket as TicketNumber,
  }

  onTestFinished(async () => {
    await shut()
    rmSync(folder, { recursive: true, force: true })
  })
  await stage.accepted({ type: 'configure', settings: shopSettings })
  await stage.accepted({
    type: 'loadCatalogue',
    items: [item('POT', 12_000, false), item('RUG', 100_000, true)],
  })
  await stage.accepted({ type: 'openShift', cashier: 'amina', float: dirham(50_000) })
  return stage
}

const shopSettings = {
  ...unsetSettings,
  shop: { ...unsetSettings.shop, name: 'Atelier', nameAr: 'ورشة' },
}

function stageClock(): StageClock {
  let utcMs = Date.UTC(2026, 10, 23, 9, 0, 0)
  return {
    now: () => ({ utcMs, offsetMinutes: 60 }),
    advance(ms) {
      utcMs += ms
    },
  }
}
