import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** 256 bits: nobody guesses it, on this machine or from a page. */
const secret = (): string => randomBytes(32).toString('base64url')
const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

/**
 * Who may talk to the till over its port. The printed address carries a token that admits one browser, once; from
 * then on that browser shows a cookie that scripts cannot read and other sites cannot make it send.
 */
export interface Admission {
  /** A fresh one-time token; the one before it is void. Browsers already inside stay. */
  newToken(): string
  /** Spends the token. Returns the `Set-Cookie` of the browser that brought it, `null` if it is not (or no longer) good. */
  admit(token: string): string | null
  /** Whether this browser was admitted before. */
  isInside(headers: IncomingHttpHeaders): boolean
  /** Whether the request was meant for us: a page elsewhere that rebinds its name to 127.0.0.1 still sends its own name. */
  isOurHost(headers: IncomingHttpHeaders): boolean
  /** Whether our own page makes the request; for WebSockets, which browsers let any page open. */
  isOurPage(headers: IncomingHttpHeaders): boolean
}

export function openAdmission(port: number): Admission {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  // Cookies do not know ports: two tills on one machine must not overwrite each other's.
  const cookieName = `hanout-${port}`
  const inside = new Set<string>()
  let token: string | null = null

  return {
    newToken() {
      token = secret()
      return token
    },
    admit(brought) {
      if (token === null || !same(brought, token)) return null
      token = null
      const pass = secret()
      inside.add(pass)
      return `${cookieName}=${pass}; Path=/; HttpOnly; SameSite=Strict`
    },
    isInside(headers) {
      for (const pair of (headers.cookie ?? '').split(';')) {
        const [name, value] = pair.trim().split('=', 2)
        if (name === cookieName && value !== undefined && [...inside].some((pass) => same(pass, value)))
          return true
      }
      return false
    },
    isOurHost: (headers) => headers.host !== undefined && hosts.includes(headers.host),
    isOurPage: (headers) => headers.host !== undefined && headers.origin === `http://${headers.host}`,
  }
}
