import type { Cell } from '#shared/receipt/document.ts'

/** Text that keeps together on the line, in its own base direction. */
export interface VisualRun {
  readonly text: string
  readonly direction: Cell['direction']
}

const LRI = '\u2066'
const RLI = '\u2067'
const FSI = '\u2068'
const PDI = '\u2069'

/** Hebrew, Arabic and what else is written right to left, its digits and marks included. */
const rightToLeft = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const anyRight = new RegExp(`[${rightToLeft}\\u200e\\u200f\\u202a-\\u202e]`, 'u')
/** Letters of the right, spaces and common signs: all of it goes leftwards, whatever stands beside it. */
const onlyRight = new RegExp(
  `^[${rightToLeft} !-/:-@[-\`{-~\\u00a0\\u00ab\\u00b7\\u00bb\\u00d7\\u202f]*$`,
  'u',
)
const rightDigits = /[\u0600-\u0605\u0660-\u066c\u06dd\u06f0-\u06f9]/
const firstLetter = new RegExp(`[${rightToLeft}]|\\p{L}`, 'u')

/**
 * The text as runs in the order they stand on the line, left to right, as far as that is certain from the isolates in
 * it alone: what is outside them is of one direction, and an isolate moves as one (UAX #9 §3.1.2, X5a-c). Where it is
 * not certain the whole text is one run, and whoever draws it does the ordering.
 */
export function visualRuns(text: string, direction: Cell['direction']): readonly VisualRun[] {
  const items = itemsOf(text)
  if (items === null || !items.every((item) => item.isolate || certain(item.text, direction)))
    return [{ text, direction }]
  const runs = items.map((item): readonly VisualRun[] =>
    item.isolate ? visualRuns(item.text, item.direction) : [{ text: item.text, direction }],
  )
  return (direction === 'ltr' ? runs : runs.reverse()).flat()
}

const certain = (outside: string, direction: Cell['direction']): boolean =>
  direction === 'ltr' ? !anyRight.test(outside) : onlyRight.test(outside) && !rightDigits.test(outside)

type Item =
  | { readonly isolate: false; readonly text: string }
  | { readonly isolate: true; readonly text: string; readonly direction: Cell['direction'] }

/** What is outside isolates and the outermost isolates, in the order of the text; `null` if one is not closed. */
function itemsOf(text: string): readonly Item[] | null {
  const items: Item[] = []
  let depth = 0
  let opener = ''
  let piece = ''
  const end = (isolate: boolean) => {
    if (piece !== '') items.push(isolate ? isolated(opener, piece) : { isolate, text: piece })
    piece = ''
  }
  for (const char of text) {
    if (char === LRI || char === RLI || char === FSI) {
      if (depth++ > 0) piece += char
      else {
        end(false)
        opener = char
      }
    } else if (char === PDI) {
      if (--depth < 0) return null
      if (depth > 0) piece += char
      else end(true)
    } else piece += char
  }
  if (depth !== 0) return null
  end(false)
  return items
}

function isolated(opener: string, text: string): Item {
  if (opener !== FSI) return { isolate: true, text, direction: opener === LRI ? 'ltr' : 'rtl' }
  const [letter] = firstLetter.exec(withoutIsolates(text)) ?? []
  return { isolate: true, text, direction: letter !== undefined && anyRight.test(letter) ? 'rtl' : 'ltr' }
}

/** P2 looks for the first letter outside nested isolates. */
function withoutIsolates(text: string): string {
  let out = ''
  let depth = 0
  for (const char of text) {
    if (char === LRI || char === RLI || char === FSI) depth++
    else if (char === PDI) depth--
    else if (depth === 0) out += char
  }
  return out
}
