import { create } from 'zustand'
import type { TemplateValues } from '#core/template/fill.ts'
import type { ConversationId, MessageId } from '#core/account/account.ts'

/** What is half written, per conversation; kept on this machine, template fields too. */
export type Draft = {
  readonly text: string
  readonly replyTo: MessageId | null
  readonly template: { readonly key: string; readonly values: TemplateValues } | null
  /** The newest message the writer had seen when the draft began. */
  readonly seenUpTo: MessageId | null
}
export const NO_DRAFT: Draft = { text: '', replyTo: null, template: null, seenUpTo: null }

const KEY = 'hilo.drafts'
type Drafts = Readonly<Record<string, Draft>>

const useDrafts = create<{ drafts: Drafts }>(() => ({ drafts: read() }))

function read(): Drafts {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Drafts
  } catch {
    return {}
  }
}

export const useDraft = (id: ConversationId): Draft | undefined => useDrafts((state) => state.drafts[id])
export const draftOf = (id: ConversationId): Draft => useDrafts.getState().drafts[id] ?? NO_DRAFT

let saving: ReturnType<typeof setTimeout> | undefined
export function putDraft(id: ConversationId, change: Partial<Draft>): void {
  const next = { ...draftOf(id), ...change }
  const isEmpty = next.text === '' && next.replyTo === null && next.template === null
  useDrafts.setState(({ drafts }) => {
    const { [id]: _, ...others } = drafts
    return { drafts: isEmpty ? others : { ...others, [id]: next } }
  })
  clearTimeout(saving)
  saving = setTimeout(save, 250)
}

/**
 * What is half written goes on in another conversation of the same person, below what is half written there. What it quoted
 * was said to another of their numbers, and is quoted no more.
 */
export function moveDraft(from: ConversationId, to: ConversationId): void {
  const [draft, there] = [draftOf(from), draftOf(to)]
  const text = [there.text, draft.text].filter((part) => part !== '').join('\n')
  putDraft(to, { text, template: there.template ?? draft.template })
  putDraft(from, NO_DRAFT)
}

const save = () => localStorage.setItem(KEY, JSON.stringify(useDrafts.getState().drafts))
window.addEventListener('pagehide', save)
