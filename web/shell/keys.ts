import { tinykeys } from 'tinykeys'

type Handler = (event: KeyboardEvent) => void
const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
/** Held down, these go on; the others act once. */
const REPEATED: ReadonlySet<string> = new Set(['j', 'k', 'ArrowDown', 'ArrowUp'])
const isModalOpen = (): boolean => document.querySelector('[role="dialog"]') !== null

/**
 * Listens for keys. Single keys are not heard in text fields, nor under an open dialog or menu; with ⌘ or Ctrl they are.
 */
export function listenForKeys(bindings: Readonly<Record<string, Handler>>): () => void {
  const guarded = Object.fromEntries(
    Object.entries(bindings).map(([keys, handle]) => [
      keys,
      (event: KeyboardEvent) => {
        if (event.repeat && !REPEATED.has(keys)) return
        const everywhere = keys.includes('$mod')
        const inMenu = event.target instanceof HTMLElement && event.target.closest('[role="menu"]') !== null
        if (!everywhere && (isTextField(event.target) || isModalOpen() || inMenu)) return
        if (!everywhere && (event.ctrlKey || event.metaKey || event.altKey)) return
        event.preventDefault()
        handle(event)
      },
    ]),
  )
  // By itself, tinykeys hears nothing in text fields.
  return tinykeys(window, guarded, { ignore: (event) => event.isComposing })
}
