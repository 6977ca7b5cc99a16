import type { TillLine } from '../api/line.ts'
import { TillProvider } from '../api/till.tsx'
import { Customer } from '../screens/customer/Customer.tsx'

/** The page of a second display: no bar, no menu, nothing to press. */
export function CustomerApp({ line }: { readonly line: TillLine }) {
  return (
    <TillProvider line={line}>
      <Customer />
    </TillProvider>
  )
}
