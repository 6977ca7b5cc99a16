import type { SimulatorKind } from '#drivers/simulators/terminal/registry.ts'

/** What `--fault` asked for. */
export interface Wishes {
  readonly faults: readonly { readonly name: string; readonly times: number }[]
  /** The last one wins. */
  readonly quirks: Readonly<Record<string, string>>
}

/**
 * Reads `decline`, `decline:3` (for three charges) and `terminator=!` (for good).
 * @returns a sentence for the first that this protocol does not have
 */
export function readWishes(texts: readonly string[], kind: SimulatorKind): Wishes | string {
  const faults: { readonly name: string; readonly times: number }[] = []
  const quirks: Record<string, string> = {}
  for (const text of texts) {
    const [quirk = '', value] = text.split('=', 2)
    const [name = '', times = '1'] = text.split(':')
    if (value !== undefined && kind.quirks[quirk]?.includes(value)) quirks[quirk] = value
    else if (kind.faults.includes(name) && /^[1-9]\d{0,5}$/.test(times))
      faults.push({ name, times: Number(times) })
    else return `There is no fault "${text}". Known: ${knownTo(kind).join(', ')}.`
  }
  return { faults, quirks }
}

const knownTo = (kind: SimulatorKind): readonly string[] => [
  ...kind.faults,
  ...Object.entries(kind.quirks).flatMap(([quirk, values]) => values.map((value) => `${quirk}=${value}`)),
]
