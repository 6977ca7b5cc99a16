/**
 * Letters of a terminal's text from 80 up: code page 437, which ZVT means when nothing else was agreed (PA00P015
 * §7).
 */
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** A terminal's text as lines break in it; other control characters are dropped. */
export function decodeText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    if (byte >= 0x80) text += upper[byte - 0x80] ?? ''
    else if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte)
    else if (byte === 0x0a || byte === 0x0d) text += '\n'
  }
  return text
}

/** One line, without what pads it. */
export const decodeLine = (bytes: Uint8Array): string => decodeText(bytes).replace(/\n+/g, ' ').trim()
