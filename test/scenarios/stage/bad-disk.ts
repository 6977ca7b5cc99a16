import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'

/** A disk that can be told to refuse: nothing of an append happens, as the ledger promises of a full disk. */
export interface BadDisk {
  readonly ledger: WriteLedger
  refuse(): void
  /** Refuses from the n-th write from now on. */
  refuseAfter(writes: number): void
  accept(): void
}

export function badDisk(real: WriteLedger): BadDisk {
  let left = Number.POSITIVE_INFINITY
  function write(): void {
    if (left <= 0) throw new LedgerUnwritable('disk full')
    left -= 1
  }
  const ledger = new Proxy(real, {
    get(target, name) {
      if (name === 'append') {
        return (...args: Parameters<WriteLedger['append']>) => {
          write()
          return target.append(...args)
        }
      }
      if (name === 'assertWritable') {
        return () => {
          if (left <= 0) throw new LedgerUnwritable('disk full')
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
      left = 0
    },
    refuseAfter(writes) {
      left = writes
    },
    accept() {
      left = Number.POSITIVE_INFINITY
    },
  }
}
