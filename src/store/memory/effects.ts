import type { EffectQueue } from '../ledger.ts'
import { priorityOf } from '../priority.ts'
import { type HeldEffect, keyOf, type MemoryRows } from './rows.ts'

export function effectQueue(rows: MemoryRows): EffectQueue {
  return {
    take: async (kinds, now, heldUntil, limit) => {
      const due = [...rows.effects.values()]
        .filter(({ effect, takeAt }) => kinds.includes(effect.kind) && takeAt <= now)
        .sort(moreUrgentFirst)
        .slice(0, limit)
      for (const { effect } of due) {
        rows.effects.set(keyOf(effect.accountId, effect.effectId), { effect, takeAt: heldUntil })
      }
      return due.map(({ effect }) => effect)
    },
    takeDeliveries: async (lines, now, heldUntil) =>
      lines.flatMap(({ lineId, urgent, unhurried }) =>
        [urgent, unhurried, unhurried].flatMap((limit, priority) => {
          const due = [...rows.effects.values()]
            .flatMap(({ effect, takeAt }) => (effect.kind === 'deliver' && takeAt <= now ? [effect] : []))
            .filter((effect) => effect.lineId === lineId && effect.priority === priority)
            .sort((a, b) => a.dueAt - b.dueAt || (a.effectId < b.effectId ? -1 : 1))
            .slice(0, limit)
          for (const effect of due) {
            rows.effects.set(keyOf(effect.accountId, effect.effectId), { effect, takeAt: heldUntil })
          }
          return due
        }),
      ),
    finish: async (effects) => {
      for (const { accountId, effectId } of effects) rows.effects.delete(keyOf(accountId, effectId))
    },
    postpone: async ({ accountId, effectId }, dueAt) => {
      const held = rows.effects.get(keyOf(accountId, effectId))
      if (!held) return
      const effect = { ...held.effect, dueAt, attempts: held.effect.attempts + 1 }
      rows.effects.set(keyOf(accountId, effectId), { effect, takeAt: dueAt })
    },
  }
}

const moreUrgentFirst = ({ effect: a }: HeldEffect, { effect: b }: HeldEffect): number =>
  priorityOf(a) - priorityOf(b) || a.dueAt - b.dueAt || (a.effectId < b.effectId ? -1 : 1)
