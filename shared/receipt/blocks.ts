import type { Align, Cell, PaperBlock, TextStyle } from './document.ts'

/** Small makers of blocks, so that a layout reads like the paper it makes. */
export const cell = (text: string, direction: Cell['direction'], style?: TextStyle): Cell =>
  style === undefined ? { text, direction } : { text, direction, style }

/** One text alone on its line or lines. */
export const textBlock = (content: Cell, align: Align): PaperBlock => ({ type: 'text', cell: content, align })

/** Two texts facing each other, each in its own direction. */
export const row = (left: Cell, right: Cell): PaperBlock => ({ type: 'row', left, right })

/** A line across the paper. */
export const rule = (style: 'single' | 'double' = 'single'): PaperBlock => ({ type: 'rule', style })

/** @param lines height in lines of text */
export const space = (lines = 1): PaperBlock => ({ type: 'space', lines })

/** Where the paper ends. */
export const cut: PaperBlock = { type: 'cut' }
