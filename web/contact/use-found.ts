import { useEffect, useState } from 'react'
import { fromContactView } from '#contract/convert-contact.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { call } from '../api/api.ts'
import { useMe } from '../session/session.ts'

/** Fewer letters would find half of everybody. */
export const SHORTEST = 3
const PAUSE_MS = 200

export type Found = {
  readonly state: 'unasked' | 'asking' | 'found' | 'failed'
  readonly found: readonly Contact[]
}
const UNASKED: Found = { state: 'unasked', found: [] }

/** Who is called so, or has such a number, spoken with or not. While it is asked again, those found before stay. */
export function useFound(question: string): Found {
  const accountId = useMe().account.id as AccountId
  const [found, setFound] = useState<Found>(UNASKED)
  const q = question.trim()
  useEffect(() => {
    if (q.length < SHORTEST) return setFound(UNASKED)
    let isCurrent = true
    setFound((before) => ({ state: 'asking', found: before.found }))
    const timer = setTimeout(async () => {
      const answer = await call('findContacts', { query: { q } })
      if (!isCurrent) return
      if (!answer.ok) return setFound({ state: 'failed', found: [] })
      setFound({ state: 'found', found: answer.value.data.map((view) => fromContactView(view, accountId)) })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [q, accountId])
  return found
}
