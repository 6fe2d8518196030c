import type { Waba } from './model.ts'
import type { Store } from './store.ts'

/** The WhatsApp accounts of every portfolio. */
export type Wabas = {
  /** The one the emulator began with. */
  readonly first: Waba
  readonly get: (id: string) => Waba | undefined
  /** In the order they were made. */
  readonly all: () => readonly Waba[]
  readonly put: (waba: Waba) => void
  /** The account something belongs to; what a journal of before holds names none and is the first's. */
  readonly of: (owned: { readonly wabaId?: string | undefined }) => Waba
  readonly inPortfolio: (businessId: string) => readonly Waba[]
}

export function openWabas(store: Store, first: Waba): Wabas {
  const table = store.table<Waba>('wabas')
  table.put(first.id, first)
  return {
    first,
    get: table.get,
    all: () => [...table.all()],
    put: (waba) => table.put(waba.id, waba),
    of: ({ wabaId }) => (wabaId === undefined ? first : (table.get(wabaId) ?? first)),
    inPortfolio: (businessId) => [...table.all()].filter((waba) => waba.businessId === businessId),
  }
}

/** What the business calls itself: a portfolio with one account has its name. */
export const portfolioName = (waba: Waba): string => waba.businessName ?? waba.name
