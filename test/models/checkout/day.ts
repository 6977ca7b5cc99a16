import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { AttemptResult } from '#shared/checkout/step.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { Dirham } from '#shared/money/amount.ts'
import { parseDirham } from '#shared/money/parse.ts'
import { Counter } from './counter.ts'
import { approval, item, plainSettings } from './fixtures.ts'

/** A line of a day script, as loosely as JSON gives it. */
// biome-ignore lint/suspicious/noExplicitAny: fixtures of this repository, read field by field below
type Line = Record<string, any>

function money(text: string): Dirham {
  const parsed = parseDirham(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error}`)
  return parsed.value
}

const itemOf = (line: Line): CatalogueItem =>
  item(line.sku, money(line.price), {
    name: line.name,
    vat: line.vat,
    stock: line.stock,
    unique: line.unique ?? false,
    floor: line.floor === undefined ? null : money(line.floor),
    owner:
      line.owner === undefined
        ? null
        : { owner: line.owner, sharePpm: Math.round(Number(line.share) * 1_000_000) },
  })

/** What the fake terminal does with a charge: what comes back first, and what comes back when it is asked. */
function charge(counter: Counter, attemptId: AttemptId, behaviour: string): void {
  const answer = (result: AttemptResult): void => {
    counter.input({ type: 'attemptEnded', attemptId, result })
  }
  const silence: AttemptResult = { outcome: 'unknown', cause: 'noAnswer', detail: '' }
  switch (behaviour) {
    case 'approve':
      counter.input({ type: 'approvalReceived', attemptId, approval })
      answer({ outcome: 'approved', approval, asked: false })
      break
    case 'decline':
      answer({ outcome: 'declined', reason: { code: '05', text: 'REFUS' }, asked: false })
      break
    case 'dropAfterApprove':
      answer({ outcome: 'unknown', cause: 'lineLost', detail: '' })
      counter.command({ type: 'askTerminal' })
      answer({ outcome: 'approved', approval, asked: true })
      break
    default:
      answer(silence)
      counter.command({ type: 'askTerminal' })
      answer(silence)
  }
}

function commandOf(counter: Counter, line: Line): Command {
  switch (line.do) {
    case 'catalogue':
      return { type: 'loadCatalogue', items: line.items.map(itemOf) }
    case 'config': {
      const { cashRounding = '0', cashCeiling = '20000' } = line
      const settings = {
        ...plainSettings,
        cashRounding: money(cashRounding),
        cashCeiling: money(cashCeiling),
      }
      return { type: 'configure', settings }
    }
    case 'open':
      return { type: 'openShift', cashier: line.cashier, float: money(line.float) }
    case 'scan':
      return { type: 'scan', code: line.sku, quantity: line.qty ?? 1 }
    case 'agree': {
      const { price, reason, manager = null } = line
      return { type: 'agreePrice', line: line.line, unit: money(price), reason, manager }
    }
    case 'remove':
      return { type: 'removeLine', line: line.line }
    case 'pay':
      return line.tender === 'cash'
        ? { type: 'payCash', given: money(line.given) }
        : { type: 'payCard', amount: line.amount === undefined ? null : money(line.amount) }
    case 'resolve':
      return { type: 'resolveAttempt', outcome: line.outcome, name: 'omar' }
    case 'park':
    case 'resume':
      return { type: line.do, name: line.name }
    case 'cancel':
      return { type: 'cancelSale' }
    case 'refund': {
      const sale = counter.tickets().filter((ticket) => ticket.kind === 'sale')[line.ticket - 1]
      const ticket = sale?.number ?? (0 as never)
      return { type: 'refund', ticket, line: line.line, quantity: line.qty, tender: line.tender }
    }
    case 'cash':
      return {
        type: 'moveCash',
        direction: line.kind,
        amount: money(line.amount),
        reason: line.reason,
      }
    case 'training':
      return { type: 'setTraining', on: line.on }
    case 'close':
      return { type: 'closeShift', counted: money(line.counted) }
    default:
      throw new Error(`no such line: ${line.do}`)
  }
}

/**
 * Plays a day on the pure machine and a fake terminal.
 *
 * @param cutAfterEachLine whether power fails after every single line
 * @returns the counter as it stood in the evening
 */
export function playDay(
  text: string,
  cutAfterEachLine = false,
): {
  readonly counter: Counter
  readonly refused: readonly { readonly line: number; readonly code: string }[]
} {
  const counter = new Counter()
  const refused: { line: number; code: string }[] = []
  let training = false
  const play = (line: Line, number: number): void => {
    if (line.do === 'restart') {
      counter.restart()
      return
    }
    if (training && line.do !== 'training') return
    const code = counter.command(commandOf(counter, line))
    if (code !== null) {
      refused.push({ line: number, code })
      return
    }
    if (line.do === 'training') training = line.on
    const last = counter.facts.at(-1)
    if (last?.kind === 'attemptStarted') charge(counter, last.attemptId, line.terminal ?? 'approve')
  }
  for (const [index, json] of text.split('\n').entries()) {
    if (json.trim() === '') continue
    play(JSON.parse(json), index + 1)
    if (cutAfterEachLine) counter.restart()
  }
  return { counter, refused }
}
