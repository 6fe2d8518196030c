import { Plural, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { Contact } from '#core/contact/contact.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { conversationsOf } from '../conversations-of.ts'

/** What was said last, on whichever of our numbers, and in how many conversations. */
export function ConversationsCell({ contact: { contactId } }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const [read, setRead] = useState<Awaited<ReturnType<typeof conversationsOf>> | undefined>(undefined)
  useEffect(() => {
    let isCurrent = true
    void conversationsOf(contactId).then((found) => {
      if (isCurrent) setRead(found)
    })
    return () => {
      isCurrent = false
    }
  }, [contactId])
  if (read === undefined) return <span className="text-text-3">…</span>
  if (read === null) return <span className="text-text-3">{t`no se pudo leer`}</span>
  if (read.newest === null) return <span className="text-text-3">{t`ninguna`}</span>
  const { count, isMore, newest } = read
  const last = newest.lastMessage
  return (
    <>
      {last && <span className="line-clamp-2">{last.preview || t`un mensaje sin texto`}</span>}
      <span className="text-xs text-text-2">
        {last && <>{shortDateTime(Date.parse(last.at), formatLocale())} · </>}
        {isMore ? (
          t`más de ${count} conversaciones`
        ) : (
          <Plural value={count} one="# conversación" many="# de conversaciones" other="# conversaciones" />
        )}
      </span>
    </>
  )
}
