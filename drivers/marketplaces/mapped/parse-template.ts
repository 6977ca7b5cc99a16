import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Part, Template, Vocabulary } from './template.ts'

export interface TemplateFault {
  readonly path: readonly PropertyKey[]
  readonly sentence: string
}

/** Bounds of one template: parts in it, how deep, and characters of a text. */
const mostParts = 1_000
const deepest = 12
const longestText = 20_000

/** @param json as it stands in a mapping */
export function parseTemplate(json: unknown, vocabulary: Vocabulary): Result<Template, TemplateFault> {
  let parts = 0
  const at = (
    value: unknown,
    path: readonly PropertyKey[],
    known: Vocabulary,
  ): Result<Template, TemplateFault> => {
    const fault = (sentence: string): Result<never, TemplateFault> => err({ path, sentence })
    parts += 1
    if (parts > mostParts) return fault(`has more than ${mostParts} parts`)
    if (path.length > deepest) return fault(`is deeper than ${deepest}`)
    if (typeof value === 'string') {
      const text = parseText(value, known.values)
      return text.ok ? text : fault(text.error)
    }
    if (value === null || typeof value === 'number' || typeof value === 'boolean')
      return ok({ kind: 'fixed', value })
    if (typeof value !== 'object') return fault('is no JSON')
    if (Array.isArray(value)) {
      const items: Template[] = []
      for (const [index, item] of value.entries()) {
        const read = at(item, [...path, index], known)
        if (!read.ok) return read
        items.push(read.value)
      }
      return ok({ kind: 'list', items })
    }
    if (Object.hasOwn(value, '$each')) return eachOf(value, path, known)
    const fields: (readonly [string, Template])[] = []
    for (const [name, field] of Object.entries(value)) {
      const read = at(field, [...path, name], known)
      if (!read.ok) return read
      fields.push([name, read.value])
    }
    return ok({ kind: 'fields', fields })
  }
  const eachOf = (value: object, path: readonly PropertyKey[], known: Vocabulary) => {
    const { $each: list, $as: item, ...more } = value as Readonly<Record<string, unknown>>
    const names = typeof list === 'string' && Object.hasOwn(known.lists, list) ? known.lists[list] : undefined
    if (typeof list !== 'string' || names === undefined) {
      const there = Object.keys(known.lists).join(', ') || 'none'
      return err({ path: [...path, '$each'], sentence: `is no list here; there is: ${there}` })
    }
    if (item === undefined || Object.keys(more).length > 0)
      return err({ path, sentence: 'has $each and $as, and nothing else' })
    // No list inside a list: what comes out is never longer than both together.
    const read = at(item, [...path, '$as'], { values: [...known.values, ...names], lists: {} })
    return read.ok ? ok({ kind: 'each', list, item: read.value } as const) : read
  }
  return at(json, [], vocabulary)
}

const placeholder = /\{([^{}]*)\}/g

/** `{piece.sku}` alone is the value as it is; among other words it is text. Braces stand for nothing else. */
export function parseText(text: string, known: readonly string[]): Result<Template, string> {
  if (text.length > longestText) return err(`is longer than ${longestText} characters`)
  const parts: Part[] = []
  let end = 0
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(placeholder)) {
    const optional = inside.endsWith('?')
    const name = optional ? inside.slice(0, -1) : inside
    if (!known.includes(name)) return err(`has no {${name.slice(0, 40)}} here; there is: ${known.join(', ')}`)
    if (whole === text) return ok({ kind: 'value', name, optional })
    if (optional) return err(`{${inside}} can be left out only where it stands alone`)
    if (index > end) parts.push({ fixed: text.slice(end, index) })
    parts.push({ name })
    end = index + whole.length
  }
  if (end < text.length) parts.push({ fixed: text.slice(end) })
  if (parts.some((part) => 'fixed' in part && /[{}]/.test(part.fixed))) return err('has a brace of its own')
  return parts.some((part) => 'name' in part)
    ? ok({ kind: 'text', parts })
    : ok({ kind: 'fixed', value: text })
}
