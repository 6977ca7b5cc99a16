import { expect, test } from 'vitest'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import type { Printer, PrinterProfile } from '../printer.ts'
import { printerProfiles } from '../profiles.data.ts'
import { starPrinter } from './star-printer.ts'

/** A Star printer reduced to what tells about jobs: its status, its counter, and when it is silent. Text jobs only. */
class ScriptedStar {
  readonly taken: number[] = []
  counter = 0
  status2 = 0
  paper = 0
  silent = false
  /** Whether ETB tells by itself, as over a network. */
  automatic = false
  /** What happens instead of counting. */
  onEtb: (() => void) | null = null

  accept = (link: Link): void => {
    let recent: number[] = []
    const tell = () => {
      const e = this.counter
      const counted = ((e & 0x07) << 1) | ((e & 0x18) << 2)
      const bytes = [0x23, 0x06, this.status2, 0, 0, this.paper, 0, counted, 0]
      if (!this.silent) void link.write(Uint8Array.from(bytes)).catch(() => undefined)
    }
    link.onData((bytes) => {
      for (const byte of bytes) {
        recent = [...recent, byte].slice(-3)
        this.taken.push(byte)
        if (recent.join() === '27,6,1') tell()
        if (byte !== 0x17) continue
        if (this.onEtb !== null) this.onEtb()
        else this.counter = (this.counter + 1) % 32
        if (this.automatic) tell()
      }
    })
  }
}

const quick = { statusMs: 100, settleMs: 1, pollMs: 10, printedMs: 150, progressMs: 500 }
const page: PaperDocument = {
  language: 'fr',
  blocks: [
    { type: 'text', cell: { text: 'Thé à la menthe, 12 €', direction: 'ltr' }, align: 'start' },
    { type: 'cut' },
  ],
}

const wired = (star: ScriptedStar, profile: PrinterProfile = printerProfiles['star-mc-print3']): Printer =>
  starPrinter({ name: 'p', transport: memoryTransport('star', star.accept), profile, timings: quick })

test.each([true, false])('the counter tells that it printed, automatic status %s', async (automatic) => {
  const star = new ScriptedStar()
  star.automatic = automatic
  const printer = wired(star)
  for (let job = 1; job <= 33; job++) expect(await printer.print(page)).toEqual({ outcome: 'done' })
  // Two each; the two that began at 30 had four.
  expect(star.counter).toBe((33 * 2 + 2 * 2) % 32)
  expect(star.taken).not.toContain(0x07)
  await printer.close()
})

test('a job starts with its code page and says the euro in it', async () => {
  const star = new ScriptedStar()
  star.automatic = true
  await wired(star).print(page)
  const hex = Buffer.from(star.taken).toString('hex')
  expect(hex).toContain('1b401b7a011b1d7404')
  expect(hex).toContain(Buffer.from('12 \xd5', 'latin1').toString('hex'))
  expect(hex.endsWith('1b640317')).toBe(true)
})

test('a drawer kick is counted as a job is, and prints nothing', async () => {
  const star = new ScriptedStar()
  star.automatic = true
  expect(await wired(star).kickDrawer()).toEqual({ outcome: 'done' })
  expect(star.taken).toEqual([0x1b, 0x06, 0x01, 0x17, 0x1b, 0x07, 10, 25, 0x07, 0x17])
})

test.each([
  ['coverOpen', 0x28, 0],
  ['paperOut', 0x08, 0x08],
] as const)('starts nothing while the printer says %s', async (fault, status2, paper) => {
  const star = new ScriptedStar()
  Object.assign(star, { status2, paper })
  const printer = wired(star)
  expect(await printer.status()).toMatchObject({ reachable: true, fault })
  expect(await printer.print(page)).toEqual({ outcome: 'notStarted', reason: fault })
  expect(await printer.kickDrawer()).toEqual({ outcome: 'notStarted', reason: fault })
  expect(star.taken).not.toContain(0x17)
})

test('paper that ends in the job leaves it unknown', async () => {
  const star = new ScriptedStar()
  star.onEtb = () => Object.assign(star, { status2: 0x08, paper: 0x08 })
  expect(await wired(star).print(page)).toEqual({ outcome: 'unknown', reason: 'paperOut' })
})

test.each([0, 1, 30, 31])('power lost in the middle is not done, counted %i before', async (counter) => {
  const star = new ScriptedStar()
  star.counter = counter
  star.onEtb = () => {
    star.counter = 0
  }
  const printer = wired(star)
  expect(await printer.print(page)).toEqual({ outcome: 'unknown', reason: 'noAnswer' })
  // The next job first fills whatever strip the printer might still wait for.
  star.onEtb = null
  const before = star.taken.length
  expect(await printer.print(page)).toEqual({ outcome: 'done' })
  const rest = star.taken.slice(before + 3)
  expect(rest.findIndex((byte) => byte !== 0)).toBe(240 * 72)
})

test('a printer that does not answer gets no byte of a job', async () => {
  const star = new ScriptedStar()
  star.silent = true
  const printer = wired(star)
  expect(await printer.print(page)).toEqual({ outcome: 'notStarted', reason: 'noAnswer' })
  expect(await printer.status()).toEqual({ reachable: true, fault: 'noAnswer', paperLow: false })
  expect(Buffer.from(star.taken).toString('hex')).toBe('1b06011b0601')
})

test('one that falls silent under the job leaves it unknown', async () => {
  const star = new ScriptedStar()
  star.onEtb = () => {
    star.silent = true
  }
  expect(await wired(star).print(page)).toEqual({ outcome: 'unknown', reason: 'noAnswer' })
})

test('who has no drawer kicks none', async () => {
  const star = new ScriptedStar()
  expect(await wired(star, printerProfiles['star-sm-l200']).kickDrawer()).toMatchObject({
    outcome: 'notStarted',
  })
  expect(star.taken).toEqual([])
})

test('every page number of the maker has its line', async () => {
  const star = new ScriptedStar()
  expect(await wired(star).printCodePages()).toEqual({ outcome: 'done' })
  const hex = Buffer.from(star.taken).toString('hex')
  for (const number of [1, 4, 32, 79, 255])
    expect(hex).toContain(`1b1d74${number.toString(16).padStart(2, '0')}`)
})
