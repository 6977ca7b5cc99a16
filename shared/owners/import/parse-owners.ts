import { readCsv } from '../../catalogue/import/csv.ts'
import { readMoney, readShare, readText } from '../../catalogue/import/fields.ts'
import {
  type CatalogueTrouble,
  type Place,
  type RawField,
  troubleAt,
} from '../../catalogue/import/trouble.ts'
import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { Dirham } from '../../money/amount.ts'
import type { Owner } from '../owner.ts'
import { ruleTrouble } from '../rule-trouble.ts'
import { type OwnerRole, ownerRoles, type ShareRule } from '../share-rule.ts'

type Read<T> = Result<T, CatalogueTrouble>

/** The columns of a file of contracts. */
const ownerColumns = [
  'owner',
  'name',
  'name_ar',
  'phone',
  'language',
  'role',
  'share',
  'fixed',
  'tiers',
  'account',
  'registration',
  'village',
  'craft',
] as const
type ColumnName = (typeof ownerColumns)[number]
type Field = (name: ColumnName) => RawField | undefined

const isColumn = (name: string): name is ColumnName => ownerColumns.some((each) => each === name)
const start: Place = { line: 1, column: 1 }

/**
 * Reads contracts from CSV: the first row names the columns, in any order; all of them or none.
 * @returns at most one contract an owner
 */
export function parseOwners(text: string): Read<readonly Owner[]> {
  const read = readCsv(text.replace(/^\ufeff/, ''))
  if (!read.ok) return read
  const [header = [], ...rows] = read.value
  const names: ColumnName[] = []
  for (const cell of header) {
    const name = cell.text.trim().toLowerCase()
    if (!isColumn(name))
      return troubleAt(
        cell,
        `unknown column “${cell.text.trim()}”: the columns are ${ownerColumns.join(', ')}`,
      )
    if (names.includes(name)) return troubleAt(cell, `column ${name} stands twice`)
    names.push(name)
  }
  if (!names.includes('owner')) return troubleAt(start, 'column owner is missing')
  const owners = new Map<string, Owner>()
  for (const row of rows) {
    const place = row[0] ?? start
    if (row.length !== names.length)
      return troubleAt(place, `${row.length} fields where the header has ${names.length}`)
    const filled = (name: ColumnName): RawField | undefined => {
      const field = row[names.indexOf(name)]
      return field === undefined || field.text.trim() === '' ? undefined : field
    }
    const owner = readOwner(filled, place)
    if (!owner.ok) return owner
    if (owners.has(owner.value.owner)) return troubleAt(place, `owner: ${owner.value.owner} stands twice`)
    owners.set(owner.value.owner, owner.value)
  }
  return owners.size === 0 ? troubleAt(start, 'there is no contract in it') : ok([...owners.values()])
}

function readOwner(field: Field, place: Place): Read<Owner> {
  const texts = {} as Record<
    'owner' | 'name' | 'name_ar' | 'phone' | 'registration' | 'village' | 'craft',
    string
  >
  for (const [name, longest] of Object.entries(longestTexts) as [keyof typeof texts, number][]) {
    const read = readText(field(name), name, longest)
    if (!read.ok) return read
    texts[name] = read.value ?? ''
  }
  if (texts.owner === '') return troubleAt(place, 'owner: missing')
  const account = field('account')
  if (account !== undefined && !/^[0-9A-Za-z]{1,20}$/.test(account.text.trim()))
    return troubleAt(account, 'account: letters and digits only, 20 at most')
  const language = oneOf(field('language'), 'language', ['ar', 'fr', 'en'] as const, 'ar')
  if (!language.ok) return language
  const role = oneOf<OwnerRole>(field('role'), 'role', ownerRoles, 'principal')
  if (!role.ok) return role
  const share = readRule(field)
  if (!share.ok) return share
  const { name_ar: nameAr, name, ...rest } = texts
  return ok({
    ...rest,
    name: name === '' ? texts.owner : name,
    nameAr,
    language: language.value,
    role: role.value,
    share: share.value,
    account: account?.text.trim() ?? '',
  })
}

const longestTexts = {
  owner: 64,
  name: 120,
  name_ar: 120,
  phone: 30,
  registration: 60,
  village: 80,
  craft: 80,
} as const

function oneOf<T extends string>(
  field: RawField | undefined,
  name: string,
  all: readonly T[],
  otherwise: T,
): Read<T> {
  if (field === undefined) return ok(otherwise)
  const found = all.find((each) => each === field.text.trim().toLowerCase())
  return found === undefined ? troubleAt(field, `${name}: must be ${all.join(' or ')}`) : ok(found)
}

/** At most one of the three; none: as each item says. */
function readRule(field: Field): Read<ShareRule | null> {
  const given = (['share', 'fixed', 'tiers'] as const).flatMap((name) => field(name) ?? [])
  const [first, second] = given
  if (first === undefined) return ok(null)
  if (second !== undefined) return troubleAt(second, 'only one of share, fixed and tiers')
  const rule = ruleOf(field, first)
  if (!rule.ok) return rule
  const trouble = ruleTrouble(rule.value)
  return trouble === null ? rule : troubleAt(first, `${rule.value.kind}: ${troubleWords[trouble]}`)
}

function ruleOf(field: Field, given: RawField): Read<ShareRule> {
  if (given === field('share')) {
    const ppm = readShare(given)
    return ppm.ok ? ok({ kind: 'percentage', ppm: ppm.value }) : ppm
  }
  if (given === field('fixed')) {
    const perUnit = readMoney(given, 'fixed')
    return perUnit.ok ? ok({ kind: 'fixed', perUnit: perUnit.value }) : perUnit
  }
  const tiers: { readonly upTo: Dirham | null; readonly ppm: number }[] = []
  for (const part of given.text.trim().split(/[\s|]+/)) {
    const [share = '', end] = part.split(':').reverse()
    const ppm = readShare({ ...given, text: share })
    if (!ppm.ok) return ppm
    const upTo = end === undefined ? ok(null) : readMoney({ ...given, text: end }, 'tiers')
    if (!upTo.ok) return upTo
    tiers.push({ upTo: upTo.value, ppm: ppm.value })
  }
  return ok({ kind: 'tiered', tiers })
}

const troubleWords: Readonly<Record<NonNullable<ReturnType<typeof ruleTrouble>>, string>> = {
  badShare: 'a share must be from 0 to 1',
  badAmount: 'a price must be above zero',
  noTiers: 'no tier',
  tooManyTiers: 'too many tiers',
  tiersNotAscending: 'each price must be above the one before',
  tiersNotOpen: 'the last tier, and only it, has no price',
}
