import { maskText } from '../masking.ts'
import { type Apdu, control } from './apdu.ts'
import { readBitmaps, readContainer, readLevel } from './bitmaps.ts'
import { decodeText } from './text.ts'

/** What the terminal left to the till to print, and for whom. */
export interface Printed {
  readonly copy: 'merchant' | 'customer' | 'other'
  /** As received; card numbers not yet masked. */
  readonly lines: readonly string[]
}

/** A slip has some forty lines of forty places; beyond this somebody floods us. */
const mostLines = 300
const longestLine = 120

/** 06 D1: one line, `<attribute> <text>`; 06 D3: TLV 1F07 (for whom) and 25 { 07 line … } (PA00P015 §3.5–6). */
export function readPrint({ control: code, data }: Apdu): Printed {
  if (code === control.printLine) return { copy: 'other', lines: [shown(data.subarray(1))] }
  const objects = readContainer(readBitmaps(data).fields)
  const kind = objects.find(({ tag }) => tag === '1F07')?.value[0]
  const lines = objects
    .filter(({ tag }) => tag === '25')
    .flatMap(({ value }) => readLevel(value))
    .filter(({ tag }) => tag === '07')
    .map(({ value }) => shown(value))
  return { copy: kind === 1 ? 'merchant' : kind === 2 ? 'customer' : 'other', lines }
}

const shown = (text: Uint8Array): string => decodeText(text).replace(/\n+$/, '').slice(0, longestLine)

/** Collects slips; the customer's copy is what goes on the visitor's ticket, where the terminal says which it is. */
export class SlipTray {
  readonly #printed: Printed[] = []
  #lines = 0

  add(printed: Printed): void {
    const room = mostLines - this.#lines
    if (room <= 0) return
    const lines = printed.lines.slice(0, room)
    this.#lines += lines.length
    this.#printed.push({ ...printed, lines })
  }

  /** @param card number known from the same exchange, clear or masked; every occurrence is masked */
  slip(card: string | null): readonly string[] {
    const customer = this.#printed.filter(({ copy }) => copy === 'customer')
    const chosen = customer.length > 0 ? customer : this.#printed
    return chosen
      .flatMap(({ lines }) => lines)
      .map((line) => maskText(line, card === null ? [] : [card]).toWellFormed())
  }
}
