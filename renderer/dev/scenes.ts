/** Moments of a day, as the till would show them. */
import type { CartLine } from '#shared/cart/line.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { AttemptView, CheckoutView, LineView, SaleView } from '#shared/checkout/view.ts'
import type { HouseState } from '#shared/contract/contract.ts'
import type { DeviceView } from '#shared/contract/devices.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import type { AttemptId, LineId, SaleId, TenderId, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham, sum, times, zero } from '#shared/money/amount.ts'

const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }

function lineOf(place: number, quantity: number, agreed: CartLine['agreed'] = null): LineView {
  const item = demoShop.items[place]
  if (item === undefined) throw new Error(`the demo shop has no item ${place}`)
  const { price: posted, stock: _stock, barcodes: _barcodes, ...rest } = item
  const unit = agreed?.unit ?? posted
  const lineId = `line-id-${place}` as LineId
  return { ...rest, lineId, quantity, posted, agreed, gross: times(unit, quantity) }
}

const bargained = { unit: dirham(380_000), reason: 'bargained', manager: 'Omar' }
const lines = [lineOf(0, 1, bargained), lineOf(9, 2), lineOf(24, 1)]
const total = sum(lines.map((line) => line.gross))

const sale: SaleView = {
  saleId: 'sale-1' as SaleId,
  cashier: 'Amina',
  language: 'es',
  lines,
  total,
  paid: zero,
  due: total,
  dueInCash: total,
  cashAllowed: true,
  tenders: [],
  totalEuro: 39_800,
  lastDecline: null,
}

const attempt = (step: TerminalStep): AttemptView => ({
  attemptId: 'attempt-1' as AttemptId,
  amount: total,
  terminalName: 'NAPS · comptoir',
  step,
  terminalText: step === 'enterPin' ? 'SAISIR CODE' : '',
  canCancel: step === 'presentCard' || step === 'connecting',
  startedAt: at,
  unknown: null,
})

const idle: CheckoutView = {
  revision: 1,
  phase: 'idle',
  training: false,
  shift: { cashier: 'Amina', businessDay: '2026-11-23', openedAt: at, float: dirham(50_000) },
  sale: null,
  attempt: null,
  parked: [{ name: 'veste bleue', saleId: 'sale-0' as SaleId, total: dirham(126_000), lineCount: 3 }],
  done: null,
}
const ringing: CheckoutView = { ...idle, phase: 'ringing', sale }
const part = dirham(100_000)

const scenes: Readonly<Record<string, CheckoutView>> = {
  closed: { ...idle, phase: 'closed', shift: null, parked: [] },
  idle,
  ringing,
  training: { ...ringing, training: true },
  declined: { ...ringing, sale: { ...sale, lastDecline: { code: '51', text: 'PROVISION INSUFFISANTE' } } },
  cancelled: { ...ringing, sale: { ...sale, lastDecline: { code: 'TILL-CANCELLED', text: 'MUT' } } },
  free: { ...ringing, sale: { ...sale, total: zero, due: zero, dueInCash: zero } },
  ceiling: {
    ...ringing,
    sale: { ...sale, cashAllowed: false, total: dirham(12_345_600), due: dirham(12_345_600) },
  },
  tendering: {
    ...ringing,
    phase: 'tendering',
    sale: {
      ...sale,
      paid: part,
      due: dirham(total - part),
      dueInCash: dirham(total - part),
      tenders: [{ kind: 'cash', tenderId: 't-1' as TenderId, amount: part, given: part, change: zero }],
    },
  },
  present: { ...ringing, phase: 'charging', attempt: attempt('presentCard') },
  pin: { ...ringing, phase: 'charging', attempt: attempt('enterPin') },
  unknown: {
    ...ringing,
    phase: 'unresolved',
    attempt: { ...attempt('recovering'), unknown: { cause: 'lineLost', canAsk: true, lookFor: '' } },
  },
  done: {
    ...idle,
    done: { ticket: 42 as TicketNumber, kind: 'sale', total, change: dirham(9_000), receipt: 'done' },
  },
  unprinted: {
    ...idle,
    done: { ticket: 43 as TicketNumber, kind: 'sale', total, change: zero, receipt: 'notStarted' },
  },
}

export const sceneOf = (name: string): CheckoutView => scenes[name] ?? idle

export const houseOf = (name: string): HouseState => ({
  setUp: name !== 'first-run',
  demo: true,
  settings: demoShop.settings,
  people: demoShop.people,
  unlockedBy: name === 'unlock' ? null : (demoShop.people[name === 'manager' ? 1 : 2] ?? null),
  version: '0.1.0',
  waiting: name === 'idle' ? 0 : 2,
})

export const devicesOf = (name: string): readonly DeviceView[] => [
  {
    id: 'terminal',
    kind: 'terminal',
    name: 'NAPS · comptoir',
    protocol: 'naps',
    place: 'simulated',
    simulated: true,
    health: name === 'present' || name === 'pin' ? 'busy' : 'ready',
    trouble: null,
    step: null,
  },
  {
    id: 'printer',
    kind: 'printer',
    name: '80 mm',
    protocol: 'escpos',
    place: 'simulated',
    simulated: true,
    health: name === 'unprinted' ? 'trouble' : 'ready',
    trouble: name === 'unprinted' ? 'paperOut' : null,
    step: null,
  },
]
