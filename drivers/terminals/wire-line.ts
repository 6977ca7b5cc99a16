/**
 * What went over a terminal's wire, for people: fields by name or bytes in hex, card numbers masked to first six and
 * last four, noise only counted. Fit to be written down and handed to a stranger.
 */
export interface WireLine {
  readonly direction: 'out' | 'in' | 'noise'
  readonly text: string
}
