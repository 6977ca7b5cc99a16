import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runReplay } from '#electron/cli/replay/replay.ts'

export interface Replayed {
  readonly code: number
  /** What was printed, parsed; `null`: nothing was. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into a printed JSON object
  readonly printed: any
  readonly complaint: string
}

/** A folder of its own, gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-day-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function replayFile(day: string, data: string): Promise<Replayed> {
  let out = ''
  let complaint = ''
  const code = await runReplay(
    { day, data },
    {
      out: (text) => {
        out += text
      },
      complain: (text) => {
        complaint += text
      },
    },
  )
  return { code, printed: out === '' ? null : JSON.parse(out), complaint }
}

/** Plays lines given as objects, or as raw text where a line is to be malformed. */
export function replayLines(lines: readonly (object | string)[], data = emptyFolder()): Promise<Replayed> {
  const day = join(emptyFolder(), 'day.jsonl')
  writeFileSync(day, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return replayFile(day, data)
}

export const pot = { sku: 'POT', name: { fr: 'Pot' }, price: '120.00', vat: '20', stock: 50 }
const rug = {
  sku: 'RUG',
  name: { fr: 'Tapis' },
  price: '1000.00',
  vat: 'exempt',
  stock: 1,
  unique: true,
}
/** A shop with a pot and a rug, shift open. */
export const morning = [
  { do: 'catalogue', items: [pot, rug] },
  { do: 'open', cashier: 'amina', float: '100.00' },
] as const
