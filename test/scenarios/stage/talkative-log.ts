import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Log, openLog } from '#electron/platform/log.ts'

const never = new AbortController().signal

/**
 * Everything at its most talkative: to a file in the folder as a shop would keep it, and bare to the test.
 * @param logged gets what the rooms logged, before the log's own net
 * @param stopped a question to a terminal may end after the till, and the folder is gone then
 */
export function talkativeLog(folder: string, logged: string[], stopped: AbortSignal = never): Log {
  const kept = openLog({
    level: 'debug',
    to: {
      write(line) {
        if (!stopped.aborted) appendFileSync(join(folder, 'hanout.log'), line)
      },
    },
  })
  const both = (level: keyof Log) => (context: object, sentence: string) => {
    const { err } = context as { err?: Error }
    logged.push(JSON.stringify({ ...context, err: err?.stack, sentence }))
    kept[level](context, sentence)
  }
  return { debug: both('debug'), info: both('info'), warn: both('warn'), error: both('error') }
}
