import { approvedBody, responseMessage } from './answers.ts'
import type { Manner } from './client.ts'
import type { NexoFault } from './faults.ts'
import { type Body, bodyAt, envelopeOf, type Request, wordAt } from './request-reader.ts'
import { type TerminalKey, TerminalSeal } from './seal.ts'
import type { Transaction } from './transactions.ts'

/** Text to messages and back: sealed where a key is shared with the tills, in clear where none is. */
export class Envelopes {
  readonly #seal: TerminalSeal | null

  constructor(key: TerminalKey | undefined) {
    this.#seal = key === undefined ? null : new TerminalSeal(key)
  }

  /** The plain envelope: what came, or what was sealed in it. Both headers must name the same exchange. */
  open(text: string): { readonly envelope: Body | null } | { readonly trouble: string } {
    const outer = envelopeOf(text)
    if (this.#seal === null) {
      const sealed = outer !== null && 'NexoBlob' in outer
      return sealed ? { trouble: 'Encryption is not set up' } : { envelope: outer }
    }
    const opened = this.#seal.open(outer ?? {})
    if ('trouble' in opened) return opened
    const inner = envelopeOf(opened.plain)
    const outside = bodyAt(outer, 'MessageHeader')
    const inside = bodyAt(inner, 'MessageHeader')
    const same = ['ServiceID', 'SaleID', 'POIID', 'MessageCategory'].every(
      (name) => wordAt(outside, name) === wordAt(inside, name),
    )
    return same ? { envelope: inner } : { trouble: 'MessageHeaders differ' }
  }

  /** A response as it travels. */
  write(request: Request, body: Body, faults: ReadonlySet<NexoFault>): string {
    const serviceId = faults.has('wrongEcho') ? nextNumber(request.serviceId) : request.serviceId
    return this.#written(request, body, serviceId, faults.has('badHmac'))
  }

  /** How it travels. @param now the terminal's clock, ISO 8601 */
  manner(request: Request, faults: ReadonlySet<NexoFault>, now: string): Manner {
    const before: string[] = []
    if (faults.has('staleFrame')) before.push(this.#stray(request, '000000', now))
    if (faults.has('merge')) {
      before.push(this.#stray({ ...request, saleId: 'OtherTill' }, request.serviceId, now))
    }
    return {
      fragment: faults.has('fragment'),
      before,
      noise: faults.has('noise'),
      twice: faults.has('duplicateReply'),
    }
  }

  #written(request: Request, body: Body, serviceId: string, forge: boolean): string {
    const plain = responseMessage(request, body, serviceId)
    if (this.#seal === null) return JSON.stringify(plain)
    const header = bodyAt(plain.SaleToPOIResponse, 'MessageHeader')
    const sealed = this.#seal.seal(JSON.stringify(plain), forge)
    return JSON.stringify({ SaleToPOIResponse: { MessageHeader: header, ...sealed } })
  }

  /** An approval of something else, as a confused terminal might send it. */
  #stray(request: Request, serviceId: string, now: string): string {
    const stray: Transaction = {
      kind: 'payment',
      request,
      transactionId: 'SIM000000.HNT000000',
      at: now,
      authorisation: '000000',
      amountMinor: 1,
      state: 'approved',
      response: null,
      admittedAtMs: 0,
      settled: true,
    }
    const shown = { amountMinor: 1, clear: false, partial: false }
    return this.#written(request, approvedBody(request, stray, shown), serviceId, false)
  }
}

const nextNumber = (serviceId: string): string =>
  String((Number(serviceId.replace(/\D/g, '')) % 999_999) + 1).padStart(6, '0')
