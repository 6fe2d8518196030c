import type { AccountId, EffectId } from '#core/account/account.ts'
import { templateKey } from '#core/loop/world.ts'
import type { Template } from '#core/template/template.ts'
import type { ConsentLedger } from '../consents.ts'
import { NO_LINKS } from '../consent-chain.ts'
import type { Erasures } from '../erasures.ts'
import { type Ledger, LedgerUnavailable } from '../ledger.ts'
import { commitTo } from './commit.ts'
import { deliveryLog } from './deliveries.ts'
import { memoryErasures } from './erasures.ts'
import { effectQueue } from './effects.ts'
import { loadFrom } from './load.ts'
import { emptyRows, frozen, keyOf, type MemoryRows } from './rows.ts'

/** What a ledger in memory is asked to do. */
export type MemoryCall =
  'load' | 'commit' | 'append' | 'lease' | 'release' | 'read' | 'take' | 'finish' | 'postpone' | 'facts'

/**
 * How a call goes wrong. `unavailable`: nothing happens, and it rejects with `LedgerUnavailable`; `answer-lost`: it
 * happens, and rejects all the same; `conflict`: a commit that loses its race.
 */
export type MemoryFault = 'unavailable' | 'answer-lost' | 'conflict'

export type MemoryStore = {
  /** For checkers; not to be changed. */
  readonly rows: MemoryRows
  /** A ledger on these rows, one per process of a simulated world. `faultOf` is asked before each call. */
  readonly ledger: (faultOf?: (call: MemoryCall) => MemoryFault | null) => Ledger
  readonly consents: ConsentLedger
  readonly erasures: Erasures
  /** Makes the group's templates exactly these, as the registry does. */
  readonly putTemplates: (accountId: AccountId, groupKey: string, templates: readonly Template[]) => void
}

/** The ledger of tests and simulations: the same contract as in PostgreSQL, without a database, clock or dice. */
export function memoryStore(): MemoryStore {
  const rows = emptyRows()
  let effects = 0
  /** Ids that sort like they were given. */
  const nextEffectId = () => `00000000-0000-7000-8000-${(++effects).toString(16).padStart(12, '0')}` as EffectId
  return {
    rows,
    ledger: (faultOf = () => null) => ledgerOn(rows, nextEffectId, faultOf),
    consents: consentLedger(rows),
    erasures: memoryErasures(rows),
    putTemplates(accountId, groupKey, templates) {
      for (const [key, template] of rows.templates) {
        if (template.accountId === accountId && template.groupKey === groupKey) rows.templates.delete(key)
      }
      for (const template of templates) rows.templates.set(keyOf(accountId, templateKey(template)), frozen(template))
    },
  }
}

const consentLedger = (rows: MemoryRows): ConsentLedger => ({
  after: async (accountId, number, limit) => (rows.consents.get(accountId) ?? []).slice(number, number + limit),
  head: async (accountId) => rows.consents.get(accountId)?.at(-1)?.link ?? NO_LINKS,
  of: async (accountId, contactIds) =>
    (rows.consents.get(accountId) ?? []).filter(({ link }) => contactIds.includes(link.contactId)),
  erased: async (accountId) =>
    new Set(
      [...rows.erasures].flatMap(([key, { contactId }]) => (key === keyOf(accountId, contactId) ? [contactId] : [])),
    ),
})

function ledgerOn(
  rows: MemoryRows,
  nextEffectId: () => EffectId,
  faultOf: (call: MemoryCall) => MemoryFault | null,
): Ledger {
  const deliveries = deliveryLog(rows)
  const queue = effectQueue(rows)
  /** Answers a turn later, as everything over a network does. */
  const guarded = async <Outcome>(
    call: MemoryCall,
    work: (fault: MemoryFault | null) => Outcome | Promise<Outcome>,
  ): Promise<Outcome> => {
    await Promise.resolve()
    const fault = faultOf(call)
    if (fault === 'unavailable') throw new LedgerUnavailable(`${call}: the store is away`)
    const outcome = await work(fault)
    if (fault === 'answer-lost') throw new LedgerUnavailable(`${call}: the answer was lost`)
    return outcome
  }
  return {
    load: (needs) => guarded('load', () => loadFrom(rows, needs)),
    commit: (changes) =>
      guarded('commit', (fault) =>
        fault === 'conflict'
          ? { kind: 'conflict', what: 'a conflict made on purpose' }
          : commitTo(rows, changes, nextEffectId),
      ),
    deliveries: {
      append: (list) => guarded('append', () => deliveries.append(list)),
      lease: (...given) => guarded('lease', () => deliveries.lease(...given)),
      release: (lease) => guarded('release', () => deliveries.release(lease)),
      read: (...given) => guarded('read', () => deliveries.read(...given)),
    },
    effects: {
      take: (...given) => guarded('take', () => queue.take(...given)),
      takeDeliveries: (...given) => guarded('take', () => queue.takeDeliveries(...given)),
      finish: (list) => guarded('finish', () => queue.finish(list)),
      postpone: (...given) => guarded('postpone', () => queue.postpone(...given)),
    },
    factsAfter: (accountId, seq, limit) =>
      guarded('facts', () => (rows.facts.get(accountId) ?? []).slice(seq, seq + limit)),
    newestSeq: (accountId) => guarded('facts', () => rows.facts.get(accountId)?.length ?? 0),
  }
}
