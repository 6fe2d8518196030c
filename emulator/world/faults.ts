import type { Changes } from './changes.ts'
import type { Store } from './store.ts'

export type GraphFault = 'ok' | 'error-500' | 'reset-after-accept' | 'hang' | 'malformed' | 'unavailable-503'
export const graphFaults: readonly GraphFault[] = [
  'ok',
  'error-500',
  'reset-after-accept',
  'hang',
  'malformed',
  'unavailable-503',
]

/** What goes wrong on purpose. See docs/guide/emulator.md. */
export type Faults = {
  readonly duplicate: number
  readonly reorder: boolean
  readonly delayMs: number
  readonly drop: number
  readonly statusDelayMs: number
  readonly nextSend: readonly { readonly code: number; readonly mode: 'sync' | 'async' }[]
  readonly graph: { readonly latencyMs: number; readonly mode: GraphFault }
  readonly rates: boolean
  /** How a free-form message outside the 24-hour window is refused. */
  readonly closedWindow: 'async' | 'sync'
  /** Whether a phone number nobody registered here has WhatsApp: `absent` fails with 131026; `reading` reads all at once. */
  readonly strangers: 'absent' | 'reachable' | 'reading'
  /** Which statuses carry `pricing`: Meta is known for none of them surely (cloud-api §2.4). */
  readonly pricingOn: 'both' | 'sent' | 'delivered'
}

/**
 * Meta mostly accepts a message outside the window and reports 131047 by a `failed` status; some clients have seen the
 * refusal in the answer itself (cloud-api §4.3, unverified). The usual way is the one without a fault.
 */
const USUAL_CLOSED_WINDOW = 'async'

export const noFaults: Faults = {
  duplicate: 0,
  reorder: false,
  delayMs: 0,
  drop: 0,
  statusDelayMs: 1,
  nextSend: [],
  graph: { latencyMs: 0, mode: 'ok' },
  rates: true,
  closedWindow: USUAL_CLOSED_WINDOW,
  strangers: 'absent',
  pricingOn: 'both',
}

export type FaultBox = {
  readonly get: () => Faults
  readonly set: (faults: Faults) => void
  /** The next scripted failure of a send, taken out of the list. */
  readonly takeNextSend: () => Faults['nextSend'][number] | undefined
}

export function faultBox(store: Store, changes: Changes): FaultBox {
  const table = store.table<Faults>('faults')
  let faults: Faults = { ...noFaults, ...table.get('faults') }
  const set = (next: Faults) => {
    faults = next
    table.put('faults', next)
    changes.tell({ kind: 'faults' })
  }
  return {
    get: () => faults,
    set,
    takeNextSend: () => {
      const [first, ...rest] = faults.nextSend
      if (first !== undefined) set({ ...faults, nextSend: rest })
      return first
    },
  }
}
