import { useState } from 'react'
import type { Dirham } from '#shared/money/amount.ts'
import { type AmountEntry, amountOf, type KeypadKey, pressKey } from './amount-entry.ts'

export interface TypedAmount {
  readonly entry: AmountEntry
  /** `null` while nothing that is an amount was typed. */
  readonly amount: Dirham | null
  readonly edit: (next: AmountEntry) => void
  readonly press: (key: KeypadKey) => void
}

/** An amount typed by field or keypad, empty at first. @param onEdit takes back what was said of the amount before */
export function useTypedAmount(onEdit: () => void): TypedAmount {
  const [entry, setEntry] = useState<AmountEntry>('')
  const edit = (next: AmountEntry) => {
    setEntry(next)
    onEdit()
  }
  return { entry, amount: amountOf(entry), edit, press: (key) => edit(pressKey(entry, key)) }
}
