import type { FactBody } from '../loop/fact.ts'
import type { InboundMessage } from '../message/message.ts'
import type { Control } from './control.ts'

/** Who has it after a fact; the very same object when that tells nothing newer. Facts may come in any order. */
export function controlAfter(known: Control | undefined, fact: FactBody): Control | undefined {
  const told = toldBy(known, fact)
  if (told === null) return known
  if (known !== undefined && (told.at < known.at || (told.at === known.at && RANK[told.owner] <= RANK[known.owner]))) {
    return known
  }
  return told
}

/** Meta counts in seconds: of two who had it in the same one, whoever is further to the left of "us" had it first. */
const RANK = { assistant: 0, other: 1, us: 2 } as const

function toldBy(known: Control | undefined, fact: FactBody): Control | null {
  switch (fact.kind) {
    case 'message-received':
      return fact.message.direction === 'in' ? toldByMessage(fact.message) : null
    case 'message-queued':
      return fact.message.author.kind === 'assistant' ? { owner: 'assistant', at: fact.message.at } : null
    case 'message-progressed': {
      const takes = fact.status === 'accepted' && fact.template === undefined
      return takes && known !== undefined ? { owner: 'us', at: fact.statusAt } : null
    }
    default:
      return null
  }
}

/** What we may only listen to, the assistant answers. */
function toldByMessage({ content, at, circumstances }: InboundMessage): Control | null {
  if (content.kind === 'handover') return { owner: content.to, at }
  return circumstances?.standby ? { owner: 'assistant', at } : null
}
