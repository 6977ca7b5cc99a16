import { withoutCardNumbers } from './card-digits.ts'

/** What a spreadsheet takes for the start of a formula, full-width forms too, and our own guard against it. */
const formula = "[=+\\-@'＝＋－＠]"
/** Where a cell may begin, whichever separator the spreadsheet was told of. */
const unguarded = new RegExp(`(^|[;,|])(?=${formula})`, 'g')
const guarded = new RegExp(`(^|[;,|])'(?=${formula})`, 'g')

/** Line ends, tabs, other controls and marks that turn the direction of a line: none may shape the file. */
const shaping = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu

/**
 * A text as a cell: always in quotes; an apostrophe before whatever a spreadsheet would calculate. Ids, keys and
 * signatures are such texts, too: one in 64 begins with a minus.
 */
export const idCell = (text: string): string => `"${text.replace(unguarded, "$1'").replaceAll('"', '""')}"`

/** The same of a text from elsewhere: one line, card numbers cut, whatever put one there. */
export const textCell = (text: string): string => idCell(plainText(text))

/** The text of a cell that was written so, its quotes already taken away by the CSV reader. */
export const textOfCell = (cell: string): string => cell.replace(guarded, '$1')

/** What a text comes to in a file: one line, whole characters, no card number. */
export const plainText = (text: string): string =>
  withoutCardNumbers(text.toWellFormed().replace(shaping, ' ').trim())
