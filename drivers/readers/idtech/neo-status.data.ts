/**
 * What a NEO 2 says instead of a card (NEO 2 guide, tables of status and error codes): for logs, the till acts on
 * few of them.
 */
export const neoStatusWords: Readonly<Record<number, string>> = {
  0: 'ok',
  1: 'incorrect header',
  2: 'unknown command',
  3: 'unknown sub-command',
  4: 'CRC error in the frame',
  5: 'incorrect parameter',
  6: 'parameter not supported',
  8: 'timeout',
  10: 'command failed',
  11: 'command not allowed',
  32: 'card returned an error',
  33: 'more than one card',
  34: 'amount over the maximum',
  35: 'request online authorisation',
  36: 'card communication error',
  37: 'card blocked',
  38: 'card expired',
  39: 'card not supported',
  48: 'card did not respond',
  66: 'card answered AAC',
  67: 'card answered ARQC',
  98: 'error in the card or the reader',
  136: 'no long-term key',
}

/** Statuses that come with a card: read, or read and to be authorised elsewhere. */
export const withCard: readonly number[] = [0x00, 0x23]
export const timedOut = 0x08
