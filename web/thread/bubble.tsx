import { Trans } from '@lingui/react/macro'
import { Ban, Bot, Moon, Smartphone } from 'lucide-react'
import { memo } from 'react'
import type { Message } from '#core/message/message.ts'
import { Writer } from '../group/writer.tsx'
import { cx } from '../kit/cx.ts'
import { later } from '../kit/later.tsx'
import { useMe } from '../session/session.ts'
import { BubbleActions } from './bubble-actions.tsx'
import { BubbleContent } from './bubble-content.tsx'
import { Earlier } from './earlier.tsx'
import { FailureNote } from './failure-note.tsx'
import { Marks } from './marks.tsx'
import { Meta } from './meta.tsx'
import { Quote } from './quote.tsx'

/** As high as one with a headline and a line of text. */
const ReferralCard = later(() => import('./referral-card.tsx'), <div className="h-22" />)

type Props = { readonly message: Message; readonly first: boolean; readonly lit: boolean }

/** Kinds that stand without a bubble around them. */
const BARE = new Set(['sticker'])

export const Bubble = memo(function Bubble({ message, first, lit }: Props) {
  const out = message.direction === 'out'
  return (
    <div
      data-testid="thread-message"
      data-message-id={message.messageId}
      data-wire-id={message.wireId ?? undefined}
      data-status={out ? message.status : 'received'}
      data-direction={message.direction}
      className={cx(
        'group flex flex-col px-5 max-md:px-3',
        first ? 'pt-2' : 'pt-0.5',
        out ? 'items-end' : 'items-start',
      )}
    >
      {/* Beside it stays room for what can be done with it. */}
      <div className="relative max-w-[min(640px,calc(100%-84px))] max-md:max-w-[82%]">
        <BubbleBody {...{ message, first, lit }} />
        <BubbleActions message={message} />
      </div>
      <Reactions message={message} />
      {out && <FailureNote message={message} />}
    </div>
  )
})

/** The bubble itself, without what hangs on it: as the thread draws it, and the builder’s preview. */
export function BubbleBody({ message, first, lit }: Props) {
  const out = message.direction === 'out'
  const bare = BARE.has(message.content.kind) && message.revokedAt === null
  const bot = message.author.kind === 'api'
  return (
    <div
      className={cx(
        'relative min-w-0 rounded-xl text-msg font-[420] transition-shadow duration-140',
        !bare && 'border-transparent shadow-1 forced-colors:border',
        !bare && (out ? 'bg-bubble-out text-bubble-out-text' : 'bg-bubble-in text-text'),
        !bare && first && (out ? 'rounded-tr-xs bubble-nib-out' : 'rounded-tl-xs bubble-nib-in'),
        lit && 'ring-2 ring-focus',
        out && (message.supersededBy !== null || message.status === 'cancelled') && 'opacity-55',
      )}
    >
      {out && first && !message.history && <Author message={message} bot={bot} />}
      {!out && first && message.writerId !== undefined && <Writer contactId={message.writerId} />}
      {message.direction === 'in' && <Marks message={message} />}
      {message.direction === 'in' && message.referral && <ReferralCard referral={message.referral} />}
      {message.replyTo && message.revokedAt === null && <Quote replyTo={message.replyTo} out={out} />}
      {message.revokedAt === null ? (
        <>
          <div className="relative">
            <BubbleContent message={message} />
          </div>
          {message.editedAt !== null && <Earlier message={message} />}
        </>
      ) : (
        <p
          className={cx(
            'flex items-center gap-2 px-2.5 py-1.5 italic',
            out ? 'text-bubble-out-meta' : 'text-bubble-in-meta',
          )}
        >
          <Ban size={14} className="shrink-0" aria-hidden />
          <Trans>Este mensaje fue eliminado</Trans>
          <Meta message={message} />
        </p>
      )}
    </div>
  )
}

/** Which of us wrote it, where that is not the person at this desk. */
function Author({ message, bot }: { readonly message: Message; readonly bot: boolean }) {
  const me = useMe()
  const { author } = message
  if (bot) {
    return (
      <p className="flex items-center gap-1 px-2.5 pt-1.5 text-xs font-semibold text-bubble-out-meta">
        <Bot size={12} aria-hidden /> API
      </p>
    )
  }
  if (message.direction === 'out' && message.rule === 'away') {
    return (
      <p className="flex items-center gap-1 px-2.5 pt-1.5 text-xs font-semibold text-bubble-out-meta">
        <Moon size={12} aria-hidden />
        <Trans>Mensaje de ausencia, automático</Trans>
      </p>
    )
  }
  if (author.kind === 'app' || author.kind === 'assistant') {
    const Icon = author.kind === 'app' ? Smartphone : Bot
    return (
      <p className="flex items-center gap-1 px-2.5 pt-1.5 text-xs font-semibold text-bubble-out-meta">
        <Icon size={12} aria-hidden />
        {author.kind === 'app' ? <Trans>Desde la app de WhatsApp</Trans> : <Trans>Asistente de Meta</Trans>}
      </p>
    )
  }
  if (author.kind !== 'agent' || author.agentId === me.agent?.id) return null
  const name = me.agents.find(({ id }) => id === author.agentId)?.name
  return name ? <p className="px-2.5 pt-1.5 text-xs font-semibold text-bubble-out-meta">{name}</p> : null
}

function Reactions({ message }: { readonly message: Message }) {
  const shown = message.reactions.filter(({ emoji }) => emoji !== null)
  if (shown.length === 0) return null
  return (
    <span className="relative z-1 -mt-1 mb-1 flex gap-0.5 rounded-full border border-border bg-raised px-1.5 py-px text-sm shadow-1">
      {shown.map(({ by, writerId, emoji }) => (
        <span key={writerId ?? by}>{emoji}</span>
      ))}
    </span>
  )
}
