import { Trans } from '@lingui/react/macro'
import { earlierOf } from '#core/message/earlier.ts'
import type { Message } from '#core/message/message.ts'
import { previewOf } from '#core/message/preview.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { useThreadContext } from './thread-context.tsx'

/** What an edited message said before, for whoever wants to know. */
export function Earlier({ message }: { readonly message: Message }) {
  const { messages } = useThreadContext()
  const earlier = earlierOf(message, messages)
  if (earlier.length === 0 || message.revokedAt !== null) return null
  return (
    <details className="border-t border-border px-2.25 py-1 text-xs text-text-2">
      <summary className="cursor-pointer rounded-sm font-medium">
        <Trans>Lo que decía antes</Trans>
      </summary>
      {earlier.map(({ at, content }) => (
        <p key={at} className="py-0.5 whitespace-pre-line">
          {content.kind === 'text' ? content.text : previewOf(content)}{' '}
          <span className="tabular">
            · <Trans>hasta {shortDateTime(at, formatLocale())}</Trans>
          </span>
        </p>
      ))}
    </details>
  )
}
