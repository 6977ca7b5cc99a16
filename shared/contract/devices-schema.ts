import { z } from 'zod'

/** The door of `devices.configure`: where a device is, bounded and strict, so that nothing unknown reaches `devices.json`. */
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

const devicePlaceSchema = z.discriminatedUnion('via', [
  z.strictObject({ via: z.literal('simulated') }),
  z.strictObject({ via: z.literal('tcp'), host, port: z.number().int().min(1).max(65_535) }),
  z.strictObject({ via: z.literal('serial'), path, baud: z.number().int().min(300).max(921_600) }),
  z.strictObject({ via: z.literal('file'), path }),
])

export const devicesConfigSchema = z.strictObject({
  terminal: z.strictObject({ protocol: z.literal('naps'), place: devicePlaceSchema, name }).nullable(),
  printer: z
    .strictObject({
      protocol: z.literal('escpos'),
      place: devicePlaceSchema,
      name,
      profile: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    })
    .nullable(),
})
