/** Seconds on a serial line, 8N1: ten bits a byte. */
export const secondsAt = (bytes: number, baud: number): number => (bytes * 10) / baud
