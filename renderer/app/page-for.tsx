import type { ReactNode } from 'react'
import type { TillLine } from '../api/line.ts'
import { App } from './App.tsx'
import { CustomerApp } from './CustomerApp.tsx'
import { customerHash } from './pages.ts'

/** Whose page this is, by its address. Decided once: a cashier's page never turns into the visitor's. */
export const pageFor = (hash: string, line: TillLine): ReactNode =>
  hash === customerHash ? <CustomerApp line={line} /> : <App line={line} />
