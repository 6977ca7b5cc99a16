import type { Visitor } from '#shared/kernel/papers.ts'

/** A field of the form that cannot be meant yet, and why. */
export type VisitorFault = 'needed' | 'passport' | 'residenceHere'

export const emptyVisitor: Visitor = {
  name: '',
  nationality: '',
  residence: '',
  passport: '',
  address: '',
  bank: '',
}

/** As the till takes it: blanks and small letters are how people copy a passport number. */
export const tidied = (draft: Visitor): Visitor => ({
  ...draft,
  name: draft.name.trim(),
  passport: draft.passport.replace(/\s/g, '').toUpperCase(),
  address: draft.address.trim(),
  bank: draft.bank.trim(),
})

/** What is wrong with a tidied draft, by field. */
export function visitorFaults(visitor: Visitor): Partial<Record<keyof Visitor, VisitorFault>> {
  return {
    ...(visitor.name === '' ? { name: 'needed' } : {}),
    ...(visitor.nationality === '' ? { nationality: 'needed' } : {}),
    ...(visitor.residence === '' ? { residence: 'needed' } : {}),
    // Who lives in Morocco takes nothing abroad under this form (CGI art. 92-I-39°).
    ...(visitor.residence === 'MA' ? { residence: 'residenceHere' } : {}),
    ...(/^[A-Z0-9]{5,20}$/.test(visitor.passport) ? {} : { passport: 'passport' }),
  }
}
