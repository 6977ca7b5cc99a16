import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { readSettings } from '#electron/platform/settings-file.ts'

/** Of a file; relative: in the till's folder. */
const path = z
  .string()
  .min(1)
  .max(400)
  .regex(/^\P{Cc}+$/u)
/** A host name, an IPv4 or an IPv6 address; no scheme, no port, no path. */
const host = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$|^::1$/)
const name = z.string().regex(/^[\w.-]{1,63}$/)

const onThisMachine = (of: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(of)

const shopFileSchema = z.strictObject({
  /** Key of the shop among those of a programme; the same at all its tills. */
  shop: z.string().regex(/^[a-z0-9-]{1,40}$/),
  server: z
    .strictObject({
      host,
      port: z.number().int().min(1).max(65_535).default(5432),
      database: name,
      user: name,
      /** A file with nothing else in it: the settings can be shown to whoever helps. `null`: the server asks for none. */
      passwordFile: path.nullable(),
      /** Certificates (PEM) of whoever vouches for the server; with it every connection is by TLS. */
      authorityFile: path.nullable(),
    })
    .refine((server) => server.authorityFile !== null || onThisMachine(server.host), {
      path: ['authorityFile'],
      message: 'a server on another machine is reached by TLS alone',
    }),
})

/** A shop's database, and who asks. */
export interface ShopPlace {
  readonly shop: string
  /** `postgres://…`, the password in it: never to be shown. */
  readonly url: string
  /** PEM; `null`: no TLS, on this machine. */
  readonly authority: string | null
  /** For people: user, host and database. */
  readonly name: string
}

/** A file that the settings name and that cannot be used. It was left as it is. */
class ShopFileRefused extends Error {
  override readonly name = 'ShopFileRefused'
}

/** More than any password, and any list of authorities. */
const mostPassword = 1_000
const mostAuthorities = 1_000_000

/** Whose login is used instead of the till's own: whoever makes tables may do more than a till. */
export interface OtherLogin {
  readonly user: string
  readonly passwordFile: string | null
}

/**
 * The shop that this till is of, from `shop.json` in its folder.
 * @returns `null`: there is no such file, the till is its whole shop
 * @throws Error with a sentence that names the place of the mistake
 */
export async function readShop(folder: string, login: OtherLogin | null = null): Promise<ShopPlace | null> {
  const at = resolve(folder, 'shop.json')
  const settings = await readSettings(at, shopFileSchema, 'write it anew')
  if (settings === null) return null
  const { shop, server } = settings
  const { user, passwordFile } = login ?? server
  const read = (file: string | null, most: number, what: string): Promise<string | null> =>
    file === null ? Promise.resolve(null) : readText(resolve(folder, file), most, what, at)
  const password = await read(passwordFile, mostPassword, 'the password of the shop’s server')
  const authority = await read(server.authorityFile, mostAuthorities, 'certificates of the shop’s server')
  if (authority !== null && !authority.includes('-----BEGIN CERTIFICATE-----'))
    throw new ShopFileRefused(`${server.authorityFile} holds no certificate (PEM): see ${at}`)
  return {
    shop,
    url: urlOf({ ...server, user }, password?.replace(/\r?\n$/, '') ?? ''),
    authority,
    name: `${user}@${server.host}:${server.port}/${server.database}`,
  }
}

async function readText(file: string, most: number, what: string, at: string): Promise<string> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new ShopFileRefused(`${file}, which ${at} names for ${what}, cannot be read`, { cause })
  }
  if (text.length > most) throw new ShopFileRefused(`${file} is too long for ${what}`)
  return text
}

function urlOf(
  server: { readonly host: string; readonly port: number; readonly database: string; readonly user: string },
  password: string,
): string {
  const login = [server.user, ...(password === '' ? [] : [password])].map(encodeURIComponent).join(':')
  const where = server.host.includes(':') ? `[${server.host}]` : server.host
  return `postgres://${login}@${where}:${server.port}/${encodeURIComponent(server.database)}`
}
