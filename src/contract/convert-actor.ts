import { type Instant, instant } from '#base/time.ts'
import type { Actor, AgentId, ApiKeyId, Author } from '#core/account/account.ts'

export const fromIso = (iso: string): Instant => instant(Date.parse(iso))
export const instantOrNull = (iso: string | null): Instant | null => (iso === null ? null : fromIso(iso))

export function actorView<By extends Author>(by: By): { kind: By['kind']; id: string | null } {
  const author: Author = by
  const id = author.kind === 'agent' ? author.agentId : author.kind === 'api' ? author.apiKeyId : null
  return { kind: by.kind, id }
}

export function actorFrom(view: { readonly kind: Actor['kind']; readonly id: string | null }): Actor {
  if (view.kind === 'agent') return { kind: 'agent', agentId: view.id as AgentId }
  if (view.kind === 'api') return { kind: 'api', apiKeyId: view.id as ApiKeyId }
  return { kind: view.kind }
}
