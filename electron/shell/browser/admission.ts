import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { AdmittedBrowser } from './browsers-file.ts'

/** 256 bits: nobody guesses it, on this machine or from a page. */
const secret = (): string => randomBytes(32).toString('base64url')
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
const same = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))

/** How long a browser stays admitted, s: the page of a shop that opens daily, not one forgotten on a lent machine. */
const admittedSeconds = 30 * 24 * 60 * 60
/** Browsers remembered at once; the oldest gives way. */
const mostBrowsers = 32

/**
 * Who may talk to the till over its port. The printed address carries a token that admits one browser, once; from
 * then on that browser shows a cookie that scripts cannot read and other sites cannot make it send, for thirty days and
 * across restarts of the till; the till itself keeps only its hash.
 */
export interface Admission {
  /** A fresh one-time token; the one before it is void. Browsers already inside stay. */
  newToken(): string
  /**
   * Spends the token. Returns the `Set-Cookie` of the browser that brought it, `null` if it is not (or no longer)
   * good.
   */
  admit(token: string): string | null
  /** Whether this browser was admitted before. */
  isInside(headers: IncomingHttpHeaders): boolean
  /**
   * Whether the request was meant for us: a page elsewhere that rebinds its name to 127.0.0.1 still sends its own
   * name.
   */
  isOurHost(headers: IncomingHttpHeaders): boolean
  /** Whether our own page makes the request; for WebSockets, which browsers let any page open. */
  isOurPage(headers: IncomingHttpHeaders): boolean
}

export interface AdmissionOptions {
  readonly port: number
  /** Browsers admitted before this start. */
  readonly admitted: readonly AdmittedBrowser[]
  /** Called with all that are inside after each one that came in. */
  readonly onAdmitted: (admitted: readonly AdmittedBrowser[]) => void
  /** The wall clock, Unix milliseconds. */
  readonly nowMs: () => number
}

/** Nobody has a token at first; whoever was admitted before and is not overdue is inside. */
export function openAdmission({ port, admitted, onAdmitted, nowMs }: AdmissionOptions): Admission {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  // Cookies do not know ports: two tills on one machine must not overwrite each other's.
  const cookieName = `hanout-${port}`
  const stillIn = ({ untilMs }: AdmittedBrowser): boolean => untilMs > nowMs()
  let inside = admitted.filter(stillIn)
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
      const browser = { hash: hashOf(pass), untilMs: nowMs() + admittedSeconds * 1000 }
      inside = [...inside.filter(stillIn), browser].slice(-mostBrowsers)
      onAdmitted(inside)
      return `${cookieName}=${pass}; Path=/; Max-Age=${admittedSeconds}; HttpOnly; SameSite=Strict`
    },
    isInside(headers) {
      for (const pair of (headers.cookie ?? '').split(';')) {
        const [name, value] = pair.trim().split('=', 2)
        if (name !== cookieName || value === undefined) continue
        const hash = hashOf(value)
        if (inside.some((browser) => stillIn(browser) && same(browser.hash, hash))) return true
      }
      return false
    },
    isOurHost: (headers) => headers.host !== undefined && hosts.includes(headers.host),
    isOurPage: (headers) => headers.host !== undefined && headers.origin === `http://${headers.host}`,
  }
}
