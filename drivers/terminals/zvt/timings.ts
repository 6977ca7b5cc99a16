/** Every wait of the ZVT driver, in milliseconds. T1 to T4 are the transport protocol's (PA00P016 §4). */
export interface ZvtTimings {
  /** Opening the wire. [1000, 30000], default 10000 */
  readonly connectMs: number
  /** T1: between two bytes of a serial block. Default 200 */
  readonly byteMs: number
  /** T2: from a serial block to its ACK or NAK. Default 5000 */
  readonly blockMs: number
  /** T3: from a command to 80 or 84; over TCP also the longest pause inside an APDU. Default 5000 */
  readonly replyMs: number
  /** T4: from 80 to the completion, begun again by each 04 FF and 04 0F. [60000, 600000], default 180000 */
  readonly commandMs: number
  /**
   * Commands without card and acquirer: registration, status enquiry, repeated receipt. [5000, 60000], default
   * 30000
   */
  readonly questionMs: number
  /**
   * How long the end of a command is awaited after 06 B0 while nothing comes: an approval may be in flight. Default
   * 60000
   */
  readonly abortMs: number
  /**
   * Within this a terminal that got no answer to its approval has taken it back, or never will (PA00P015 §2.2.8): three
   * blocks of T2 on a serial line, and the message to the acquirer. Default 20000; never shorten
   */
  readonly reversalMs: number
  /** Pause before a busy terminal is asked again. Default 2000 (PA00P015 §2.20) */
  readonly pollMs: number
  /** How long a terminal that is busy or away is asked again. Default 60000 */
  readonly pollForMs: number
  /** How far the terminal's clock may be from the till's when a record is looked for by its time. Default 60000 */
  readonly clockToleranceMs: number
}

export const zvtTimings: ZvtTimings = {
  connectMs: 10_000,
  byteMs: 200,
  blockMs: 5_000,
  replyMs: 5_000,
  commandMs: 180_000,
  questionMs: 30_000,
  abortMs: 60_000,
  reversalMs: 20_000,
  pollMs: 2_000,
  pollForMs: 60_000,
  clockToleranceMs: 60_000,
}
