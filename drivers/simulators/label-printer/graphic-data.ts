/** Letters that count: G…Y for 1…19, g…z for 20…400. Source: ZPL II guide, alternative data compression scheme. */
function countOf(letter: string): number {
  if (letter >= 'G' && letter <= 'Y') return letter.charCodeAt(0) - 'G'.charCodeAt(0) + 1
  if (letter >= 'g' && letter <= 'z') return (letter.charCodeAt(0) - 'g'.charCodeAt(0) + 1) * 20
  return 0
}

/**
 * The bytes of a `^GFA` field, rows under each other.
 * @returns what is wrong with the data, as a sentence, where it is not exactly `rows` rows
 */
export function graphicBytes(data: string, bytesPerRow: number, rows: number): Uint8Array | string {
  const digits = bytesPerRow * 2
  const lines: string[] = []
  let line = ''
  let count = 0
  const end = (filler: string) => {
    lines.push(line.padEnd(digits, filler))
    line = ''
  }
  for (const char of data) {
    const counted = countOf(char)
    if (counted > 0) {
      count += counted
      continue
    }
    if (count > 0 && !/[0-9A-Fa-f]/.test(char)) return `a count before ${JSON.stringify(char)}`
    if (char === ',') end('0')
    else if (char === '!') end('F')
    else if (char === ':') {
      const above = lines.at(-1)
      if (above === undefined || line !== '') return 'a repeated row without a row above'
      lines.push(above)
    } else if (/[0-9A-Fa-f]/.test(char)) line += char.repeat(Math.max(1, count))
    else return `${JSON.stringify(char)} in graphic data`
    count = 0
    // A run may go on into the next row.
    while (line.length >= digits) {
      lines.push(line.slice(0, digits))
      line = line.slice(digits)
    }
    if (lines.length > rows) return `more than ${rows} rows`
  }
  if (line !== '' || count > 0 || lines.length !== rows) return `${lines.length} rows instead of ${rows}`
  return Buffer.from(lines.join(''), 'hex')
}
