import type { Draft } from '../draft.ts'
import type { Found } from '../finding.ts'
import { CHAT_HOSTS, SHORTENERS } from './links.data.ts'
import { linksOf, type Piece } from './text.ts'

/** Addresses that hide where they lead, and those of other chats, in texts and behind buttons. */
export const checkLinks = (draft: Draft, pieces: readonly Piece[]): readonly Found[] =>
  linksOf(draft, pieces).flatMap(({ component, span, url }): Found[] => {
    const host = hostOf(url)
    const code = SHORTENERS.has(host) ? 'short-link' : CHAT_HOSTS.has(host) ? 'chat-link' : null
    return code === null ? [] : [{ code, component, span, values: { found: url.slice(0, 80) } }]
  })

const hostOf = (url: string): string =>
  (/^(?:https?:\/\/)?(?:[^/@\s]*@)?([^/?#:\s]+)/i.exec(url)?.[1] ?? '').toLowerCase().replace(/^www\./, '')
