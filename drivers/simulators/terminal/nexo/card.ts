/** The one card that is ever presented: a test number. */
export const testCard = { clear: '5167940000003315', masked: '516794******3315', brand: 'mc' } as const
