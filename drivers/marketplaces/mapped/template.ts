/** What a placeholder can stand for. */
export type Scalar = string | number | boolean | null
export interface Values {
  readonly [name: string]: Scalar
}
/** What a template is filled with: values by their placeholders’ names, and lists that `$each` goes through. */
export interface Filling {
  readonly values: Values
  readonly lists?: Readonly<Record<string, readonly Values[]>>
}
/** Placeholders that a template may have, and inside `$each` of a list, more. */
export interface Vocabulary {
  readonly values: readonly string[]
  readonly lists: Readonly<Record<string, readonly string[]>>
}

/** JSON with placeholders: data, never code. */
export type Template =
  | { readonly kind: 'fixed'; readonly value: Scalar }
  /** `optional`: left out where there is nothing. */
  | { readonly kind: 'value'; readonly name: string; readonly optional: boolean }
  | { readonly kind: 'text'; readonly parts: readonly Part[] }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [string, Template])[] }
  | { readonly kind: 'each'; readonly list: string; readonly item: Template }
export type Part = { readonly fixed: string } | { readonly name: string }

/** @returns JSON; `undefined`: left out */
export function fill(template: Template, { values, lists = {} }: Filling): unknown {
  switch (template.kind) {
    case 'fixed':
      return template.value
    case 'value': {
      const value = valueAt(values, template.name)
      return template.optional && (value === null || value === '') ? undefined : value
    }
    case 'text':
      return template.parts
        .map((part) => ('fixed' in part ? part.fixed : asText(valueAt(values, part.name))))
        .join('')
    case 'list':
      return template.items.map((item) => fill(item, { values, lists })).filter((item) => item !== undefined)
    case 'fields':
      return Object.fromEntries(
        template.fields
          .map(([name, field]) => [name, fill(field, { values, lists })] as const)
          .filter(([, value]) => value !== undefined),
      )
    case 'each':
      return (lists[template.list] ?? []).map((more) =>
        fill(template.item, { values: { ...values, ...more } }),
      )
  }
}

const valueAt = (values: Values, name: string): Scalar =>
  Object.hasOwn(values, name) ? (values[name] ?? null) : null
const asText = (value: Scalar): string => (value === null ? '' : String(value))

/** Names of all placeholders in it. */
export function namesIn(template: Template): readonly string[] {
  switch (template.kind) {
    case 'fixed':
      return []
    case 'value':
      return [template.name]
    case 'text':
      return template.parts.flatMap((part) => ('name' in part ? [part.name] : []))
    case 'list':
      return template.items.flatMap(namesIn)
    case 'fields':
      return template.fields.flatMap(([, field]) => namesIn(field))
    case 'each':
      return namesIn(template.item)
  }
}
