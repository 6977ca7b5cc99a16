/** What a download is that should have been a CSV file, by how it begins. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^\s*</, 'a web page or an XML file, not CSV: sign in at the acquirer’s and download it again'],
  [/^PK\p{Cc}/u, 'an Excel workbook, not CSV: open it and save it as CSV'],
  [/^%PDF/, 'a PDF file, not CSV'],
  [/^\s*[{[]/, 'a JSON file, not CSV'],
]

/** More than any statement, little enough to hold. UTF-16 units. */
const longest = 64 * 1024 * 1024

/** Why a text cannot be a CSV statement at all, whatever its columns; `null`: it may be one. */
export function wrongKindOfFile(text: string): string | null {
  if (text.length > longest) return 'too large for a statement'
  const found = beginnings.find(([shape]) => shape.test(text))
  if (found !== undefined) return found[1]
  if (text.includes('\u0000')) return 'not text in this encoding: save it as CSV in UTF-8'
  return text.trim() === '' ? 'the file is empty' : null
}
