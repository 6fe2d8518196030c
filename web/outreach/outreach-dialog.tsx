import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { MessagesSquare, X } from 'lucide-react'
import { useState } from 'react'
import { fromConversationView } from '#contract/convert.ts'
import type { AccountId, ConversationId, LineId } from '#core/account/account.ts'
import { windowOf } from '#core/window/window.ts'
import { phoneWords } from '../contact/phone.ts'
import { serverNow } from '../feed/clock.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { useMe } from '../session/session.ts'
import { openOverlay } from '../shell/overlay.ts'
import { loadConversation } from '../store/loaders.ts'
import { FirstMessage } from './first-message.tsx'
import { LineChoice } from './line-choice.tsx'
import type { Person } from './person.ts'
import { PersonPicker } from './person-picker.tsx'
import { useRecipient } from './use-recipient.ts'

/** Beginning a conversation: whom with, from which number, and the template that opens it. */
export default function OutreachDialog() {
  const { t } = useLingui()
  const [person, setPerson] = useState<Person | null>(null)
  return (
    <Dialog label={t`Nueva conversación`} onClose={() => openOverlay(null)} width={person ? 'lg' : 'md'}>
      {person ? (
        <With key={JSON.stringify(person.to)} person={person} onAnother={() => setPerson(null)} />
      ) : (
        <PersonPicker onChoose={setPerson} />
      )}
    </Dialog>
  )
}

type Props = { readonly person: Person; readonly onAnother: () => void }

function With({ person, onAnother }: Props) {
  const { t } = useLingui()
  const { id, country } = useMe().account
  const accountId = id as AccountId
  const show = useShow()
  const [lineId, setLineId] = useState<string | null>(null)
  const answer = useRecipient({ ...person.to, ...(lineId !== null && { lineId }) })
  const view = answer?.kind === 'found' ? answer.view : null
  const going = view?.conversation && fromConversationView(view.conversation, accountId).conversation
  const line = view ? view.line : lineId === null ? null : ({ id: lineId, because: 'named' } as const)
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 px-5 pt-1 pb-3 text-sm">
        <dt className="text-xs font-semibold text-text-2">
          <Trans>Para</Trans>
        </dt>
        <dd className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium" data-testid="outreach-to">
            {person.name}
          </span>
          {person.contact && person.phone && (
            <span className="text-xs text-text-2 tabular">{phoneWords(person.phone, country)}</span>
          )}
          {!person.contact && (
            <span className="text-xs text-text-2">
              <Trans>Contacto nuevo</Trans>
            </span>
          )}
          <IconButton label={t`Elegir a otra persona`} onPress={onAnother}>
            <X size={15} aria-hidden />
          </IconButton>
        </dd>
        <dt className="text-xs font-semibold text-text-2">
          <Trans>Desde</Trans>
        </dt>
        <dd className="min-h-8">{answer !== null && <LineChoice line={line} onChoose={setLineId} />}</dd>
      </dl>
      {answer?.kind === 'refused' && (
        <div className="px-5 pb-4">
          <DialogProblem problem={answer.problem} />
        </div>
      )}
      {going?.state === 'open' ? (
        <>
          <p className="mx-5 mb-4 flex items-start gap-2.5 rounded-md bg-chip px-3 py-2.5 text-sm">
            <MessagesSquare size={16} className="mt-0.5 shrink-0 text-text-2" aria-hidden />
            <Trans>Con {person.name} ya hay una conversación abierta en este número. Siga en ella.</Trans>
          </p>
          <DialogFooter>
            <Button
              look="primary"
              autoFocus
              onPress={() => void show(going.conversationId)}
              data-testid="outreach-open"
            >
              <Trans>Abrir la conversación</Trans>
            </Button>
          </DialogFooter>
        </>
      ) : (
        line &&
        view && (
          <FirstMessage
            key={line.id}
            person={person}
            lineId={line.id as LineId}
            isWindowOpen={going != null && windowOf(going, serverNow()).kind === 'open'}
            onSent={({ conversationId }) => void show(conversationId as ConversationId)}
          />
        )
      )}
    </>
  )
}

/** Closes the dialog and shows the conversation, in whatever view it can be seen. */
function useShow() {
  const navigate = useNavigate()
  return async (conversationId: ConversationId) => {
    await loadConversation(conversationId)
    openOverlay(null)
    await navigate({ to: '/inbox/$conversationId', params: { conversationId }, search: {} })
  }
}
