import { readFileSync } from 'node:fs'

/** Hex of `test/fixtures/zvt`: recorded from real terminals, or published; blanks are for the eye. */
const read = <T>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/zvt/${name}.json`, import.meta.url), 'utf8')) as T[]

export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'))

export const blockVectors = read<{ readonly what: string; readonly apdu: string; readonly block: string }>(
  'blocks',
)

export const statusVectors = read<{
  readonly what: string
  readonly apdu: string
  readonly read: Readonly<Record<string, unknown>>
}>('statuses')

export const messageVectors = read<
  { readonly what: string; readonly from: 'till' | 'terminal'; readonly apdu: string } & Readonly<
    Record<string, unknown>
  >
>('messages')
