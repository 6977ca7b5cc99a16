import {
  type AcquirerSimulator,
  type AcquirerSimulatorOptions,
  acquirerSimulator,
} from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import type { SettleOutcome, TotalsOutcome } from '#drivers/terminals/terminal.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { openForwards } from '#electron/forwarders/open-forwards.ts'
import type { OutboxPump } from '#electron/forwarders/outbox-pump.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { OutboxRows } from '#electron/ledger/outbox-handles.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { type Log, silentLog } from '#electron/platform/log.ts'
import { openShopKey } from '#electron/platform/shop-key.ts'
import { openSettlements } from '#electron/settlements/open-settlements.ts'
import type { SettlementsRoom } from '#electron/settlements/settlements-room.ts'
import type { AcquirerConfig, AcquirersConfig, AcquirerWay, SettleWhen } from '#shared/contract/acquirers.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { AttemptId, ShiftId } from '#shared/kernel/ids.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import { dirham } from '#shared/money/amount.ts'
import { seeded } from '../crash/seeded.ts'
import type { JumpingClock } from './jumping-clock.ts'
import { type AttemptWanted, type CardDesk, cardApproval, cardDesk } from './ledger-cards.ts'
import type { VirtualTimers } from './virtual-timers.ts'

export const hostWay = (dialect: string): AcquirerWay => ({
  kind: 'host',
  dialect,
  place: {
    via: 'tcp',
    host: '127.0.0.1',
    port: 1,
    authorityFile: null,
    certificateFile: null,
    keyFile: null,
  },
  terminalId: 'TILL0001',
  merchantId: 'ARTISAN00000001',
  acquirerId: '450001',
  settlementId: '12345678901',
  macKeyFile: null,
})

/** One acquirer, `bank`, of terminal `t1`. */
export const bank = (
  way: AcquirerWay,
  when: SettleWhen = { at: 'hand' },
  change: Partial<AcquirerConfig> = {},
): AcquirersConfig => ({
  acquirers: [{ id: 'bank', name: 'Banque', way, when, terminals: ['t1'], statement: null, ...change }],
})

/** A host in virtual time, on one line after the other. */
export function virtualHost(
  timers: VirtualTimers,
  clock: JumpingClock,
  options: AcquirerSimulatorOptions = {},
): AcquirerSimulator {
  return acquirerSimulator({ timers, clock: () => clock.now(), timings: { answerMs: 300 }, ...options })
}

export interface StageWanted {
  readonly folder: string
  readonly config: AcquirersConfig
  readonly timers: VirtualTimers
  readonly clock: JumpingClock
  /** `null`: nobody can be reached. */
  readonly host: AcquirerSimulator | null
  readonly seed?: number
  readonly log?: Log
  /** Called around each write to the disk; what it throws is where the process was killed. */
  readonly onWrite?: (side: 'before' | 'after') => void
}

/** The settling half of a till, on a ledger on the disk; a run of the process. */
export interface Stage {
  readonly ledger: Ledger
  readonly settlements: SettlementsRoom
  readonly forwards: OutboxPump
  readonly desk: CardDesk
  /** What a terminal answers when it is asked, and how often it was told to settle. */
  readonly terminal: { totals: TotalsOutcome; settle: SettleOutcome; told: number }
  /** A card was charged: the terminal said so, and its host knows. Each has a trace of its own. */
  charge(wanted?: AttemptWanted): AttemptId
  /** A shift of this day opens and closes. */
  closeDay(businessDay: BusinessDay): void
  /** The counter did something. */
  turn(): void
  close(): Promise<void>
  /** As a kill does: what is under way is never heard of again, and the system closes its lines. */
  kill(): void
  isAlive(): boolean
}

const noTotals: TotalsOutcome = { ok: false, reason: { code: 'TILL-CANNOT', text: '' } }
const noSettle: SettleOutcome = { ok: false, reason: { code: 'TILL-CANNOT', text: '' }, sent: false }

export function openStage({
  folder,
  config,
  timers,
  clock,
  host,
  seed = 1,
  log = silentLog,
  onWrite = () => undefined,
}: StageWanted): Stage {
  const opened = openLedger({ folder, clock, create: true })
  const ledger = {
    ...opened,
    append: watched(opened.append, onWrite),
    outbox: watchedRows(opened.outbox, onWrite),
  }
  const terminal = { totals: noTotals, settle: noSettle, told: 0 }
  const turns = new Set<() => void>()
  let ids = ledger.head()?.seq ?? 0
  let dead = false
  const lines = new Set<Link>()
  const wire = memoryTransport('memory', (link) => {
    if (host === null || dead) throw new Error('nobody there')
    host.accept(link)
  })
  const ownTimers: Timers = {
    nowMs: () => timers.nowMs(),
    after: (ms, run) => timers.after(ms, () => dead || run()),
  }
  const forwards = openForwards({ ledger, clock, timers: ownTimers, chance: seeded(seed).next, log })
  const settlements = openSettlements({
    folder,
    config,
    ledger,
    clock,
    ids: { next: () => `id-${ids++}` },
    log,
    timers: ownTimers,
    forwards,
    terminals: {
      readTotals: async () => terminal.totals,
      settleTerminal: async () => {
        terminal.told += 1
        return terminal.settle
      },
      nameOf: () => null,
    },
    key: () => openShopKey(folder),
    watchCounter(listener) {
      turns.add(listener)
      return () => turns.delete(listener)
    },
    transportTo: () => ({
      name: wire.name,
      async open(signal) {
        const link = await wire.open(signal)
        lines.add(link)
        return link
      },
    }),
  })
  settlements.start()
  const desk = cardDesk(ledger, clock.now(), ledger.head()?.seq ?? 0)
  const approvalOf = (trace: string): Approval => ({ ...cardApproval, trace })
  return {
    ledger,
    settlements,
    forwards: forwards.pump,
    desk,
    terminal,
    charge(wanted = {}) {
      const attempt = desk.start(wanted)
      const sequence = ledger.attempt(attempt)?.terminalSequence ?? 0
      const rrn = String(700_000_000_000 + sequence)
      const { purpose = 'payment', amount = 100, terminal: at = 't1', undoes } = wanted
      if (at === 't1')
        host?.authorise({
          kind: purpose === 'refund' ? 'refund' : purpose === 'void' ? 'saleReversal' : 'sale',
          minor: amount,
          rrn,
          reference: String(sequence),
          approval: '004512',
          undoes: undoes === undefined ? '' : traceOf(ledger, undoes),
          terminalId: 'TILL0001',
          merchantId: 'ARTISAN00000001',
        })
      desk.approve(attempt, { kind: 'terminal' }, approvalOf(rrn))
      return attempt
    },
    closeDay(businessDay) {
      const shiftId = `shift-${ledger.head()?.seq}` as ShiftId
      const float = dirham(0)
      const drawer = {
        float,
        cash: float,
        in: float,
        out: float,
        expected: float,
        counted: float,
        difference: float,
      }
      desk.say({ kind: 'shiftOpened', shiftId, businessDay, cashier: 'Amina', float })
      desk.say({ kind: 'shiftClosed', shiftId, drawer, grandTotal: ledger.grandTotal() })
    },
    turn() {
      for (const listener of turns) listener()
    },
    async close() {
      await timers.until(forwards.pump.close())
      await timers.until(settlements.close())
      ledger.close()
    },
    kill() {
      dead = true
      ledger.close()
      for (const line of lines) void line.close()
    },
    isAlive: () => !dead,
  }
}

/** A function that writes, with its writes told. */
function watched<A extends unknown[], R>(
  write: (...args: A) => R,
  onWrite: (side: 'before' | 'after') => void,
): (...args: A) => R {
  return (...args) => {
    onWrite('before')
    const result = write(...args)
    onWrite('after')
    return result
  }
}

const watchedRows = (rows: OutboxRows, onWrite: (side: 'before' | 'after') => void): OutboxRows => ({
  ...rows,
  begin: watched(rows.begin, onWrite),
  failed: watched(rows.failed, onWrite),
  delivered: watched(rows.delivered, onWrite),
  setAside: watched(rows.setAside, onWrite),
})

export const traceOf = (ledger: Ledger, attempt: AttemptId): string =>
  ledger.findMovement(attempt)?.approval?.trace ?? ''
