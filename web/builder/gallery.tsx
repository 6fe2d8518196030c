import { Trans } from '@lingui/react/macro'
import { Pencil } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { CallPermissionView } from '#contract/calls.ts'
import { fromIso } from '#contract/convert-actor.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { hindranceTo } from '#core/message/check/hindrance.ts'
import { useCallPermission } from '../calls/use-call-permission.ts'
import { cx } from '../kit/cx.ts'
import { useMe } from '../session/session.ts'
import type { Choice } from './built.ts'
import { useChoices } from './use-choices.tsx'
import { useHindranceWords } from './use-hindrance-words.ts'

type Props = {
  readonly conversation: Conversation
  readonly contact: Contact | undefined
  /** What was begun here and left; null: nothing. */
  readonly begun: Choice | null
  readonly onChoose: (choice: Choice) => void
  readonly onGoOn: () => void
}

/** All that can be sent; what cannot be sent here says why. */
export function Gallery({ conversation, contact, begun, onChoose, onGoOn }: Props) {
  const { groups, words } = useChoices()
  const hindrances = useHindrances(conversation, contact)
  return (
    <div className="flex flex-col gap-4 overflow-y-auto px-5 pt-2 pb-5" onKeyDown={walk}>
      {begun && (
        <button
          type="button"
          onClick={onGoOn}
          className="flex items-center gap-2.5 rounded-md bg-selected px-3 py-2.5 text-left text-sm font-semibold text-accent hover:brightness-97"
        >
          <Pencil size={15} aria-hidden />
          <Trans>Seguir con lo que empezó: {words[begun].name}</Trans>
        </button>
      )}
      {groups.map(({ title, choices }) => (
        <section key={title} aria-label={title}>
          <h3 className="pb-1.5 text-xs font-semibold text-text-3">{title}</h3>
          <div className="grid grid-cols-3 gap-2 max-lg:grid-cols-2 max-md:grid-cols-1">
            {choices.map((choice) => (
              <Card key={choice} {...words[choice]} why={hindrances(choice)} onChoose={() => onChoose(choice)} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function useHindrances(conversation: Conversation, contact: Contact | undefined): (choice: Choice) => string | null {
  const { lines } = useMe()
  const inWords = useHindranceWords()
  const { permission } = useCallPermission(conversation)
  const line = lines.find(({ id }) => id === conversation.lineId)
  return (choice) => {
    if (line === undefined || contact === undefined) return null
    if (choice === 'call-request') return permission && callHindrance(permission, inWords)
    const kind = choice === 'cards' || choice === 'product-cards' ? 'carousel' : choice
    const hindrance = hindranceTo(kind, { line, contact })
    return hindrance && inWords(hindrance)
  }
}

function callHindrance(
  { state, askFrom }: CallPermissionView,
  inWords: ReturnType<typeof useHindranceWords>,
): string | null {
  if (state === 'permanent') return inWords({ kind: 'given' })
  return askFrom === null ? null : inWords({ kind: 'asked', until: fromIso(askFrom) })
}

type CardProps = ReturnType<typeof useChoices>['words'][Choice] & {
  /** Why it is not to be had; null: it is. */
  readonly why: string | null
  readonly onChoose: () => void
}

/** One that is not to be had keeps its place and can be read, also by those who hear the page. */
function Card({ name, about, Icon, why, onChoose }: CardProps) {
  return (
    <button
      type="button"
      data-choice
      aria-disabled={why !== null}
      onClick={() => why === null && onChoose()}
      className={cx(
        'flex min-h-14 items-start gap-2.5 rounded-md border border-border px-3 py-2.5 text-left',
        why === null ? 'bg-surface hover:border-control hover:bg-hover' : 'cursor-default bg-canvas',
      )}
    >
      <Icon
        size={18}
        strokeWidth={1.75}
        aria-hidden
        className={cx('mt-px shrink-0', why ? 'text-text-3' : 'text-accent')}
      />
      <span className="min-w-0">
        <span className={cx('block text-sm font-semibold', why ? 'text-text-2' : 'text-text')}>{name}</span>
        <span className="block text-xs text-text-2">{why ?? about}</span>
      </span>
    </button>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Arrows go from one to the next. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice]')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[(at + step + all.length) % all.length]?.focus()
  event.preventDefault()
}
