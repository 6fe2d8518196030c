import { createContext, useContext, useMemo, useState } from 'react'
import type { Conversation } from '#core/conversation/conversation.ts'
import { check } from '#core/message/check/check.ts'
import { type Misfit, misfitOf } from '#core/message/check/misfit.ts'
import type { Built } from './built.ts'

/** What a field of the form needs to know: whether it is wrong, and whether that may be said already. */
export type Checked = {
  readonly conversation: Conversation
  /** The first thing wrong with a part; null: nothing, or nobody has been there yet. */
  readonly misfit: (field: string) => Misfit | null
  /** Somebody has been in this field and left it. */
  readonly leave: (field: string) => void
}

const Context = createContext<Checked | null>(null)
export const CheckedProvider = Context.Provider

export function useChecked(): Checked {
  const checked = useContext(Context)
  if (!checked) throw new Error('A part of the builder needs a CheckedProvider above it')
  return checked
}

/** Said while somebody still writes: what is too long or there twice does not get better by going on. */
const AT_ONCE: ReadonlySet<Misfit['kind']> = new Set(['too-long', 'repeated', 'line-breaks', 'file'])

/** Holds a content to the very check the server asks before it sends. */
export function useBuilt(built: Built, conversation: Conversation) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const misfits = useMemo(() => {
    const found = new Map<string, Misfit>()
    for (const refusal of check(built)) {
      const field = refusal.field ?? ''
      if (!found.has(field)) found.set(field, misfitOf(refusal))
    }
    return found
  }, [built])
  const checked: Checked = {
    conversation,
    misfit: (field) => {
      const misfit = misfits.get(field)
      if (misfit === undefined) return null
      const isFile = misfit.kind === 'file' && !tried
      return tried || left.has(field) || (AT_ONCE.has(misfit.kind) && !isFile) ? misfit : null
    },
    leave: (field) => setLeft((known) => (known.has(field) ? known : new Set(known).add(field))),
  }
  return { checked, misfits, tried, showAll: () => setTried(true) }
}
