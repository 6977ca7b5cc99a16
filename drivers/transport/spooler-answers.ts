import type { TransportErrorCode } from './transport.ts'

/** What the program in PowerShell says, line by line (`spooler-program.ts`). */
export type SpoolerAnswer =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'open'; readonly status: number; readonly attributes: number }
  | { readonly kind: 'taken'; readonly bytes: number }
  | { readonly kind: 'no'; readonly step: string; readonly error: number; readonly taken: number }

/** Reads one line, without its end. @returns `null` for anything that is no answer */
export function readSpoolerAnswer(line: string): SpoolerAnswer | null {
  const [word, ...rest] = line.split(' ')
  if (word === 'names') return rest.every(isBase64) ? { kind: 'names', names: rest.map(textOf) } : null
  const match = shapes.exec(line)?.groups
  if (match === undefined) return null
  const { status, attributes, bytes, step, error, taken } = match
  if (status !== undefined) return { kind: 'open', status: Number(status), attributes: Number(attributes) }
  if (bytes !== undefined) return { kind: 'taken', bytes: Number(bytes) }
  return { kind: 'no', step: step ?? '', error: Number(error), taken: Number(taken) }
}

const shapes =
  /^(?:open (?<status>\d{1,10}) (?<attributes>\d{1,10})|taken (?<bytes>\d{1,10})|no (?<step>[A-Za-z]{1,32}) (?<error>\d{1,10}) (?<taken>\d{1,10}))$/

const isBase64 = (word: string): boolean =>
  word !== '' && Buffer.from(word, 'base64').toString('base64') === word
const textOf = (word: string): string => Buffer.from(word, 'base64').toString('utf8')

/** Bits of a printer's status (winspool.h, `PRINTER_STATUS_…`) with which Windows keeps a job back. */
const holding: readonly (readonly [bit: number, word: string])[] = [
  [0x1, 'paused'],
  [0x2, 'in error'],
  [0x4, 'being removed'],
  [0x8, 'jammed'],
  [0x10, 'out of paper'],
  [0x80, 'offline'],
  [0x1000, 'not available'],
  [0x100000, 'waiting for somebody'],
  [0x400000, 'open'],
  [0x800000, 'on a machine that does not answer'],
]

/** `PRINTER_ATTRIBUTE_WORK_OFFLINE`: set by a person, or by Windows when the USB cable is out. */
const workOffline = 0x400

/** Why Windows would keep a job back, in a word or two; `null`: it would print it. */
export function holdsJobs(status: number, attributes: number): string | null {
  if ((attributes & workOffline) !== 0) return 'offline'
  return holding.find(([bit]) => (status & bit) !== 0)?.[1] ?? null
}

/** Windows' error numbers (winerror.h) that a person can do something about. */
const windowsErrors: Readonly<Record<number, readonly [TransportErrorCode, string]>> = {
  5: ['denied', 'this account may not print on it'],
  63: ['io', 'the job was deleted'],
  112: ['io', 'the disk of the queue is full'],
  1722: ['refused', 'the print spooler of this Windows is not running'],
  1796: ['notFound', 'its port is gone'],
  1801: ['notFound', 'Windows has no such printer'],
  1905: ['notFound', 'the printer was removed'],
  1906: ['refused', 'the printer is in no state to print'],
  3012: ['notFound', 'Windows has no such printer'],
}

/** A refusal as the transport tells it. */
export function refusalOf(
  answer: Extract<SpoolerAnswer, { kind: 'no' }>,
): readonly [TransportErrorCode, string] {
  const [code, words] = windowsErrors[answer.error] ?? ['io', 'Windows refused']
  const half = answer.taken > 0 ? `, ${answer.taken} bytes were taken` : ''
  return [code, `${words} (${answer.step}, error ${answer.error}${half})`]
}
