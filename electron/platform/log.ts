import { pino } from 'pino'
import { maskCardNumbers } from './mask-card-numbers.ts'

/** What the till's rooms write to. Context first, then one sentence; never a card number, a PIN or a token. */
export interface Log {
  debug(context: object, sentence: string): void
  info(context: object, sentence: string): void
  warn(context: object, sentence: string): void
  error(context: object, sentence: string): void
}

export interface LogOptions {
  /** Default: `info`. */
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Default: standard error, so that a command's standard output stays its own. */
  readonly to?: { write(line: string): void }
}

/** Keys whose value never leaves the process, at the top of a context and one level down. */
const secrets = [
  'pin',
  'pinHash',
  'token',
  'password',
  'authorization',
  'cookie',
  'pan',
  'cardNumber',
  'frame',
]

/** One JSON object a line, secrets taken out and anything that looks like a card number masked. */
export function openLog(options: LogOptions = {}): Log {
  return pino(
    {
      level: options.level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), censor: '[taken out]' },
      hooks: { streamWrite: maskCardNumbers },
    },
    options.to ?? pino.destination({ dest: 2, sync: true }),
  )
}

/** For tests and commands that must not say anything. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
