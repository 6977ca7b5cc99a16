import { z } from 'zod'
import { paperUses } from '../kernel/paper-kinds.ts'
import {
  printerProtocols,
  readerProtocols,
  serialFlows,
  serialFormats,
  terminalProtocols,
} from './devices.ts'

/**
 * The door of `devices.configure`: where a device is, bounded and strict, so that nothing unknown reaches
 * `devices.json`.
 */
const name = z.string().trim().min(1).max(60)
/** A host name, an IPv4 or an IPv6 address; no scheme, no port, no path. */
const host = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$|^::1$/)
const path = z
  .string()
  .min(1)
  .max(400)
  .regex(/^\P{Cc}+$/u)
const port = z.number().int().min(1).max(65_535)

const devicePlaceSchema = z.discriminatedUnion('via', [
  z.strictObject({ via: z.literal('simulated') }),
  z.strictObject({ via: z.literal('hand') }),
  z.strictObject({ via: z.literal('tcp'), host, port }),
  z.strictObject({ via: z.literal('https'), host, port }),
  z.strictObject({
    via: z.literal('serial'),
    path,
    baud: z.number().int().min(300).max(921_600),
    format: z.enum(serialFormats).exactOptional(),
    flow: z.enum(serialFlows).exactOptional(),
  }),
  z.strictObject({ via: z.literal('usb'), path }),
  z.strictObject({ via: z.literal('spooler'), printer: path }),
  z.strictObject({ via: z.literal('hid'), path }),
  z.strictObject({ via: z.literal('file'), path }),
])

/** Printable, no blanks at the ends: what stands in a protocol's field. */
const field = (longest: number) => z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${longest}}$`))

const terminalOptionsSchema = z.strictObject({
  till: z
    .string()
    .regex(/^\d{2}$/)
    .exactOptional(),
  password: z
    .string()
    .regex(/^\d{6}$/)
    .exactOptional(),
  saleId: field(32).exactOptional(),
  poiId: field(40).exactOptional(),
  keyIdentifier: field(64).exactOptional(),
  keyVersion: z.number().int().min(0).max(999).exactOptional(),
  passphrase: z.string().max(128).exactOptional(),
  caFile: path.exactOptional(),
})

export const terminalConfigSchema = z.strictObject({
  protocol: z.enum(terminalProtocols),
  place: devicePlaceSchema,
  name,
  options: terminalOptionsSchema.exactOptional(),
})

const printerConfigSchema = z.strictObject({
  protocol: z.enum(printerProtocols),
  place: devicePlaceSchema,
  name,
  profile: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  codePage: z.number().int().min(0).max(255).exactOptional(),
  papers: z.array(z.enum(paperUses)).max(paperUses.length).readonly().exactOptional(),
})

export const devicesConfigSchema = z.strictObject({
  terminal: terminalConfigSchema.nullable(),
  printer: printerConfigSchema.nullable(),
  morePrinters: z.array(printerConfigSchema).max(4).readonly().exactOptional(),
  reader: z
    .strictObject({ protocol: z.enum(readerProtocols), place: devicePlaceSchema, name })
    .nullable()
    .exactOptional(),
  scanner: z.strictObject({ place: devicePlaceSchema, name }).nullable().exactOptional(),
})
