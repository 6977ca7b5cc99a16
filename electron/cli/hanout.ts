import { hanoutProgram } from './program.ts'
import { sentenceOf } from './sentence.ts'

/** Entry of every `hanout` command: what goes wrong leaves as one sentence and a non-zero code, never as a stack. */
function fail(error: unknown): void {
  process.stderr.write(`hanout: ${sentenceOf(error)}\n`)
  if (process.env.HANOUT_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
}

process.on('uncaughtException', (error) => {
  fail(error)
  process.exit(1)
})
await hanoutProgram().parseAsync(process.argv).catch(fail)
