import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Message } from '#core/message/message.ts'
import { previewOf } from '#core/message/preview.ts'
import { useKindNames } from './kinds.ts'

const BATCH_MS = 1_000

/** Reads aloud what the contact writes while the thread is open; a second's worth at a time. */
export function Spoken({ messages }: { readonly messages: readonly Message[] }) {
  const names = useKindNames()
  const heard = useRef<string | null>(null)
  const [text, setText] = useState('')
  const read = useEffectEvent((fresh: readonly Message[]) =>
    setText(fresh.map(({ content }) => previewOf(content) || names[content.kind]).join('. ')),
  )
  useEffect(() => {
    const theirs = messages.filter(({ direction }) => direction === 'in')
    const last = theirs.at(-1)?.messageId ?? ''
    if (heard.current === null) {
      heard.current = last
      return
    }
    const timer = setTimeout(() => {
      const from = theirs.findIndex(({ messageId }) => messageId === heard.current)
      const fresh = theirs.slice(from + 1)
      heard.current = last
      if (fresh.length > 0) read(fresh)
    }, BATCH_MS)
    return () => clearTimeout(timer)
  }, [messages])
  return (
    <div className="sr-only" aria-live="polite">
      {text}
    </div>
  )
}
