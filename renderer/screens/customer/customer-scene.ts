import type { CheckoutView, DoneView, LineView, SaleView } from '#shared/checkout/view.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'

/** What the visitor's screen shows; follows from the counter alone. */
export type CustomerScene =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'lines'; readonly sale: SaleView; readonly lines: readonly LineView[] }
  | { readonly kind: 'card'; readonly step: TerminalStep; readonly amount: number; readonly back: boolean }
  /** Nobody knows what the terminal did. */
  | { readonly kind: 'checking'; readonly amount: number }
  | { readonly kind: 'qr'; readonly payload: string; readonly amount: number }
  | { readonly kind: 'thanks'; readonly done: DoneView }

/**
 * @param putAway the finished ticket that was thanked for long enough; `null`: none was
 */
export function customerScene(view: CheckoutView, putAway: number | null): CustomerScene {
  const { attempt, sale, done, phase } = view
  // A test of the terminal is no visitor's business.
  if (attempt !== null && attempt.purpose !== 'test') {
    if (phase === 'unresolved') return { kind: 'checking', amount: attempt.amount }
    const back = attempt.purpose !== 'payment'
    return { kind: 'card', step: attempt.step, amount: attempt.amount, back }
  }
  if (sale !== null && sale.qr !== null) return { kind: 'qr', ...sale.qr }
  if (sale !== null && sale.lines.length > 0) return { kind: 'lines', sale, lines: sale.lines }
  if (done !== null && done.ticket !== putAway) return { kind: 'thanks', done }
  return { kind: 'welcome' }
}
