import { readFile, writeFile } from 'node:fs/promises'
import type { AcquirerSimulatorOptions } from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import type { FollowedFile } from '#drivers/simulators/acquirer/charge-follower.ts'
import { acquirerFaults, readWish } from '#drivers/simulators/acquirer/faults.ts'
import {
  testAuthorityPem,
  testTillKeyPem,
  testTillPem,
} from '#drivers/simulators/acquirer/test-certificate.data.ts'
import { testHostCertificate } from '#drivers/simulators/acquirer/tls-door.ts'
import { readDialectFile } from '#drivers/simulators/acquirer/wire/dialect-file.ts'
import { shippedDialects } from '#drivers/simulators/acquirer/wire/dialects/dialects.ts'
import type { HostDialect } from '#drivers/simulators/acquirer/wire/host-dialect.ts'

export interface SimAcquirerArgs {
  /** `iso87`, `edc`, or a file with another one. */
  readonly dialect: string
  /** Port on 127.0.0.1, 0: any free one; and the same with TLS on it. */
  readonly tcp?: number
  readonly tls?: number
  /** File for the certificate authority that a till must be told to trust. */
  readonly authority?: string
  /** Only tills with a certificate are let in; a file for one, with its key. */
  readonly clientCertificate?: string
  /** File of its books, read back at the start. */
  readonly journal?: string
  /** Journals of simulated terminals whose charges it authorised, `[TERMINAL=]FILE`: it judges by them. */
  readonly authorised?: readonly string[]
  /** File with the key of the MAC, hexadecimal digits. */
  readonly macKey?: string
  /** Refuses a batch that looks like the one before. */
  readonly refusesAlike?: boolean
  /** Until an answer leaves, ms. */
  readonly answerMs?: number
  /** `name[@value][/type][:times]`. */
  readonly fault?: readonly string[]
}

/** @returns a sentence on why there is no such dialect @throws Error for a file that cannot be read */
export async function dialectOf(name: string): Promise<HostDialect | string> {
  if (Object.hasOwn(shippedDialects, name)) return shippedDialects[name as keyof typeof shippedDialects]
  if (/^[\w-]+$/.test(name)) {
    return `No acquirer speaks "${name}"; there are: ${Object.keys(shippedDialects).join(', ')}, or a file.`
  }
  return readDialectFile(await readFile(name, 'utf8'))
}

/** One sentence on why it cannot be meant; `null`: it can. */
export function acquirerTrouble(args: SimAcquirerArgs, { mac }: HostDialect): string | null {
  const { tcp, tls, authority, clientCertificate, macKey, fault = [] } = args
  if (tcp === undefined && tls === undefined) {
    return 'Tell the acquirer where to listen: --tcp <port>, --tls <port>, or both.'
  }
  if (tls === undefined && (authority !== undefined || clientCertificate !== undefined)) {
    return 'There are certificates only where an acquirer is reached by --tls.'
  }
  if ((mac === null) !== (macKey === undefined)) {
    return mac === null
      ? 'No message of this dialect has a MAC.'
      : 'This dialect has a MAC: tell --mac-key <file>.'
  }
  const odd = fault.find((text) => readWish(text) === null)
  return odd === undefined ? null : noSuchFault(odd)
}

export const noSuchFault = (text: string): string =>
  `There is no fault "${text}". Known: ${acquirerFaults.join(', ')}.`

/** @throws Error for a key file that cannot be read */
export async function optionsOf(args: SimAcquirerArgs): Promise<AcquirerSimulatorOptions> {
  const { journal, authorised, macKey, refusesAlike = false, answerMs, fault = [], clientCertificate } = args
  return {
    refusesAlike,
    faults: fault,
    certificate: testHostCertificate(clientCertificate !== undefined),
    ...(journal === undefined ? {} : { journal }),
    ...(authorised === undefined ? {} : { capture: 'host', authorised: authorised.map(followed) }),
    ...(macKey === undefined ? {} : { macKey: (await readFile(macKey, 'utf8')).trim() }),
    ...(answerMs === undefined ? {} : { timings: { answerMs } }),
  }
}

/** A terminal's name has eight characters at most; what comes before a later `=` is part of a path. */
function followed(text: string): FollowedFile {
  const [, terminalId = null, path = text] = /^([^=/\\]{1,8})=(.+)$/.exec(text) ?? []
  return { path, terminalId }
}

/** What a till needs to be told, where files were asked for. */
export async function writeCertificates({ authority, clientCertificate }: SimAcquirerArgs): Promise<void> {
  if (authority !== undefined) await writeFile(authority, `${testAuthorityPem}\n`)
  if (clientCertificate !== undefined) {
    await writeFile(clientCertificate, `${testTillPem}\n${testTillKeyPem}\n`, { mode: 0o600 })
  }
}
