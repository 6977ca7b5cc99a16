import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { startHanout } from '../harness/hanout-process.ts'
import { testFolder } from '../harness/ledger-folder.ts'
import { goTo, speak, touch, unlockAs } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { openAt, openTillPage } from './stage/till-page.ts'

// A name of its own, and not of this run: it stands in the pictures.
const disk = '/tmp/hanout-usb'
const passphrase = 'أربعة حمير ومصباح'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  rmSync(disk, { recursive: true, force: true })
})
beforeEach(() => {
  rmSync(disk, { recursive: true, force: true })
  mkdirSync(disk)
})

const backupsOn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.hanout'))

test('an owner chooses a disk, backs up, checks, and sees what is wrong; then the computer is a new one', {
  timeout: 180_000,
}, async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  try {
    await goTo(page, 'books')
    await touch(page, 'place-backups')
    await page.getByTestId('backups-set-up').waitFor()
    await expectLookedAt(page, 'backups-none-ar')
    await touch(page, 'backups-set-up')
    await page.getByTestId('backup-folder').fill(disk)
    await page.getByTestId('backup-passphrase').fill('قصير')
    await touch(page, 'backup-save')
    await expectLookedAt(page, 'backups-form-ar')
    await page.getByTestId('backup-passphrase').fill(passphrase)
    await page.getByTestId('backup-again').fill(passphrase)
    await touch(page, 'backup-save')
    await page.getByTestId('backup-form').waitFor({ state: 'detached' })

    await touch(page, 'backup-now')
    await page.getByTestId('backup-verify').waitFor()
    await till.backups.settled()
    await touch(page, 'backup-verify')
    await page.getByTestId('backup-good').getByText('.hanout').waitFor()
    await expectLookedAt(page, 'backups-ar')
    await speak(page, 'fr')
    await expectLookedAt(page, 'backups-fr')

    // The disk is pulled out, and a letter lies where a backup was.
    const [file = ''] = backupsOn(disk)
    const bytes = readFileSync(join(disk, file))
    rmSync(join(disk, 'hanout-backups.txt'))
    writeFileSync(join(disk, 'hanout-letter.hanout'), 'Dear till')
    await touch(page, 'backup-now')
    await page.locator('[data-testid="backup-trouble"][data-why="folderUnwritable"]').waitFor()
    await page.reload()
    await page.getByTestId('backup-verify').nth(1).waitFor()
    await speak(page, 'en')
    await expectLookedAt(page, 'backups-trouble-en')
    expect(complaints).toEqual([])
    writeFileSync(join(disk, file), bytes)
    rmSync(join(disk, 'hanout-letter.hanout'))
  } finally {
    await close()
  }

  // Another computer, with nothing on it but the program.
  const folder = testFolder()
  const hanout = startHanout(['serve', '--data', folder, '--no-open'])
  const { page: fresh, context } = await openAt(browser, await hanout.address(), { locale: 'ar' })
  try {
    await touch(fresh, 'first-run-restore')
    await fresh.getByTestId('restore-folder').fill(disk)
    await touch(fresh, 'restore-look')
    await touch(fresh, 'restore-choose')
    await fresh.getByTestId('restore-passphrase').fill('ليست هي')
    await fresh.getByTestId('restore-ticket').fill('٤١')
    await touch(fresh, 'restore-go')
    await fresh.locator('[data-refusal="wrongPassphrase"]').waitFor()
    await expectLookedAt(fresh, 'restore-refused-ar')
    await fresh.getByTestId('restore-passphrase').fill(passphrase)
    await touch(fresh, 'restore-go')
    // The till begins anew by itself, and the page with it.
    await unlockAs(fresh, 'hassan')
    await fresh.getByTestId('menu').waitFor()
    expect(hanout.lines.join('\n')).toContain('begins anew')
  } finally {
    await context.close()
    await hanout.stop()
  }
  expect(readdirSync(folder)).toContain('ledger.db')
})
