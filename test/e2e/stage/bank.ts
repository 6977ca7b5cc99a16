import type { Page } from 'playwright-core'
import {
  type AcquirerSimulator,
  type AcquirerSimulatorOptions,
  acquirerSimulator,
} from '#drivers/simulators/acquirer/acquirer-simulator.ts'
import { listenTcp, type TcpAcceptor } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { goTo, phase, touch } from './counter-hands.ts'
import { scan } from './scanner.ts'

/** An acquirer's host on a port of this machine that can be out of reach, and be back on the same port. */
export interface Bank {
  readonly host: AcquirerSimulator
  readonly port: number
  goAway(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** Quick enough for a test, and never before the till listens. */
const answerMs = 2

export async function openBank(options: AcquirerSimulatorOptions = {}): Promise<Bank> {
  const host = acquirerSimulator({ timings: { answerMs }, ...options })
  const listen = (port: number): Promise<TcpAcceptor> => listenTcp({ port }, (link) => host.accept(link))
  let door: TcpAcceptor | null = await listen(0)
  const { port } = door
  const goAway = async (): Promise<void> => {
    await door?.close()
    door = null
  }
  return {
    host,
    port,
    goAway,
    async comeBack() {
      door ??= await listen(port)
    },
    async close() {
      await host.close()
      await goAway()
    },
  }
}

/** Sets a bank up by the form, as somebody would who has its letter in hand; by closing. */
export async function setUpBank(page: Page, port: number): Promise<void> {
  await beginBank(page, 'CMI')
  await touch(page, 'line-tcp')
  const texts = {
    host: '127.0.0.1',
    port: String(port),
    terminalId: 'TILL0001',
    merchantId: 'ARTISAN00000001',
  }
  for (const [field, text] of Object.entries(texts)) await page.getByTestId(`acquirer-${field}`).fill(text)
  await saveBank(page)
}

/** A bank that takes a file. */
export async function setUpFileBank(page: Page): Promise<void> {
  await beginBank(page, 'Banque Populaire')
  await touch(page, 'choose-file')
  await saveBank(page)
}

async function beginBank(page: Page, name: string): Promise<void> {
  await goTo(page, 'settlements')
  await touch(page, 'place-acquirers')
  await touch(page, 'add-acquirer')
  await page.getByTestId('acquirer-name').fill(name)
}

async function saveBank(page: Page): Promise<void> {
  await touch(page, 'acquirer-save')
  await page.getByTestId('acquirer-form').waitFor({ state: 'detached' })
}

/** Sells one thing by card at the counter, and puts its ticket away. */
export async function sellByCard(page: Page, barcode: string): Promise<void> {
  await scan(page, barcode)
  await page.getByTestId('line-1').waitFor()
  await touch(page, 'pay-card')
  await touch(page, 'confirm-card')
  await phase(page, 'idle', 30_000)
  await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
  await touch(page, 'next-sale')
}

/** A settlement as the list shows it, once it stands so. */
export const batchIn = (page: Page, number: number, state: string): Promise<void> =>
  page.locator(`[data-testid="batch-${number}"][data-state="${state}"]`).waitFor({ timeout: 30_000 })
