import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type HidDeviceEnd, memoryHid } from '#drivers/simulators/wire/memory-hid.ts'
import { VirtualTimers } from '#test/harness/virtual-timers.ts'
import { hidScanner, type Scanner, type ScannerHealth } from './hid-scanner.ts'
import { KeyboardReports } from './keyboard-reports.ts'
import { PosReports } from './pos-reports.ts'
import { longestScan, type Scan } from './scan.ts'
import { usKeys } from './usages.data.ts'

const enter = 0x28
/** Which key, and whether with shift, a scanner presses for a letter; the first key of a letter wins. */
function keyOf(letter: string): readonly [usage: number, shifted: boolean] {
  for (const [usage, [plain, shifted]] of Object.entries(usKeys)) {
    if (plain === letter) return [Number(usage), false]
    if (shifted === letter) return [Number(usage), true]
  }
  throw new Error(`no key for ${letter}`)
}
const report = (modifiers: number, ...keys: number[]): Uint8Array =>
  Uint8Array.of(modifiers, 0, ...keys, ...new Array<number>(6 - keys.length).fill(0))
const released = report(0)
/** Each letter pressed and let go, as a scanner types it. */
const typed = (text: string, end = enter): Uint8Array[] => [
  ...[...text].flatMap((letter) => {
    const [usage, shifted] = keyOf(letter)
    return [report(shifted ? 0x02 : 0, usage), released]
  }),
  report(0, end),
  released,
]
const texts = (reports: readonly Uint8Array[], reader = new KeyboardReports()) =>
  reports.flatMap((each) => [...reader.feed(each)]).map(({ text }) => text)

/** What the operating system would make of the same keys: digits of a French board, letters of an Arabic one. */
const layouts = {
  us: (usage: number) => usKeys[usage]?.[0] ?? '',
  french: (usage: number) =>
    ({ 20: 'a', 4: 'q', 26: 'z', 29: 'w', 51: 'm' })[usage] ?? '&é"\'(-è_çà'[usage - 30] ?? layouts.us(usage),
  arabic: (usage: number) => 'شؤيثبلاهتنمةىخحضقسفعرصءغئ'[usage - 4] ?? layouts.us(usage),
}

test.each(['3760123456789', 'wq-0042', 'atelier7'])('%s is the same text under any layout', (code) => {
  const asTyped = (layout: keyof typeof layouts) =>
    [...code].map((letter) => layouts[layout](keyOf(letter)[0])).join('')
  const seen = new Set(Object.keys(layouts).map((layout) => asTyped(layout as keyof typeof layouts)))
  expect(seen.size).toBeGreaterThan(1)
  expect(texts(typed(code))).toEqual([code])
})

test('shift holds for its own letters only, and every printable letter comes through', () => {
  const every = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)).join('')
  expect(texts(typed(every))).toEqual([every])
})

test('Enter, Tab and the keypad’s Enter end a code; nothing between two of them is none', () => {
  expect(texts([...typed('AB', 0x28), ...typed('CD', 0x2b), ...typed('12', 0x58), ...typed('')])).toEqual([
    'AB',
    'CD',
    '12',
  ])
})

test('a key counts when it goes down, whatever else is held', () => {
  const a = keyOf('a')[0]
  const b = keyOf('b')[0]
  // Rolled over: b goes down before a is let go; then both at once.
  expect(
    texts([
      report(0, a),
      report(0, a, b),
      report(0, b),
      released,
      report(0, b, a),
      released,
      report(0, enter),
    ]),
  ).toEqual(['abba'])
  // A held key types once; six places of 01 say nothing.
  expect(
    texts([
      report(0, a),
      report(0, a),
      report(0, 1, 1, 1, 1, 1, 1),
      report(0, a),
      released,
      report(0, enter),
    ]),
  ).toEqual(['a'])
})

test('commands and reports of another length are no text, a numbered report is', () => {
  expect(texts([report(0x01, keyOf('c')[0]), released, Uint8Array.of(1, 2, 3), ...typed('x')])).toEqual(['x'])
  expect(texts(typed('x').map((each) => Uint8Array.of(1, ...each)))).toEqual(['x'])
})

test('POS reports: one code over several reports, and an answer to a command is none', () => {
  const { reports } = JSON.parse(
    readFileSync(new URL('../../../test/fixtures/readers/honeywell-menu.json', import.meta.url), 'utf8'),
  ) as { reports: number[][] }
  const pos = new PosReports()
  const scans = reports.flatMap((each) => [...pos.feed(Uint8Array.from(each))])
  expect(scans).toEqual([
    { text: expect.stringMatching(/^Product Name: Voyager 1602g\r\n[\s\S]*Softum: N\/A$/), symbology: ']X0' },
  ])
})

test('whatever comes, nothing is thrown, memory is bounded, and the next code is read', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 60 }), (reports) => {
      const keyboard = new KeyboardReports()
      const pos = new PosReports()
      for (const each of reports)
        for (const scan of [...keyboard.feed(each), ...pos.feed(each)])
          expect(scan.text.length).toBeGreaterThan(0)
      keyboard.reset()
      pos.silence()
      expect(texts(typed('OK-1'), keyboard)).toEqual(['OK-1'])
    }),
  )
  expect(texts(typed('7'.repeat(longestScan + 10)))).toEqual([])
  expect(texts(typed('7'.repeat(longestScan)))).toHaveLength(1)
})

let timers: VirtualTimers
let device: HidDeviceEnd
let scanner: Scanner
let scans: Scan[]
let health: ScannerHealth[]
beforeEach(async () => {
  timers = new VirtualTimers()
  scanner = hidScanner({
    timers,
    transport: memoryHid('hid scanner', (end) => {
      device = end
    }),
  })
  scans = []
  health = []
  scanner.onScan((scan) => scans.push(scan))
  scanner.onHealth((state) => health.push(state))
  await scanner.open()
})
afterEach(() => scanner.close())

const send = async (reports: readonly Uint8Array[], gapMs = 5): Promise<void> => {
  for (const each of reports) {
    await device.write(each)
    await timers.advance(gapMs)
  }
}

test('a code without an end is dropped when its time is over, and does not begin the next', async () => {
  await send(typed('12').slice(0, -2))
  await timers.advance(200)
  await send(typed('3760123456789'))
  expect(scans).toEqual([{ text: '3760123456789', symbology: null }])
})

test('fingers on a keyboard are too slow to be a code', async () => {
  await send(typed('42'), 150)
  expect(scans).toEqual([])
})

test('unplugged in the middle and plugged in again, it reads on, and both are told', async () => {
  await send(typed('999').slice(0, -2))
  await device.close()
  await timers.advance(1)
  expect(scanner.health).toMatchObject({ ok: false, reason: 'unreachable' })
  await timers.advance(1_000)
  expect(scanner.health).toEqual({ ok: true, text: 'hid scanner' })
  await send(typed('111'))
  expect(scans.map(({ text }) => text)).toEqual(['111'])
  expect(health.map(({ ok }) => ok)).toEqual([true, false, true])
})
