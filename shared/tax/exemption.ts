/** Why an item of class `exempt` carries no VAT; which of them a country knows, its data file says. */
export const exemptionKeys = ['handmadeCarpets', 'oliveOil', 'butter', 'dates', 'other'] as const
export type ExemptionKey = (typeof exemptionKeys)[number]
