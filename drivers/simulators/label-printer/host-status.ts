/** What the printer has to say of itself. */
export interface LabelCondition {
  readonly paperOut: boolean
  readonly headOpen: boolean
  readonly paused: boolean
  /** Formats read and not yet printed. */
  readonly formats: number
  readonly partial: boolean
  /** Labels of the present batch still to come. */
  readonly remaining: number
  readonly labelDots: number
}

const flag = (on: boolean): string => (on ? '1' : '0')
const padded = (value: number, width: number): string => String(value).padStart(width, '0')
const line = (text: string): string => `\x02${text}\x03\r\n`

/** The three lines of `~HS`. Source: ZPL II guide, Host Status Return. An open head and an empty roll also pause. */
export function hostStatus(condition: LabelCondition): Uint8Array {
  const { paperOut, headOpen, paused, formats, partial, remaining, labelDots } = condition
  const first = [
    '030',
    flag(paperOut),
    flag(paused || paperOut || headOpen),
    padded(labelDots, 4),
    padded(formats, 3),
    '0',
    '0',
    flag(partial),
    '000',
    '0',
    '0',
    '0',
  ]
  const second = ['000', '0', flag(headOpen), '0', '0', '2', '4', '0', padded(remaining, 8), '1', '000']
  return Buffer.from(line(first.join(',')) + line(second.join(',')) + line('1234,0'), 'latin1')
}
