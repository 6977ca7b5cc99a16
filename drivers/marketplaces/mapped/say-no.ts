import { type ReadNo, type Refused, refused } from '../json.ts'
import { retryAfterMs } from '../retry-after.ts'
import { holdsIn, textAt } from './conditions.ts'
import type { Shop } from './settings.ts'

/** What one answer that says no means, by the rules of a mapping. @param headers of the answer, names in lower case */
export function noOf(
  { settings, mapping }: Shop,
  headers: Readonly<Record<string, string>>,
): { readonly read: ReadNo; readonly told: (no: Refused) => Refused } {
  const { rules, text = [] } = mapping.errors
  let words = ''
  return {
    /** By the first rule that fits; its own words are kept, whoever finds out what they mean. */
    read(status, json) {
      words = text
        .map((path) => textAt(path, json))
        .filter((each) => each !== null)
        .join(': ')
      const rule = rules.find(
        (each) =>
          (each.status ?? [status]).includes(status) && (each.when === undefined || holdsIn(each.when, json)),
      )
      if (rule === undefined) return null
      const later = rule.is === 'tooMany' || rule.is === 'unavailable'
      return refused(rule.is, `status ${status}`, later ? { afterMs: retryAfterMs(headers) } : null)
    },
    /** With what it said itself, when to ask again as it says that, and without the key, which some repeat. */
    told(no) {
      const said = words !== '' && /^status \d+$/.test(no.text) ? words : no.text
      const { key } = settings
      const again = no.again === null ? null : (saidAgain(mapping.retryAfter, headers) ?? no.again)
      return refused(no.code, key.length < 8 ? said : said.replaceAll(key, '…'), again)
    },
  }
}

/** In a header of its own. @returns `null`: it does not say */
function saidAgain(
  retryAfter: Shop['mapping']['retryAfter'],
  headers: Readonly<Record<string, string>>,
): Refused['again'] {
  const said = retryAfter === undefined ? undefined : headers[retryAfter.header]
  if (said === undefined || !/^\d{1,9}(\.\d+)?$/.test(said)) return null
  const seconds = retryAfter?.unit === 'milliseconds' ? String(Math.ceil(Number(said) / 1_000)) : said
  return { afterMs: retryAfterMs({ 'retry-after': seconds }) }
}
