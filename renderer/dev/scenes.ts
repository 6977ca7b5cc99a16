/** Moments of a day, as the till would show them. */
import type { CartLine } from '#shared/cart/line.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { AttemptView, CheckoutView, LineView, SaleView } from '#shared/checkout/view.ts'
import type { HouseState } from '#shared/contract/contract.ts'
import type { TerminalStep, UnknownCause } from '#shared/kernel/attempt.ts'
import type { AttemptId, LineId, SaleId, ShiftId, TenderId, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham, sum, times, zero } from '#shared/money/amount.ts'
import { signed } from '#shared/qr/checksum.ts'
import type { TaxSettings } from '#shared/tax/regime.ts'
import { marketOf } from './market-scenes.ts'
import { settlementsOf } from './settlement-scenes.ts'

const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }

function lineOf(place: number, quantity: number, agreed: CartLine['agreed'] = null): LineView {
  const item = demoShop.items[place]
  if (item === undefined) throw new Error(`the demo shop has no item ${place}`)
  const { price: posted, stock: _stock, barcodes: _barcodes, ...rest } = item
  const unit = agreed?.unit ?? posted
  const lineId = `line-id-${place}` as LineId
  return { ...rest, lineId, quantity, posted, agreed, gross: times(unit, quantity), atRisk: false }
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
  duty: { taken: zero, onRest: zero },
  cashAllowed: true,
  tenders: [],
  totalEuro: 39_800,
  exportMissing: null,
  exportVat: zero,
  lastDecline: null,
  qr: null,
}

const attempt = (step: TerminalStep): AttemptView => ({
  attemptId: 'attempt-1' as AttemptId,
  purpose: 'payment',
  byHand: false,
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
  shift: {
    shiftId: 'shift-1' as ShiftId,
    cashier: 'Amina',
    businessDay: '2026-11-23',
    openedAt: at,
    float: dirham(50_000),
  },
  sale: null,
  attempt: null,
  parked: [{ name: 'veste bleue', saleId: 'sale-0' as SaleId, total: dirham(126_000), lineCount: 3 }],
  done: null,
  lastTest: null,
  notGivenBack: null,
}
const ringing: CheckoutView = { ...idle, phase: 'ringing', sale }
const part = dirham(100_000)
const handed: AttemptView = {
  ...attempt('keyAmount'),
  byHand: true,
  terminalName: 'CMI · comptoir',
  amount: dirham(12_550),
  canCancel: false,
}
const unknownOf = (cause: UnknownCause, protocol: string): AttemptView => ({
  ...attempt('recovering'),
  unknown: { cause, canAsk: protocol !== 'concert' && protocol !== 'manual', lookFor: protocol },
})
/** The code of a shop that no acquirer has. */
const merchantQr = signed(
  '00020101021126360014ma.hanout.demo0114123456789012345204594753035045802MA5912Bazar Hanout6009Marrakech',
)

const scenes: Readonly<Record<string, CheckoutView>> = {
  closed: { ...idle, phase: 'closed', shift: null, parked: [] },
  idle,
  ringing,
  training: { ...ringing, training: true },
  'refund-near': { ...ringing, sale: { ...sale, exportMissing: dirham(14_000), exportVat: dirham(31_000) } },
  'refund-reached': { ...ringing, sale: { ...sale, exportMissing: zero, exportVat: dirham(53_333) } },
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
  lost: { ...ringing, phase: 'charging', attempt: attempt('enterPin') },
  'by-hand': { ...ringing, phase: 'charging', attempt: handed },
  'by-hand-refund': { ...idle, phase: 'charging', attempt: { ...handed, purpose: 'refund' } },
  refunding: { ...idle, phase: 'charging', attempt: { ...attempt('presentCard'), purpose: 'refund' } },
  undoing: { ...idle, phase: 'charging', attempt: { ...attempt('authorising'), purpose: 'void' } },
  test: {
    ...idle,
    phase: 'charging',
    attempt: { ...attempt('presentCard'), purpose: 'test', amount: dirham(100) },
  },
  tested: { ...idle, lastTest: { outcome: 'undone', reason: null } },
  qr: { ...ringing, sale: { ...sale, qr: { payload: merchantQr, amount: total } } },
  unknown: { ...ringing, phase: 'unresolved', attempt: unknownOf('lineLost', 'naps') },
  'unknown-concert': { ...ringing, phase: 'unresolved', attempt: unknownOf('noAnswer', 'concert') },
  'unknown-refund': {
    ...idle,
    phase: 'unresolved',
    attempt: { ...unknownOf('noAnswer', 'zvt'), purpose: 'refund' },
  },
  'unknown-by-hand': {
    ...ringing,
    phase: 'unresolved',
    attempt: { ...unknownOf('tillRestarted', 'manual'), byHand: true },
  },
  'not-given-back': {
    ...idle,
    notGivenBack: {
      purpose: 'void',
      ticket: 90 as TicketNumber,
      amount: dirham(12_550),
      reason: { code: '482', text: 'DEJA ANNULEE' },
    },
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

/** Scenes whose person is in charge: the devices page shows more to them. */
const inCharge: ReadonlySet<string> = new Set(['manager', 'tested', 'by-hand-manager', 'lost'])

const isInCharge = (name: string): boolean =>
  inCharge.has(name) ||
  name.startsWith('settlements') ||
  name.startsWith('reports') ||
  name.startsWith('books') ||
  (name.startsWith('market') && name !== 'market-cashier')

/** A shop that is about to leave its regime, and says who pays the duty on cash. */
const changingTax: TaxSettings = {
  country: 'MA',
  regimes: [
    { from: '2026-01-01', regime: 'smallMaker' },
    { from: '2027-01-01', regime: 'liable' },
  ],
  duty: [{ from: '2026-03-01', way: 'absorbed' }],
}

export const houseOf = (name: string): HouseState => ({
  setUp: name !== 'first-run',
  demo: true,
  settings: {
    ...demoShop.settings,
    merchantQr: name === 'idle' ? null : merchantQr,
    ...(name.startsWith('refund-') && { exportForms: { operator: '' } }),
    ...(name === 'books-tax' && { tax: changingTax }),
  },
  people: demoShop.people,
  unlockedBy: name === 'unlock' ? null : (demoShop.people[isInCharge(name) ? 1 : 2] ?? null),
  version: '0.1.0',
  waiting: name === 'idle' ? 0 : 2,
  lanes: settlementsOf(name).lanes,
  marketTasks: marketOf(name).tasks.length + marketOf(name).soldTwice.length,
})
