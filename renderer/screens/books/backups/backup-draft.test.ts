import { expect, test } from 'vitest'
import { usualBackups } from '#shared/contract/books/backups.ts'
import { draftOf, faultsOf, settingsOf } from './backup-draft.ts'

const good = {
  folder: '/usb',
  afterClosing: true,
  hours: '4',
  passphrase: 'four words or so',
  again: 'four words or so',
}

test('a first passphrase is long enough and typed twice', () => {
  expect(faultsOf(good, false)).toEqual({})
  expect(faultsOf({ ...good, passphrase: 'short', again: 'short' }, false)).toEqual({
    passphrase: 'backups.form.short',
  })
  expect(faultsOf({ ...good, again: 'another one' }, false)).toEqual({ again: 'backups.form.differs' })
  expect(faultsOf({ ...good, passphrase: '', again: '' }, false)).toEqual({
    passphrase: 'backups.form.short',
  })
  expect(faultsOf({ ...good, folder: '  ' }, true)).toEqual({ folder: 'backups.form.where.wrong' })
})

test('letters of any script are counted, not their bytes', () => {
  const phrase = '😀'.repeat(9)
  expect(faultsOf({ ...good, passphrase: phrase, again: phrase }, false)).toEqual({
    passphrase: 'backups.form.short',
  })
})

test('one that is kept goes on where nothing is typed', () => {
  expect(faultsOf({ ...good, passphrase: '', again: '' }, true)).toEqual({})
  expect(faultsOf({ ...good, passphrase: '', again: 'x' }, true)).toEqual({
    passphrase: 'backups.form.short',
    again: 'backups.form.differs',
  })
})

test('settings come back from the form as they went in, and how many are kept stays', () => {
  const settings = { ...usualBackups, folder: '/usb', everyHours: null, keep: { newest: 3, months: 1 } }
  expect(settingsOf(draftOf({ settings }), settings)).toEqual(settings)
  expect(settingsOf({ ...good, folder: ' /usb ' }, null)).toEqual({ ...usualBackups, folder: '/usb' })
})
