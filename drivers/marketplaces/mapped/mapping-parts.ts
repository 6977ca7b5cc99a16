import { z } from 'zod'
import { parseTemplate, parseText } from './parse-template.ts'
import { type Path, parsePath } from './path.ts'
import type { Template, Vocabulary } from './template.ts'

/** What mappings are made of. Each is checked and read into what is worked with in one pass, so that a mistake has its place. */

export const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .regex(/^\P{Cc}*$/u, 'has a control character')

const pathOf = (lists: boolean) =>
  z.string().transform((said, context): Path => {
    const path = parsePath(said, lists)
    if (path.ok) return path.value
    context.addIssue({ code: 'custom', message: path.error })
    return z.NEVER
  })
export const path = pathOf(false)
export const listPath = pathOf(true)
/** One path, or several whose answers go together. */
export const paths = z.union([path.transform((one): readonly Path[] => [one]), z.array(path).min(1).max(8)])

export const template = (vocabulary: Vocabulary) =>
  z.unknown().transform((said, context): Template => {
    const read = parseTemplate(said, vocabulary)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', path: [...read.error.path], message: read.error.sentence })
    return z.NEVER
  })

/** `/orders/{order.id}`: each placeholder becomes one step of the address. */
export const address = (vocabulary: Vocabulary) =>
  z
    .string()
    .max(400)
    .regex(/^(\/[^\s?#\\]*)?$/, 'must begin with / and have neither blanks nor ? (see query)')
    .transform((said, context): Template => {
      const read = parseText(said, vocabulary.values)
      if (read.ok) return read.value
      context.addIssue({ code: 'custom', message: read.error })
      return z.NEVER
    })

const headerName = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, 'is no header name')
export const header = headerName.transform((name) => name.toLowerCase())
/** Those that the web itself writes, or that carry the key. */
const ownHeaders: ReadonlySet<string> = new Set([
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'connection',
])
export const headers = (vocabulary: Vocabulary) =>
  z.record(
    header.refine((name) => !ownHeaders.has(name), 'is written by the till itself'),
    template(vocabulary),
  )

const scalar = z.union([z.string().max(200), z.number(), z.boolean(), z.null()])

/** What an answer must have at a path: a value, `"*"` for any, `"order.*"` for any that begins so, `null` for none. */
export interface Condition {
  readonly path: Path
  readonly is: string | null
}

const fieldsAt = <T>(value: z.ZodType<T>) => z.record(z.string().max(200), value)

/** `{ "status": "paid" }`: all of them must hold. */
export const conditions = fieldsAt(scalar).transform((said, context): readonly Condition[] =>
  Object.entries(said).flatMap(([at, is]) => {
    const read = parsePath(at, false)
    if (read.ok) return [{ path: read.value, is: is === null ? null : String(is) }]
    context.addIssue({ code: 'custom', path: [at], message: read.error })
    return []
  }),
)

/** What an answer must say to be believed. */
export interface Expectation {
  readonly path: Path
  readonly is: Template
}

/** `{ "id": "{ref.variant}" }`, or `"nothing"` for an answer without a body. */
export const expectations = (vocabulary: Vocabulary) =>
  z.union([
    z.literal('nothing'),
    fieldsAt(template({ values: vocabulary.values, lists: {} }))
      .refine(
        (said) => Object.keys(said).length > 0,
        'must expect something: a yes that says nothing proves nothing',
      )
      .transform((said, context): readonly Expectation[] =>
        Object.entries(said).flatMap(([at, is]) => {
          const read = parsePath(at, false)
          if (read.ok) return [{ path: read.value, is }]
          context.addIssue({ code: 'custom', path: [at], message: read.error })
          return []
        }),
      ),
  ])
