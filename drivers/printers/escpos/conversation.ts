import type { PrinterFault } from '../printer.ts'
import { Talk, type TalkParts } from '../talk.ts'
import { askStatus } from './commands.ts'
import { type Condition, conditionOf, conditionOfAutomatic } from './condition.ts'
import { type Reply, ReplyReader } from './reply-reader.ts'

/** One open line to an ESC/POS printer. */
export class Conversation extends Talk<Reply> {
  #unasked: Condition | null = null

  /** @param onReply told each reply, whoever waits for it or does not */
  constructor(parts: Omit<TalkParts<Reply>, 'read' | 'flowOf'>, onReply: (reply: Reply) => void) {
    const reader = new ReplyReader()
    super({
      ...parts,
      read: (bytes) => {
        const replies = reader.read(bytes)
        for (const reply of replies) {
          if (reply.kind === 'automatic') this.#unasked = conditionOfAutomatic(reply.bytes)
          onReply(reply)
        }
        return replies
      },
      flowOf: (reply) => (reply.kind !== 'flow' ? null : reply.xoff ? 'stop' : 'go'),
    })
  }

  /** What the printer last said by itself; `null` if it never did. */
  get unasked(): PrinterFault | null {
    return this.#unasked?.fault ?? null
  }

  /** Asks DLE EOT 1 to 4, one at a time. @throws Interrupted `noAnswer` or `lineLost`. */
  async condition(): Promise<Condition> {
    const printer = await this.#status(1)
    const offline = await this.#status(2)
    const error = (offline & 0x40) === 0 ? 0 : await this.#status(3)
    return conditionOf({ printer, offline, error, paper: await this.#status(4) })
  }

  /** Asks DLE EOT 1 in the middle of a job: any answer will do. @throws Interrupted */
  async alive(): Promise<void> {
    await this.askBehind(askStatus(1), statusByte)
  }

  #status(n: 1 | 2 | 3 | 4): Promise<number> {
    return this.ask(askStatus(n), statusByte)
  }
}

const statusByte = (reply: Reply): number | null => (reply.kind === 'status' ? reply.byte : null)
