import { expect, test } from 'vitest'
import { shippedDialects as ofTills } from '#drivers/iso8583/dialects/dialects.ts'
import { readDialectFile } from '#drivers/simulators/acquirer/wire/dialect-file.ts'
import { shippedDialects as ofHosts } from '#drivers/simulators/acquirer/wire/dialects/dialects.ts'

test.each(['iso87', 'edc'] as const)(
  '%s: what a till and a host each have of it by themselves says the same',
  (name) => {
    const read = readDialectFile(JSON.stringify(ofTills[name]))
    // A host’s elements of 1987 are those of its own table, 44 in words among them.
    const { fields, ...wire } = ofHosts[name].wire
    expect(fields).toEqual({})
    expect(read).toMatchObject({ ...ofHosts[name], wire })
  },
)
