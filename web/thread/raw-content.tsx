import { Trans } from '@lingui/react/macro'
import { FileQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Message } from '#core/message/message.ts'
import { Meta } from './meta.tsx'

type Props = {
  readonly message: Message
  readonly title: ReactNode
  readonly detail: ReactNode
  /** JSON as text; null when there is nothing behind it. */
  readonly raw: string | null
}

/** What cannot be drawn is shown as it came: nothing is hidden from whoever must answer. */
export function RawContent({ message, title, detail, raw }: Props) {
  return (
    <div className="max-w-110 px-2.5 py-2">
      <p className="flex items-start gap-2 text-sm">
        <FileQuestion size={16} className="mt-0.5 shrink-0 text-text-3" aria-hidden />
        <span>
          <span className="block font-medium">{title}</span>
          {detail && <span className="block text-xs text-text-2">{detail}</span>}
        </span>
      </p>
      {raw && (
        <details className="mt-1">
          <summary className="cursor-pointer pl-6 text-xs font-medium text-link">
            <Trans>Ver el contenido original</Trans>
          </summary>
          <pre className="mt-1 max-h-60 overflow-auto rounded-md bg-inset-in p-2 font-mono text-[11.5px] leading-4 whitespace-pre-wrap text-text-2">
            {pretty(raw)}
          </pre>
        </details>
      )}
      <div className="flex justify-end">
        <Meta message={message} />
      </div>
    </div>
  )
}

function pretty(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2)
  } catch {
    return raw
  }
}
