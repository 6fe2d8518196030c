import { useLingui } from '@lingui/react/macro'
import { PiggyBank } from 'lucide-react'
import { addressOf } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { adviceFor, adviceWords, type Situation } from '#core/cost/advice.ts'
import { languageOf } from '#base/language.ts'
import { windowOf } from '#core/window/window.ts'
import { useNow } from '../feed/clock.ts'
import { duration } from '../i18n/time-words.ts'
import { useContactOf } from '../store/desk-store.ts'
import { moneyWords } from '../thread/price.ts'
import { usePriceBook } from './prices.ts'

type Props = {
  readonly conversation: Conversation
  /** What is about to be sent; null: an answer in words of one's own. */
  readonly template: Situation['template']
}

/** One sentence on how the same could cost less; nothing where it could not. */
export default function AdviceLine({ conversation, template }: Props) {
  const { i18n } = useLingui()
  const now = useNow()
  const book = usePriceBook(conversation.lineId)
  const contact = useContactOf(conversation)
  if (!contact) return null
  const faced = facing(contact, conversation.of)
  const [advice] = adviceFor({
    book,
    recipient: {
      phone: addressOf(faced, 'phone')?.value ?? null,
      userId: addressOf(faced, 'user-id')?.value ?? null,
    },
    now,
    isWindowOpen: windowOf(conversation, now).kind === 'open',
    freeEntryUntil: conversation.freeEntryUntil,
    template,
  })
  if (!advice) return null
  return (
    <p data-testid="cost-advice" className="flex items-start gap-1.5 text-xs text-text-2">
      <PiggyBank size={13} aria-hidden className="mt-px shrink-0" />
      <span>{adviceWords(advice, languageOf(i18n.locale), { money: moneyWords, time: duration })}</span>
    </p>
  )
}
