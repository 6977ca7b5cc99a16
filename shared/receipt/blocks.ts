import type { Align, Cell, PaperBlock, TextStyle } from './document.ts'

/** Small makers of blocks, so that a layout reads like the paper it makes. */
export const cell = (text: string, direction: Cell['direction'], style?: TextStyle): Cell =>
  style === undefined ? { text, direction } : { text, direction, style }

export const textBlock = (content: Cell, align: Align): PaperBlock => ({ type: 'text', cell: content, align })

export const row = (left: Cell, right: Cell): PaperBlock => ({ type: 'row', left, right })

export const rule = (style: 'single' | 'double' = 'single'): PaperBlock => ({ type: 'rule', style })

export const space = (lines = 1): PaperBlock => ({ type: 'space', lines })

export const cut: PaperBlock = { type: 'cut' }
