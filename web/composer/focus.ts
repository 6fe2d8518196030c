/** Puts the cursor where the answer is written, wherever that is drawn now. */
export function focusComposer(): void {
  setTimeout(() => document.querySelector<HTMLElement>('[data-composer-focus]')?.focus(), 0)
}
