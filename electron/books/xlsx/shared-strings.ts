import { xmlText } from './cell.ts'

/** Words that are kept and pointed at. What comes after the table is full stands in its own cell. */
const mostStrings = 50_000
/** What is longer hardly comes twice. */
const longestString = 200

/**
 * The words of a workbook that come again and again: names, codes, kinds. Written once, which makes a year of ticket lines half
 * as long. Its size has a bound, whatever is written.
 */
export class SharedStrings {
  readonly #places = new Map<string, number>()
  #uses = 0

  /** Where the words stand in the table; `null`: they have to stand in their cell. */
  placeOf(text: string): number | null {
    const known = this.#places.get(text)
    if (known === undefined && (this.#places.size >= mostStrings || text.length > longestString)) return null
    const place = known ?? this.#places.size
    if (known === undefined) this.#places.set(text, place)
    this.#uses += 1
    return place
  }

  /** `xl/sharedStrings.xml`, piece by piece. */
  *xml(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#uses}" uniqueCount="${this.#places.size}">`
    for (const text of this.#places.keys()) yield `<si><t xml:space="preserve">${xmlText(text)}</t></si>`
    yield '</sst>'
  }
}
