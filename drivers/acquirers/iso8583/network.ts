import type { Dialect } from '#drivers/iso8583/dialect.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { Requests } from './requests.ts'

/** 0800: what is said about the line and not about money. `null`: this dialect has no such thing. */
export interface NetworkTalk {
  signOn(): Message | null
  signOff(): Message | null
  echo(): Message | null
}

const stans = 999_999

/**
 * Their STANs are of their own, for they are no questions of the till: they count up from the second of the first one,
 * so that a till that starts again does not say the same ones again, and a late answer is never that to a later one.
 */
export function networkTalk(
  { network }: Pick<Dialect['talk'], 'network'>,
  requests: Requests,
  clock: () => Stamp,
): NetworkTalk {
  let last: number | null = null
  const message = (code: string | null | undefined): Message | null => {
    if (code === null || code === undefined) return null
    const at = clock()
    last = ((last ?? Math.floor(at.utcMs / 1_000)) % stans) + 1
    return requests.network(code, last, at)
  }
  return {
    signOn: () => message(network?.signOn),
    signOff: () => message(network?.signOff),
    echo: () => message(network?.echo),
  }
}
