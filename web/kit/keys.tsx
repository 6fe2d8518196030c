import { cx } from './cx.ts'

const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** Keys as printed on this keyboard: "mod+k" is ⌘ K or Ctrl K. */
export const keyNames = (keys: string): readonly string[] =>
  keys.split(/[ +]/).map((key) => (key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : key === 'shift' ? '⇧' : key))

export function Keys({ of, dark = false }: { readonly of: string; readonly dark?: boolean }) {
  return (
    <span className="inline-flex gap-0.5" aria-hidden>
      {keyNames(of).map((key, index) => (
        <kbd
          key={`${key}${index}`}
          className={cx(
            'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 font-sans text-2xs font-medium',
            dark ? 'bg-canvas/18 text-canvas' : 'border border-border bg-canvas text-text-2',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
