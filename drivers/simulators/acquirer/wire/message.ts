/** A message as this host holds it: text as it was on the wire, blanks included; bytes as hexadecimal digits. */
export interface HostMessage {
  readonly mti: string
  readonly fields: ReadonlyMap<number, string>
}

/** What came of one message: all of it, or as much as could be read before what is wrong. */
export interface Reading extends HostMessage {
  readonly trouble: ReadingTrouble | null
}

export interface ReadingTrouble {
  readonly kind: 'format' | 'cardData'
  /** Nothing of any value is in the words. */
  readonly text: string
}
