/**
 * Listens for scans on the whole page, before any field or button sees the keys. The Enter that ends a scan presses
 * nothing, and a field that was being typed into gets back what it held before.
 */
import { useEffect, useEffectEvent } from 'react'
import { foldWedgeKey, quietWedge } from './wedge.ts'

const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set

function giveBack(field: HTMLInputElement, value: string): void {
  if (!field.isConnected || field.value === value) return
  setValue?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** @param onScan gets what was read, likeliest reading first. */
export function useScanner(onScan: (readings: readonly string[]) => void): void {
  const scanned = useEffectEvent(onScan)
  useEffect(() => {
    let state = quietWedge
    let before: { field: HTMLInputElement; value: string } | null = null
    let swallowed = false

    const down = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      const { code, key, shiftKey: shift, timeStamp: atMs } = event
      const turn = foldWedgeKey(state, { code, key, shift, atMs })
      if (turn.state.length === 1) {
        const field = event.target
        before = field instanceof HTMLInputElement ? { field, value: field.value } : null
      }
      state = turn.state
      if (turn.scan === null) return
      swallowed = true
      event.preventDefault()
      event.stopImmediatePropagation()
      if (before !== null) giveBack(before.field, before.value)
      scanned(turn.scan)
    }
    const up = (event: KeyboardEvent): void => {
      if (!swallowed || event.key !== 'Enter') return
      swallowed = false
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', down, true)
    window.addEventListener('keyup', up, true)
    return () => {
      window.removeEventListener('keydown', down, true)
      window.removeEventListener('keyup', up, true)
    }
  }, [])
}
