import { elements1987 } from './elements.data.ts'
import type { Element, HostWire } from './host-dialect.ts'

/** By number; where there is none: no such element in this dialect. */
export type ElementTable = ReadonlyMap<number, Element>

const notation = /(\d+) (x\+n|ans|an|a|n|z|b)(\.{2,3})?(\d+)/g

/** The elements of 1987 with what a dialect changes. */
export function elementTable({ fields }: Pick<HostWire, 'fields'>): ElementTable {
  const table = new Map<number, Element>()
  for (const [, field, kind, dots = '', length] of elements1987.matchAll(notation)) {
    const letter = kind === 'x+n' ? 1 : 0
    table.set(Number(field), {
      class: kind as Element['class'],
      length: Number(length) + letter,
      prefix: dots.length as Element['prefix'],
    })
  }
  for (const [field, element] of Object.entries(fields)) {
    if (element === null) table.delete(Number(field))
    else table.set(Number(field), element)
  }
  return table
}

const digits = /^\d*$/
const classes: Readonly<Record<Element['class'], RegExp>> = {
  n: digits,
  a: /^[A-Za-z]*$/,
  an: /^[A-Za-z0-9]*$/,
  ans: /^[\x20-\x7e]*$/,
  'x+n': /^[CD]\d*$/,
  z: /^[0-9:;<=>?D]*$/,
  b: /^(?:[0-9A-F]{2})*$/,
}

/** Blanks fill up text of a fixed length on the right, and are no part of it. */
export const isOfClass = (element: Element, value: string): boolean =>
  classes[element.class].test(isPadded(element) ? value.trimEnd() : value)

export const isPadded = ({ class: kind, prefix }: Element): boolean =>
  prefix === 0 && (kind === 'a' || kind === 'an' || kind === 'ans')
