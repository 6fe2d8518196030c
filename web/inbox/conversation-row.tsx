import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Clock3, Lock, TriangleAlert } from 'lucide-react'
import { memo, useRef } from 'react'
import type { Conversation } from '#core/conversation/conversation.ts'
import { windowOf } from '#core/window/window.ts'
import { useName } from '../contact/use-name.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { duration, listTime } from '../i18n/time-words.ts'
import { AgentFace } from '../kit/avatar.tsx'
import { Chip } from '../kit/chip.tsx'
import { cx } from '../kit/cx.ts'
import { usePreferences } from '../kit/preferences.ts'
import { ContactFace, DANGER_MS, WARN_MS } from '../kit/window-ring.tsx'
import { useMe } from '../session/session.ts'
import { useContactOf, useDesk } from '../store/desk-store.ts'
import { loadThread } from '../store/loaders.ts'
import { Preview } from './preview.tsx'
import { searchOf, useFilter } from './use-filter.ts'

type Props = {
  readonly conversation: Conversation
  readonly open: boolean
  readonly position: number
  readonly of: number
}
const HOVER_MS = 60

export const ConversationRow = memo(function ConversationRow({ conversation, open, position, of }: Props) {
  const { t } = useLingui()
  const filter = useFilter()
  const contact = useContactOf(conversation)
  const { density } = usePreferences()
  const now = useNow()
  const hover = useRef<ReturnType<typeof setTimeout>>(undefined)
  const name = useName()(contact)
  const { unread } = conversation
  const compact = density === 'compact'

  const prefetch = () => {
    hover.current = setTimeout(() => {
      if (!useDesk.getState().threads.has(conversation.conversationId)) void loadThread(conversation.conversationId)
    }, HOVER_MS)
  }
  return (
    <div role="listitem" aria-setsize={of} aria-posinset={position}>
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: conversation.conversationId }}
        search={searchOf(filter)}
        data-testid="conversation-row"
        data-conversation-id={conversation.conversationId}
        aria-current={open ? 'true' : undefined}
        onPointerEnter={prefetch}
        onPointerLeave={() => clearTimeout(hover.current)}
        className={cx(
          'relative flex gap-3 border-b border-border pr-3.5 pl-3.5 transition-colors duration-90 focus-visible:-outline-offset-2',
          compact ? 'items-center py-1.5' : density === 'cozy' ? 'py-2' : 'py-2.75',
          open
            ? 'bg-selected before:absolute before:inset-y-0 before:left-0 before:w-0.75 before:bg-accent'
            : 'hover:bg-hover',
        )}
      >
        <ContactFace
          name={name}
          isGroup={contact?.group !== undefined}
          window={windowOf(conversation, now)}
          now={now}
          size={compact ? 26 : 40}
        />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-baseline gap-2">
            <span className={cx('min-w-0 flex-1 truncate text-sm', unread > 0 ? 'font-bold' : 'font-semibold')}>
              {name}
              {contact?.group && <span className="sr-only"> {t`(grupo)`}</span>}
            </span>
            <span
              className={cx(
                'shrink-0 text-xs tabular',
                unread > 0 ? 'font-semibold text-accent' : open ? 'text-text-2' : 'text-text-3',
              )}
            >
              {listTime(conversation.sortAt, now, formatLocale(), t`ayer`)}
            </span>
          </span>
          <span className="flex h-5 items-center gap-2">
            <Preview conversation={conversation} strong={unread > 0} />
            {unread > 0 && (
              <span className="flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-full bg-accent px-1.25 text-2xs font-bold text-on-accent tabular">
                <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
                <span className="sr-only">
                  <Plural value={unread} one="# sin leer" many="# de mensajes sin leer" other="# sin leer" />
                </span>
              </span>
            )}
          </span>
          {!compact && <Chips conversation={conversation} />}
        </span>
      </Link>
    </div>
  )
})

function Chips({ conversation }: { readonly conversation: Conversation }) {
  const me = useMe()
  const now = useNow()
  const window = windowOf(conversation, now)
  const line = me.lines.length > 1 ? me.lines.find(({ id }) => id === conversation.lineId) : undefined
  const assignee = me.agents.find(({ id }) => id === conversation.assigneeId)
  const code = conversation.lastFailure?.code
  const closesIn = window.kind === 'open' ? window.closesAt - now : null
  const chips = [
    conversation.failedSends > 0 && (
      <Chip key="failed" tone="danger">
        <TriangleAlert size={11} strokeWidth={2.25} aria-hidden />
        {code !== undefined && /^\d+$/.test(code) && <span>{code} ·</span>}
        <Plural
          value={conversation.failedSends}
          one="# envío fallido"
          many="# de envíos fallidos"
          other="# envíos fallidos"
        />
      </Chip>
    ),
    closesIn !== null && closesIn < WARN_MS && (
      <Chip key="closing" tone={closesIn < DANGER_MS ? 'danger' : 'warn'}>
        <Clock3 size={11} strokeWidth={2.25} aria-hidden />
        <Trans>cierra en {duration(closesIn)}</Trans>
      </Chip>
    ),
    window.kind === 'closed' && conversation.state === 'open' && (
      <Chip key="closed">
        <Lock size={11} strokeWidth={2} aria-hidden />
        <Trans>ventana cerrada</Trans>
      </Chip>
    ),
    line && (
      <Chip key="line">
        <span className="truncate">{line.name}</span>
      </Chip>
    ),
  ].filter(Boolean)
  if (chips.length === 0 && !assignee) return null
  return (
    <span className="mt-1 flex items-center gap-1.5">
      {/* One line high: a chip without room goes to the next line, unseen, rather than being cut. */}
      <span className="flex h-5 min-w-0 flex-1 flex-wrap gap-1.5 overflow-hidden">{chips}</span>
      {assignee && (
        <span title={assignee.name} className="flex shrink-0">
          <AgentFace id={assignee.id} name={assignee.name} size={18} />
          <span className="sr-only">{assignee.name}</span>
        </span>
      )}
    </span>
  )
}
