/** What can go wrong between a shop and who asks it, whatever the platform. */
export const doorFaults = [
  /** The line goes before the shop hears anything. */
  'cutBefore',
  /** The shop does it, and the line goes before the answer leaves. */
  'cutAfter',
  /** The shop does it, and answers nothing. */
  'silent',
  /** The shop does it, and half of the answer arrives. */
  'half',
  /** A page of HTML with status 200: somebody's login, put before the shop. Nothing is done. */
  'html',
  /** A gateway's page with status 502. The shop did it. */
  'gateway',
  /** Status 503 with `Retry-After`. Nothing is done. */
  'maintenance',
  /** Status 429 with `Retry-After`. Nothing is done. */
  'tooMany',
  /** Sends elsewhere, as a shop that has moved. */
  'moved',
  /** JSON of another shape. The shop did it. */
  'otherShape',
] as const
export type DoorFault = (typeof doorFaults)[number]

interface Waiting {
  readonly fault: DoorFault
  readonly match: RegExp
  left: number
}

/** Faults that wait for their request. */
export class DoorFaults {
  #waiting: Waiting[] = []

  /** @param match against `POST /path`; @param times how many requests it is of */
  set(fault: DoorFault, match = /./, times = 1): void {
    this.#waiting.push({ fault, match, left: times })
  }

  clear(): void {
    this.#waiting = []
  }

  /** The fault of this request, if any; it counts down. */
  take(request: string): DoorFault | null {
    const found = this.#waiting.find(({ match }) => match.test(request))
    if (found === undefined) return null
    found.left -= 1
    if (found.left === 0) this.#waiting = this.#waiting.filter((each) => each !== found)
    return found.fault
  }
}

/** `cutAfter`, `html:3`. @returns `null`: there is no such fault */
export function readDoorFault(text: string): { readonly fault: DoorFault; readonly times: number } | null {
  const [, name, times = '1'] = /^(\w+)(?::([1-9]\d{0,3}))?$/.exec(text) ?? []
  const fault = doorFaults.find((each) => each === name)
  return fault === undefined ? null : { fault, times: Number(times) }
}
