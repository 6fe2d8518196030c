import { Trans, useLingui } from '@lingui/react/macro'
import { PhoneMissed } from 'lucide-react'
import type { Conversation } from '#core/conversation/conversation.ts'
import { useDraft } from '../composer/drafts.ts'
import { later } from '../kit/later.tsx'
import { Ticks } from '../kit/ticks.tsx'
import { cx } from '../kit/cx.ts'
import { useMe } from '../session/session.ts'
import { useContactOf, useDesk } from '../store/desk-store.ts'
import { KIND_ICONS, useCallOutcomes, useKindNames } from '../thread/kinds.ts'
import { useStatusNames } from '../thread/status-names.ts'
import { useFilter } from './use-filter.ts'

const RowWriter = later(() => import('../group/row-writer.tsx'), '\u00a0')
const FailureCause = later(() => import('./failure-cause.tsx'), '\u00a0')

/** The second line of a row: who is typing, else what is half written, else the last thing said. */
export function Preview({ conversation, strong }: { readonly conversation: Conversation; readonly strong: boolean }) {
  const { t } = useLingui()
  const { view } = useFilter()
  const me = useMe()
  const kinds = useKindNames()
  const outcomes = useCallOutcomes()
  const statuses = useStatusNames()
  const draft = useDraft(conversation.conversationId)?.text.trim()
  const isErased = useContactOf(conversation)?.erasedAt !== undefined
  const typist = useDesk((state) =>
    state.presence.find(
      ({ agentId, conversationId, typing }) =>
        typing && conversationId === conversation.conversationId && agentId !== me.agent?.id,
    ),
  )
  const look = cx('min-w-0 flex-1 truncate text-sm', strong ? 'font-medium text-text' : 'text-text-2')
  if (typist) {
    const name = me.agents.find(({ id }) => id === typist.agentId)?.name.split(' ')[0] ?? t`Alguien`
    return (
      <span className={cx(look, 'text-accent!')}>
        <Trans>{name} está escribiendo…</Trans>
      </span>
    )
  }
  if (draft) {
    return (
      <span className={look}>
        <span className="font-semibold text-danger">
          <Trans>Borrador:</Trans>
        </span>{' '}
        {draft}
      </span>
    )
  }
  const failure = view === 'failed' ? conversation.lastFailure : null
  if (failure) {
    return (
      <span className={look}>
        <FailureCause code={failure.code} />
      </span>
    )
  }
  if (isErased) return <span className={look}>{t`Sus datos se borraron`}</span>
  const last = conversation.lastMessage
  if (!last) return <span className={look}>{t`Sin mensajes todavía`}</span>
  const isMissed = last.outcome === 'missed'
  const Icon = isMissed ? PhoneMissed : KIND_ICONS[last.kind]
  // WhatsApp's own notices are in English; the thread says what they tell.
  const words = last.kind === 'system' ? '' : last.preview
  return (
    <span className={cx(look, 'flex items-center gap-1')}>
      {last.status && <Ticks status={last.status} label={statuses[last.status]} />}
      {last.writerId !== undefined && (
        <span className="max-w-[45%] shrink-0 truncate">
          <RowWriter contactId={last.writerId} />
        </span>
      )}
      {Icon && (
        <Icon
          size={14}
          strokeWidth={1.75}
          className={cx('shrink-0', isMissed ? 'text-danger' : 'text-text-3')}
          aria-hidden
        />
      )}
      <span className={cx('truncate', isMissed && 'font-semibold text-danger')} dir="auto">
        {words || (last.outcome ? outcomes[last.outcome] : kinds[last.kind])}
      </span>
    </span>
  )
}
