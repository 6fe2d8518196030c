import { Trans } from '@lingui/react/macro'
import type { ConversationId } from '#core/account/account.ts'
import { AgentFace } from '../kit/avatar.tsx'
import { useCompanions } from '../thread/use-presence.ts'

/** Two people about to answer the same customer should know it before they do. */
export function TypingColleague({ id }: { readonly id: ConversationId }) {
  const typist = useCompanions(id).find(({ typing }) => typing)?.agent
  if (!typist) return null
  const name = typist.name.split(' ')[0] ?? typist.name
  return (
    <p
      role="status"
      className="flex items-center gap-2 border-b border-border bg-selected px-5 py-1.5 text-xs font-medium text-text"
    >
      <AgentFace id={typist.id} name={typist.name} size={18} />
      <Trans>{name} está escribiendo una respuesta</Trans>
      <span className="flex gap-0.5" aria-hidden>
        {[0, 1, 2].map((dot) => (
          <span
            key={dot}
            className="size-1 animate-[typing-dot_1.2s_infinite] rounded-full bg-accent"
            style={{ animationDelay: `${dot * 160}ms` }}
          />
        ))}
      </span>
    </p>
  )
}
