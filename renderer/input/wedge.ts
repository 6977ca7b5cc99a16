/**
 * Tells a scanner that types from a person that types: a burst of keys far faster than fingers, ended by Enter. Pure:
 * keys in, verdict out; the same reducer serves the live page and the tests.
 */
import { usPositions } from './physical-keys.data.ts'

export interface WedgeKey {
  /** `KeyboardEvent.code`: where the key is, whatever the layout. */
  readonly code: string
  /** `KeyboardEvent.key`: what the layout made of it. */
  readonly key: string
  readonly shift: boolean
  /** Milliseconds on any steady clock (`Event.timeStamp`). */
  readonly atMs: number
}

/** The burst so far, oldest first; empty: nobody is scanning. */
export type WedgeState = readonly WedgeKey[]
export const quietWedge: WedgeState = []

export interface WedgeTurn {
  readonly state: WedgeState
  /** Set by the Enter that ends a burst: what was read, likeliest first. */
  readonly scan: readonly string[] | null
}

/**
 * Scanners type a key every 1–30 ms, hurried fingers every 80 or more. One late key (a busy machine) must not cut a
 * code in two, so a single gap may be long; the mean may not.
 */
const longestGapMs = 200
const longestMeanMs = 60
const leastKeys = 4
const mostKeys = 64

const modifiers = /^(Shift|CapsLock|Control|Alt|Meta|NumLock|AltGraph)/

/** The state after a key went down, and the scan it completed, if any. */
export function foldWedgeKey(state: WedgeState, key: WedgeKey): WedgeTurn {
  if (modifiers.test(key.code) || modifiers.test(key.key)) return { state, scan: null }
  const last = state.at(-1)
  const flowing = last !== undefined && key.atMs - last.atMs <= longestGapMs
  if (key.code === 'Enter' || key.code === 'NumpadEnter') {
    return { state: quietWedge, scan: flowing && isBurst(state) ? readingsOf(state) : null }
  }
  if (!usPositions.has(key.code) || state.length >= mostKeys) return { state: quietWedge, scan: null }
  return { state: flowing ? [...state, key] : [key], scan: null }
}

function isBurst(keys: WedgeState): boolean {
  const first = keys[0]
  const last = keys.at(-1)
  if (first === undefined || last === undefined || keys.length < leastKeys) return false
  return (last.atMs - first.atMs) / (keys.length - 1) <= longestMeanMs
}

const plainCode = /^[A-Za-z0-9\-./ ]+$/
const printable = /^[\x20-\x7e]+$/

/**
 * By position first: a US scanner on an AZERTY or Arabic machine. As typed first only where position gives shifted
 * digits and the layout gives a plain code: a scanner that was set to the machine's own layout.
 */
function readingsOf(keys: readonly WedgeKey[]): readonly string[] {
  const byPosition = keys.map((key) => usPositions.get(key.code)?.[key.shift ? 1 : 0] ?? '').join('')
  const asTyped = keys.map((key) => key.key).join('')
  if (asTyped === byPosition || !printable.test(asTyped)) return [byPosition]
  return plainCode.test(asTyped) && !plainCode.test(byPosition)
    ? [asTyped, byPosition]
    : [byPosition, asTyped]
}
