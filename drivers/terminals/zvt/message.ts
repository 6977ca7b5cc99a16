import { hexOf, unpackDigits } from '#drivers/framing/bcd.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { maskText } from '../masking.ts'
import { type Apdu, control } from './apdu.ts'
import { bitmap } from './bitmaps.data.ts'
import { countedPlace, readBitmaps, readContainer, readLevel } from './bitmaps.ts'
import { type Printed, readPrint } from './print.ts'
import { progressSteps } from './progress.data.ts'
import { readStatus, type StatusInformation } from './status.ts'
import { decodeLine } from './text.ts'

/** What a terminal said, read. */
export type Message =
  /** 80 00, or 84 00 which means the same. */
  | { readonly type: 'accepted' }
  /** 84 xx: the command was not begun. */
  | { readonly type: 'refused'; readonly code: string }
  /** 04 FF. `waitMs`: how long the terminal says that it may take now. */
  | {
      readonly type: 'progress'
      readonly step: TerminalStep | null
      readonly text: string
      readonly waitMs: number | null
    }
  | { readonly type: 'status'; readonly status: StatusInformation }
  | { readonly type: 'print'; readonly printed: Printed }
  | { readonly type: 'completed'; readonly completion: Completion }
  /** 06 1E: the command failed. `null`: it does not say why. */
  | { readonly type: 'aborted'; readonly code: string | null }
  | { readonly type: 'other' }

export interface Completion {
  /** BMP 49 of a registration. */
  readonly currency: string | null
  /** BMP 29 of a registration. */
  readonly terminalId: string | null
  /** First byte that is no bitmap, of a status enquiry: the terminal's condition. `null`: none was given. */
  readonly condition: string | null
}

/** The "please wait" of a terminal that does something else (PA00P015 §2.20). */
export const busyCode = '9C'
/** "Function not possible" (PA00P015 §10). */
export const notPossibleCode = '83'
/** "Wrong currency" (PA00P015 §10). */
export const wrongCurrencyCode = '6F'

export function readMessage(apdu: Apdu): Message {
  const { control: code, data } = apdu
  if (code === control.positive || code === 0x8400) return { type: 'accepted' }
  if (code >> 8 === 0x84) return { type: 'refused', code: refusalCode(apdu) }
  switch (code) {
    case control.intermediate:
      return readProgress(data)
    case control.status:
      return { type: 'status', status: readStatus(data) }
    case control.printLine:
    case control.printBlock:
      return { type: 'print', printed: readPrint(apdu) }
    case control.completion:
      return { type: 'completed', completion: readCompletion(data) }
    case control.aborted:
      return { type: 'aborted', code: data.length === 0 ? null : hexOf(data.subarray(0, 1)) }
    default:
      return { type: 'other' }
  }
}

/** `84 xx`; `84 1E` carries the error in its data (PA00P015 §2.1). */
function refusalCode({ control: code, data }: Apdu): string {
  const named = (code & 0xff) === 0x1e && data.length > 0
  return hexOf(named ? data.subarray(0, 1) : Uint8Array.of(code & 0xff))
}

/** `<code> [<timeout> [06 <TLV 24 { 07 text }>]]`; the timeout is in minutes, two digits. */
function readProgress(data: Uint8Array): Message {
  const minutes = Number(unpackDigits(data.subarray(1, 2)) ?? '')
  const texts = readContainer(readBitmaps(data.subarray(2)).fields)
    .filter(({ tag }) => tag === '24')
    .flatMap(({ value }) => readLevel(value))
    .filter(({ tag }) => tag === '07')
    .map(({ value }) => maskText(decodeLine(value)))
  return {
    type: 'progress',
    step: progressSteps[data[0] ?? -1] ?? null,
    text: texts.join(' ').slice(0, 120).toWellFormed(),
    waitMs: minutes > 0 ? minutes * 60_000 : null,
  }
}

/**
 * A registration's completion holds bitmaps, a status enquiry's `[F.F.F.<software version>] <condition>`; which of
 * the two was asked decides what is looked at.
 */
function readCompletion(data: Uint8Array): Completion {
  const { fields } = readBitmaps(data)
  const digits = (name: number): string | null => unpackDigits(fields.get(name) ?? Uint8Array.of(0xff))
  const version = countedPlace(data, 0, 3)
  const place = version === null ? 0 : version.from + version.length
  const condition = data[place]
  return {
    currency: digits(bitmap.currency),
    terminalId: digits(bitmap.terminalId),
    condition: condition === undefined ? null : hexOf(Uint8Array.of(condition)),
  }
}
