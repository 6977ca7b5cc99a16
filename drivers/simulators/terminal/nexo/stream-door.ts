import type { Link } from '#drivers/transport/transport.ts'
import { type Client, longestRequest, type Manner, pieceBytes } from './client.ts'

/** `FF FF FF FF` is a length no message has, and none of the bytes can begin one. */
const noise = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x00, 0x80, 0x2a)

/**
 * A client on a plain stream: each message behind its length in four bytes, the highest first. A length that no
 * request has ends the connection: nothing after it could be told apart.
 */
export function openStreamDoor(link: Link, hear: (client: Client, text: string) => void): void {
  const client = new StreamClient(link)
  let heard = Buffer.alloc(0)
  link.onData((bytes) => {
    heard = Buffer.concat([heard, bytes])
    while (heard.length >= 4) {
      const length = heard.readUInt32BE(0)
      if (length === 0 || length > longestRequest) {
        client.drop()
        return
      }
      if (heard.length < 4 + length) return
      const text = heard.toString('utf8', 4, 4 + length)
      heard = heard.subarray(4 + length)
      hear(client, text)
    }
  })
}

class StreamClient implements Client {
  readonly #link: Link

  constructor(link: Link) {
    this.#link = link
  }

  answer(message: string, manner: Manner): void {
    const messages = [...manner.before, message, ...(manner.twice ? [message] : [])]
    const parts = messages.flatMap((text) => {
      const body = Buffer.from(text, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(body.length)
      return [length, body]
    })
    const bytes = Buffer.concat(manner.noise ? [noise, ...parts] : parts)
    void this.#send(bytes, manner.fragment ? pieceBytes : bytes.length)
  }

  acknowledge(): void {
    // Nothing says so on a stream.
  }

  status(): void {
    this.drop()
  }

  drop(): void {
    void this.#link.close()
  }

  async #send(bytes: Uint8Array, size: number): Promise<void> {
    try {
      for (let at = 0; at < bytes.length; at += size) await this.#link.write(bytes.subarray(at, at + size))
    } catch {
      // Whoever asked is gone.
    }
  }
}
