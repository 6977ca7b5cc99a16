import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'

/** A disk that can be told to refuse: nothing of an append happens, as the ledger promises of a full disk. */
export interface BadDisk {
  readonly ledger: Ledger
  refuse(): void
  /** Takes what is written now, and has no room to keep for the outcome of a charge. */
  refuseReserve(): void
  accept(): void
}

/** A ledger on such a disk; it accepts at first. */
export function badDisk(real: Ledger): BadDisk {
  let takes: 'all' | 'writes' | 'nothing' = 'all'
  const ledger = new Proxy(real, {
    get(target, name) {
      if (name === 'append') {
        return (...args: Parameters<Ledger['append']>) => {
          if (takes === 'nothing') throw new LedgerUnwritable('disk full')
          return target.append(...args)
        }
      }
      if (name === 'assertWritable') {
        return () => {
          if (takes !== 'all') throw new LedgerUnwritable('disk full')
          target.assertWritable()
        }
      }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return {
    ledger,
    refuse() {
      takes = 'nothing'
    },
    refuseReserve() {
      takes = 'writes'
    },
    accept() {
      takes = 'all'
    },
  }
}
