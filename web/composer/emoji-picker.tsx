import { useLingui } from '@lingui/react/macro'
import { EmojiPicker as Frimousse } from 'frimousse'

/** Emoji by name in the reader's language; names and groups come from this server. */
export default function EmojiPicker({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const { t, i18n } = useLingui()
  return (
    <Frimousse.Root
      locale={i18n.locale.slice(0, 2)}
      emojibaseUrl="/emoji"
      columns={9}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      className="isolate flex h-85 w-82 flex-col"
    >
      <Frimousse.Search
        autoFocus
        placeholder={t`Buscar emoji`}
        className="mx-2 mt-2 h-8 rounded-sm border border-control bg-surface px-2.5 text-sm outline-none focus:border-focus"
      />
      <Frimousse.Viewport className="relative mt-1 flex-1 outline-none">
        <Frimousse.Loading className="absolute inset-0 flex items-center justify-center text-sm text-text-3">
          {t`Cargando…`}
        </Frimousse.Loading>
        <Frimousse.Empty className="absolute inset-0 flex items-center justify-center text-sm text-text-3">
          {t`Ningún emoji con ese nombre`}
        </Frimousse.Empty>
        <Frimousse.List
          className="pb-1.5 select-none"
          components={{
            CategoryHeader: ({ category, ...props }) => (
              <div {...props} className="bg-raised px-3 pt-2 pb-1 text-2xs font-semibold text-text-3">
                {category.label}
              </div>
            ),
            Row: ({ children, ...props }) => (
              <div {...props} className="px-1.5">
                {children}
              </div>
            ),
            Emoji: ({ emoji, ...props }) => (
              <button
                {...props}
                className={`flex size-8.5 items-center justify-center rounded-md text-xl ${emoji.isActive ? 'bg-hover' : ''}`}
              >
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </Frimousse.Viewport>
    </Frimousse.Root>
  )
}
