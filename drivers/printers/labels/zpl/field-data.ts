/** What may stand in field data as it is: nothing that a printer takes for a command, an escape or a line end. */
const harmless = /^[ !"#$%&'()*+,\-./0-9:;<=>?@A-Z[\]`a-z{|}]$/

const utf8 = new TextEncoder()

/**
 * Text as field data behind `^FH`: everything that could end the field or begin a command (`^`, `~`), the escape itself
 * and everything beyond ASCII goes as `_` and two hexadecimal digits of its UTF-8 (the printer is in `^CI28`).
 */
export function fieldData(text: string): string {
  let out = ''
  for (const char of text) {
    if (harmless.test(char)) out += char
    else for (const byte of utf8.encode(char)) out += `_${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return `^FH^FD${out}^FS`
}

/**
 * A text for `^BC` in code set B from end to end, so that its width is known: the three characters that mean something
 * there are spelled (ZPL II guide, Code 128 invocation characters).
 */
export const code128Data = (text: string): string =>
  `>:${text.replace(/[>^~]/g, (char) => (char === '>' ? '>0' : char === '^' ? '><' : '>='))}`
