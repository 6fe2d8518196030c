import { Trans, useLingui } from '@lingui/react/macro'
import { Users } from 'lucide-react'
import { Button } from '../kit/button.tsx'
import { useNow } from '../feed/clock.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { removeEntry } from '../outbox/outbox.ts'
import { sendAgain } from '../outbox/send.ts'
import { putDraft } from '../composer/drafts.ts'
import { useMe } from '../session/session.ts'
import { useThread } from '../store/desk-store.ts'
import { useThreadContext } from './thread-context.tsx'
import { Note } from './note.tsx'

/** A colleague answered while this was being written: look first, or send it all the same. */
export default function MovedOn({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useLingui()
  const me = useMe()
  const now = useNow()
  const { jump } = useThreadContext()
  const theirs = useThread(entry.conversationId)?.messages.findLast(
    ({ author }) => (author.kind === 'agent' && author.agentId !== entry.agentId) || author.kind === 'api',
  )
  const author = theirs?.author
  const name =
    (author?.kind === 'agent' && me.agents.find(({ id }) => id === author.agentId)?.name.split(' ')[0]) ||
    t`Otra persona`
  const seconds = theirs ? Math.max(1, Math.round((Math.max(now, entry.at) - theirs.at) / 1000)) : 0
  const ago = seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  return (
    <Note icon={<Users size={15} aria-hidden />} tone="warn">
      <p>
        {theirs ? (
          <Trans>
            {name} respondió hace {ago}. Su mensaje no se ha enviado.
          </Trans>
        ) : (
          <Trans>Otra persona respondió mientras escribía. Su mensaje no se ha enviado.</Trans>
        )}
      </p>
      <span className="mt-1.5 flex flex-wrap gap-1.5">
        {theirs && (
          <Button size="sm" onPress={() => jump.current(theirs.messageId)}>
            <Trans>Ver</Trans>
          </Button>
        )}
        <Button size="sm" onPress={() => void sendAgain(entry.key, { seenUpTo: null })}>
          <Trans>Enviar igualmente</Trans>
        </Button>
        <Button
          size="sm"
          look="quiet"
          onPress={() => {
            if (entry.asked.kind === 'text') putDraft(entry.conversationId, { text: entry.asked.text })
            void removeEntry(entry.key)
          }}
        >
          <Trans>Volver a editar</Trans>
        </Button>
      </span>
    </Note>
  )
}
