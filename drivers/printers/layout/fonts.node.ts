import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chinese, type FontFile, fontFiles } from './font-files.ts'
import { coveredCodePoints } from './woff-cmap.ts'

const require = createRequire(import.meta.url)

/** The canvas, loaded when the first paper is drawn: 36 MB that a starting till has no use for. */
export const canvasLibrary = (): typeof import('@napi-rs/canvas') => require('@napi-rs/canvas')

/** Ideographs, their punctuation and their wide forms: what only the Chinese font can have. */
const chineseText = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/

const families = [...new Set([...fontFiles, chinese].map(({ family }) => family))].join(', ')

const covered = new Set<number>()
let chineseLoaded = false

/** @throws Error if a font file is missing from the installation. */
function register({ family, locate }: FontFile): void {
  const bytes = readFileSync(locate())
  canvasLibrary().GlobalFonts.register(bytes, family)
  for (const codePoint of coveredCodePoints(bytes)) covered.add(codePoint)
}

/** Loads the fonts that `text` needs, each once a process. @returns what all loaded fonts have glyphs for */
function loadFonts(text: string): ReadonlySet<number> {
  if (covered.size === 0) fontFiles.forEach(register)
  if (!chineseLoaded && chineseText.test(text)) {
    register(chinese)
    chineseLoaded = true
  }
  return covered
}

/** CSS font of the paper, for text that `nameMissing` has seen. @param sizePx em size in dots. */
export function paperFont(sizePx: number, bold: boolean): string {
  loadFonts('')
  return `${bold ? 'bold ' : ''}${sizePx}px ${families}`
}

const ignorable = /\p{Default_Ignorable_Code_Point}|\s/u
/** Fonts list some control characters; the canvas refuses to draw a text that holds U+0000. */
const control = /(?!\s)\p{Cc}/u

/**
 * The text with every character that no font has written as its name, `[U+1F600]`. Left alone, such a character
 * would come from whatever font the machine happens to have, or as an empty box that says nothing.
 */
export function nameMissing(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const has = loadFonts(text)
  let out = ''
  for (const char of text) {
    const codePoint = char.codePointAt(0) ?? 0
    const drawable = (has.has(codePoint) && !control.test(char)) || ignorable.test(char)
    out += drawable ? char : named(codePoint)
  }
  return out
}

const named = (codePoint: number): string =>
  `\u2066[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]\u2069`
