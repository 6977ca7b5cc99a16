import type { Mishap, PrinterSimulator } from '#drivers/simulators/printer/mechanism/machine.ts'

/** Dots in a millimetre of paper: 203 dpi. */
export const dotsPerMm = 8

/** Done to a printer by somebody who stands before it. */
type Act = (printer: PrinterSimulator) => void | Promise<void>

const faults: Readonly<Record<string, Act>> = {
  paperOut: (printer) => printer.setFault('paperOut'),
  coverOpen: (printer) => printer.setFault('coverOpen'),
  cutter: (printer) => printer.setFault('cutter'),
  offline: (printer) => printer.setFault('offline'),
  jam: (printer) => printer.jamCutter(),
  paperLow: (printer) => printer.setPaperLow(true),
  busy: (printer) => printer.setBusy(true),
  mute: (printer) => printer.mute(),
  power: (printer) => printer.powerOff(),
}

const remedies: Readonly<Record<string, Act>> = {
  ok(printer) {
    printer.setPaperLow(false)
    printer.setBusy(false)
    printer.setFault('none')
  },
  powerOn: (printer) => printer.powerOn(),
  powerCycle: (printer) => printer.powerCycle(),
  tear: (printer) => void printer.tear(),
}

/** What can also strike in the middle of a paper: `coverOpen@40`, when 40 more millimetres have come out. */
const mishaps: Readonly<Record<string, Mishap>> = {
  paperOut: 'paperOut',
  coverOpen: 'coverOpen',
  cutter: 'cutter',
  offline: 'offline',
  busy: 'busy',
  mute: 'mute',
  power: 'power',
}

/** @returns what a `--fault` does, `null` if there is none of that name */
export const findFault = (word: string): Act | null => later(word) ?? own(faults, word)

/** @returns what a typed word does: a fault, what mends it, or `paper`, a new roll (`paper 60`: of 60 mm) */
export function findWord(words: string): Act | null {
  const [word = 'ok', mm] = words.trim().split(/\s+/).filter(Boolean)
  if (word === 'paper' && (mm === undefined || /^\d{1,6}$/.test(mm)))
    return (printer) => printer.loadPaper(mm === undefined ? undefined : Number(mm) * dotsPerMm)
  return mm === undefined ? (own(remedies, word) ?? findFault(word)) : null
}

export const faultNames: readonly string[] = [
  ...Object.keys(faults),
  ...Object.keys(mishaps).map((name) => `${name}@<mm>`),
]
export const wordNames: readonly string[] = [...Object.keys(remedies), 'paper [mm]', ...faultNames]

function later(word: string): Act | null {
  const [, name = '', mm = ''] = /^(\w+)@(\d{1,6})$/.exec(word) ?? []
  const mishap = own(mishaps, name)
  return mishap === null ? null : (printer) => printer.failAfter(Number(mm) * dotsPerMm, mishap)
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null
