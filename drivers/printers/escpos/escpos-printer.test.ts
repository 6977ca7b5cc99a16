import { expect, test } from 'vitest'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { printerProfiles } from '../profiles.data.ts'
import { escposPrinter } from './escpos-printer.ts'

/** A clone reduced to what tells about jobs: its paper, and when it answers GS r. Text jobs only. */
class ScriptedClone {
  taken: number[] = []
  paperOut = false
  /** Questions that were taken and not carried out. */
  waiting = 0
  /** Whether it carries out what it takes. */
  prints = true
  #link: Link | null = null

  accept = (link: Link): void => {
    this.#link = link
    link.onData((bytes) => {
      for (const byte of bytes) {
        this.taken.push(byte)
        const recent = this.taken.slice(-3).join()
        if (recent === '16,4,4') this.#say(this.paperOut ? 0x72 : 0x12)
        else if (/^16,4,[123]$/.test(recent)) this.#say(0x12)
        if (recent !== '29,114,1') continue
        this.waiting++
        if (this.prints) this.carryOut()
      }
    })
  }

  /** Answers what was asked in order so far. */
  carryOut(): void {
    for (; this.waiting > 0; this.waiting--) this.#say(0)
  }

  #say(byte: number): void {
    void this.#link?.write(Uint8Array.of(byte)).catch(() => undefined)
  }
}

const timings = { statusMs: 100, settleMs: 1, pollMs: 10, printedMs: 1_000, dotsPerSecond: 20_000 }
const page: PaperDocument = {
  language: 'fr',
  blocks: [{ type: 'text', cell: { text: 'Verre', direction: 'ltr' }, align: 'start' }, { type: 'cut' }],
}
const asked = (bytes: readonly number[]): number => bytes.join().split('29,114,1').length - 1

const wired = (clone: ScriptedClone) =>
  escposPrinter({
    name: 'p',
    transport: memoryTransport('clone', clone.accept),
    profile: printerProfiles['xprinter-80'],
    timings,
  })

/** A clone that ran out of paper in its second job and was given a new roll: it still owes an answer. */
async function inDebt(clone: ScriptedClone) {
  const printer = wired(clone)
  expect(await printer.print(page)).toEqual({ outcome: 'done' })
  clone.prints = false
  const lost = printer.print(page)
  await expect.poll(() => clone.waiting).toBe(1)
  clone.paperOut = true
  expect(await lost).toEqual({ outcome: 'unknown', reason: 'paperOut' })
  clone.paperOut = false
  clone.taken = []
  return printer
}

test('a late answer to the job before is no proof of the next', async () => {
  const clone = new ScriptedClone()
  const printer = await inDebt(clone)
  const next = printer.print(page)
  await expect.poll(() => asked(clone.taken)).toBeGreaterThan(0)
  // What the new roll brought out was the job before; then the power went, and took the rest along.
  clone.waiting = 1
  clone.carryOut()
  expect(await next).toEqual({ outcome: 'unknown', reason: 'noAnswer' })
  await printer.close()
})

test.each([true, false])(
  'behind a job that owes an answer the next is proven, the answer comes: %s',
  async (comes) => {
    const clone = new ScriptedClone()
    const printer = await inDebt(clone)
    if (!comes) clone.waiting = 0
    clone.prints = true
    expect(await printer.print(page)).toEqual({ outcome: 'done' })
    expect(asked(clone.taken)).toBe(2)
    clone.taken = []
    expect(await printer.print(page)).toEqual({ outcome: 'done' })
    expect(asked(clone.taken)).toBe(1)
    await printer.close()
  },
)
