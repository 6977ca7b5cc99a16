import chromium from '@sparticuz/chromium'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium as playwright } from 'playwright-core'

/**
 * Flags of the packaged Chromium that would make a test forgive what a shop's browser refuses, or that crash it under
 * several pages: one process for all, no same-origin rule, insecure content let in.
 */
const refused = ['--single-process', '--disable-web-security', '--allow-running-insecure-content']

/**
 * The packaged Chromium emulates a graphics card, which takes a fifth of a second for some frames. A screen without
 * one, drawn by the processor alone, is both plainer and quicker.
 */
const emulated = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]

/** A real Chromium from the npm registry, headless; unpacked once a machine. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter((flag) => !refused.includes(flag) && !emulated.includes(flag)),
      '--disable-gpu',
    ],
    headless: true,
  })
}

export interface PageOptions {
  readonly locale: 'ar' | 'fr' | 'en'
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** A page as a shop's screen shows it; motion off so that pictures hold still. */
export async function openPage(
  browser: Browser,
  options: PageOptions,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    locale: { ar: 'ar-MA', fr: 'fr-MA', en: 'en-GB' }[options.locale],
    timezoneId: 'Africa/Casablanca',
    colorScheme: options.scheme ?? 'light',
    reducedMotion: 'reduce',
  })
  return { page: await context.newPage(), context }
}
