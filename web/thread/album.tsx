import type { Message } from '#core/message/message.ts'
import { cx } from '../kit/cx.ts'
import { Meta } from './meta.tsx'
import { PictureTile } from './picture.tsx'
import { useThreadContext } from './thread-context.tsx'

type Props = { readonly messages: readonly Message[]; readonly first: boolean; readonly lit: string | null }
const SHOWN = 4

/** Pictures sent together: up to four tiles, the rest behind the last one. */
export function Album({ messages, first, lit }: Props) {
  const { openMedia } = useThreadContext()
  const head = messages[0]
  if (!head) return null
  const out = head.direction === 'out'
  const hidden = messages.length - SHOWN
  const isLit = messages.some(({ messageId }) => messageId === lit)
  return (
    <div className={cx('flex px-5 max-md:px-3', first ? 'pt-2' : 'pt-0.5', out ? 'justify-end' : 'justify-start')}>
      <div
        className={cx(
          'relative grid w-79 max-w-[82%] grid-cols-2 gap-0.75 rounded-xl p-0.75 shadow-1',
          out ? 'bg-bubble-out' : 'bg-bubble-in',
          first && (out ? 'rounded-tr-xs bubble-nib-out' : 'rounded-tl-xs bubble-nib-in'),
          isLit && 'ring-2 ring-focus',
        )}
      >
        {messages.map((message, index) => {
          const { content } = message
          if (content.kind !== 'image' && content.kind !== 'video') return null
          const wide = messages.length === 3 && index === 0
          return (
            <div
              key={message.messageId}
              data-testid="thread-message"
              data-message-id={message.messageId}
              data-wire-id={message.wireId ?? undefined}
              data-status={message.direction === 'out' ? message.status : 'received'}
              data-direction={message.direction}
              className={cx('relative', index >= SHOWN && 'hidden', wide && 'col-span-2')}
            >
              <PictureTile
                message={message}
                content={content}
                className={cx('h-38 w-full', index === 0 ? 'rounded-[8px]' : 'rounded-md')}
              />
              {hidden > 0 && index === SHOWN - 1 ? (
                <button
                  type="button"
                  onClick={() => openMedia(message.messageId)}
                  className="absolute inset-0 flex items-center justify-center rounded-md bg-inset-out0 text-xl font-semibold text-white"
                >
                  +{hidden + 1}
                </button>
              ) : (
                <span className="pointer-events-none absolute right-1.5 bottom-1.5">
                  <Meta message={message} over />
                </span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
