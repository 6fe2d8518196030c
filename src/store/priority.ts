import type { EffectBody } from '#core/loop/effect.ts'

/** How urgent an effect is, 0 to 2, lower first. Those that know no urgency of their own are as urgent as an agent's message. */
export const priorityOf = (effect: EffectBody): 0 | 1 | 2 => (effect.kind === 'deliver' ? effect.priority : 0)
