import type { Condition } from '../printer/mechanism/machine.ts'

/** Automatic status: nine bytes, version 3. Source: STAR Line Mode Command Specifications, appendix 2. */
export function automaticStatus(
  { fault, paperLow, drawerOpen }: Condition,
  etb: { readonly counter: number; readonly executed: boolean },
): Uint8Array {
  const { counter, executed } = etb
  return Uint8Array.of(
    0x23,
    0x06,
    bits(
      [6, fault === 'offline'],
      [5, fault === 'coverOpen'],
      [3, fault !== 'none'],
      [2, drawerOpen],
      [1, executed],
    ),
    bits([3, fault === 'cutter']),
    0,
    bits(
      [3, fault === 'paperOut'],
      [2, paperLow || fault === 'paperOut'],
      [1, paperLow || fault === 'paperOut'],
    ),
    0,
    // Five bits around bit 4, which is always 0.
    ((counter & 0x07) << 1) | ((counter & 0x18) << 2),
    0,
  )
}

/** The answer to ENQ. */
export const enquiryStatus = ({ fault, drawerOpen }: Condition, bufferEmpty: boolean): number =>
  bits([7, drawerOpen], [5, bufferEmpty], [3, fault === 'paperOut'], [2, fault === 'cutter'])

/** The answer to EOT: bit 4 set, bit 0 clear. */
export const paperStatus = ({ fault, paperLow }: Condition): number =>
  bits([4, true], [3, fault === 'paperOut'], [2, paperLow || fault === 'paperOut'])

const bits = (...set: readonly (readonly [number, boolean])[]): number =>
  set.reduce((byte, [bit, on]) => (on ? byte | (1 << bit) : byte), 0)
