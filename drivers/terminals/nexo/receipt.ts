import { flagAt, type JsonObject, listAt, objectAt, textAt } from './json.ts'

/** Lines a slip can have at most; what no printer would take is no receipt. */
const longestSlip = 200

/**
 * The receipt meant for the customer, or else the first one there is, as lines of plain text (EpasSaleToPOIMessages,
 * PaymentReceipt/OutputContent). Adyen writes each line as `name=…&value=…&key=…`; others write text.
 */
export function receiptLines(response: JsonObject): readonly string[] {
  const receipts = listAt(response, 'PaymentReceipt')
  const ours = receipts.find((each) => textAt(each, 'DocumentQualifier') === 'CustomerReceipt') ?? receipts[0]
  const lines: string[] = []
  let open = ''
  for (const piece of listAt(objectAt(ours, 'OutputContent'), 'OutputText').slice(0, longestSlip)) {
    const text = lineOf(textAt(piece, 'Text') ?? '')
    if (text === null) continue
    open += text
    // The line goes on only where the terminal says so: EndOfLineFlag is true unless given.
    if (flagAt(piece, 'EndOfLineFlag') === false) continue
    lines.push(open)
    open = ''
  }
  if (open !== '') lines.push(open)
  return lines
}

/** `null`: a place of the layout that this receipt leaves empty. */
function lineOf(text: string): string | null {
  if (!/(^|&)key=/.test(text)) return text
  const line = new URLSearchParams(text)
  const name = line.get('name') ?? ''
  const value = line.get('value') ?? ''
  if (name === '' && value === '') return line.get('key') === 'filler' ? '' : null
  return name === '' || value === '' ? name + value : `${name}: ${value}`
}
