import { z } from 'zod'

/**
 * The door of `settlements.configure`: who settles which terminal, bounded and strict, so that nothing unknown reaches
 * `acquirers.json`.
 */
const path = z
  .string()
  .min(1)
  .max(400)
  .regex(/^\P{Cc}+$/u)
/** Name of a column as it stands in a statement's head. */
const column = z
  .string()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}+$/u)
/** A host name, an IPv4 or an IPv6 address; no scheme, no port, no path. */
const host = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$|^::1$/)
/** Printable, no blanks: what stands in an `ans` field, padded there. */
const field = (longest: number) => z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${longest}}$`))
/** `n..11`, or none. */
const institution = z.string().regex(/^\d{0,11}$/)

export const acquirerIdSchema = z.string().regex(/^[a-z0-9-]{1,20}$/)

const placeSchema = z
  .strictObject({
    via: z.enum(['tcp', 'tls']),
    host,
    port: z.number().int().min(1).max(65_535),
    authorityFile: path.nullable(),
    certificateFile: path.nullable(),
    keyFile: path.nullable(),
  })
  .refine(({ certificateFile, keyFile }) => (certificateFile === null) === (keyFile === null), {
    path: ['keyFile'],
    message: 'a certificate and its key go together',
  })
  .refine((place) => place.via === 'tls' || (place.authorityFile ?? place.certificateFile) === null, {
    path: ['via'],
    message: 'certificates are of TLS',
  })

const waySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('host'),
    dialect: path,
    place: placeSchema,
    terminalId: field(8),
    merchantId: field(15),
    acquirerId: institution,
    settlementId: institution,
    macKeyFile: path.nullable(),
  }),
  z.strictObject({ kind: z.literal('terminal') }),
  z.strictObject({ kind: z.literal('file') }),
])

const whenSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('closing') }),
  z.strictObject({ at: z.literal('hand') }),
  z.strictObject({ at: z.literal('hour'), hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
])

export const columnMapSchema = z.strictObject({
  separator: z.enum([',', ';', '\t', '|']),
  encoding: z.enum(['utf-8', 'windows-1252', 'windows-1256']),
  decimal: z.enum([',', '.']),
  days: z.enum(['DD/MM/YYYY', 'YYYY-MM-DD', 'MM/DD/YYYY', 'DD-MM-YYYY', 'YYYYMMDD']),
  amount: column,
  fee: column.nullable(),
  on: column.nullable(),
  valueOn: column.nullable(),
  authorisation: column.nullable(),
  trace: column.nullable(),
  terminalId: column.nullable(),
  card: column.nullable(),
  kind: z
    .strictObject({
      column,
      refund: z.array(column).max(20).readonly(),
      reversal: z.array(column).max(20).readonly(),
    })
    .nullable(),
})

const acquirerSchema = z.strictObject({
  id: acquirerIdSchema,
  name: z.string().trim().min(1).max(60),
  way: waySchema,
  when: whenSchema,
  terminals: z.array(z.string().min(1).max(64)).max(20).readonly(),
  statement: columnMapSchema.nullable(),
})

export const acquirersConfigSchema = z.strictObject({
  acquirers: z
    .array(acquirerSchema)
    .max(20)
    .readonly()
    .superRefine((acquirers, context) => {
      const ids = new Set<string>()
      const terminals = new Set<string>()
      for (const [at, { id, terminals: own }] of acquirers.entries()) {
        if (ids.has(id)) context.addIssue({ code: 'custom', path: [at, 'id'], message: 'it is there twice' })
        ids.add(id)
        for (const terminal of own) {
          if (terminals.has(terminal)) {
            context.addIssue({
              code: 'custom',
              path: [at, 'terminals'],
              message: 'each terminal has one acquirer',
            })
          }
          terminals.add(terminal)
        }
      }
    }),
})
