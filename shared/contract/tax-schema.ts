import { z } from 'zod'
import { countryCodes, dutyWays, regimeKeys } from '../tax/regime.ts'
import { mostTaxChoices, taxTrouble } from '../tax/tax-change.ts'
import { daySchema } from './owners-schema.ts'

/** A shop's choices of how it is taxed: days ascending, only what its country knows. */
export const taxSchema = z
  .object({
    country: z.enum(countryCodes),
    regimes: z
      .array(z.object({ from: daySchema, regime: z.enum(regimeKeys) }))
      .max(mostTaxChoices)
      .readonly(),
    duty: z
      .array(z.object({ from: daySchema, way: z.enum(dutyWays) }))
      .max(mostTaxChoices)
      .readonly(),
  })
  .refine((tax) => taxTrouble(tax) === null)
