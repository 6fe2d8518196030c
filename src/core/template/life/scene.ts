import { type Instant, instant } from '#base/time.ts'
import type { AccountId, AgentId, TemplateId } from '../../account/account.ts'
import { headOf, type TemplateBody } from '../body.ts'
import { readText } from '../text.ts'
import type { KeptTemplate } from '../kept.ts'
import type { PlatformTemplate } from './heard.ts'
import { type Listing, reconcile } from './sync.ts'

/** Small things to say in tests of templates. */

export const ACCOUNT = '00000000-0000-7000-8000-000000000001' as AccountId
export const ANA = { kind: 'agent', agentId: '00000000-0000-7000-8000-00000000000a' as AgentId } as const
export const GROUP = '102290129340398'
/** 2026-11-30, 12:00 UTC. */
export const NOON: Instant = instant(Date.UTC(2026, 10, 30, 12))

export const bodyOf = (text: string, about: TemplateBody = {}): TemplateBody => ({
  name: 'pedido_enviado',
  language: 'es_MX',
  category: 'UTILITY',
  components: [{ type: 'BODY', text }],
  ...about,
})

/** As Meta's list would have it, approved. */
export function listed(body: TemplateBody, about: Partial<PlatformTemplate> = {}): PlatformTemplate {
  const { name, language, category } = headOf(body)
  return {
    platformId: `9${name?.length ?? 0}${language?.length ?? 0}`,
    name: name ?? '',
    language: language ?? '',
    category: category ?? 'UTILITY',
    correctCategory: null,
    status: 'APPROVED',
    statusReason: null,
    quality: 'UNKNOWN',
    body,
    text: readText(body),
    ...about,
  }
}

let made = 0
export const newTemplateId = (): TemplateId =>
  `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}` as TemplateId

export const listing = (templates: readonly PlatformTemplate[], about: Partial<Listing> = {}): Listing => ({
  ...{ accountId: ACCOUNT, groupKey: GROUP, askedAt: NOON, templates, isWhole: true, newId: newTemplateId },
  ...about,
})

/** A template as it is kept when it is first seen on Meta's list. */
export function seen(body: TemplateBody, about: Partial<PlatformTemplate> = {}, askedAt = NOON): KeptTemplate {
  const [change] = reconcile([], listing([listed(body, about)], { askedAt }))
  if (!change) throw new Error('A list of one makes one change')
  return change.kept
}
